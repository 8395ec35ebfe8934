import { figuresOf, tableForm } from '../../forms/catalogue.ts';
import type { FigureId, TableForm, TableId } from '../../forms/form.ts';
import type { Figure } from '../../parsers/figures/figure.ts';
import { blankTotals, isBlank } from '../blank-totals.ts';
import type { CheckOutcome } from '../finding.ts';
import { WHOLE_REPORT } from '../finding.ts';
import { broken, holds, notEvaluable } from '../outcomes.ts';
import { type Below, formOf, formsOf, type Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayLevelSum } from '../wording/levels.ts';
import { nameFigure } from '../wording/names.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';

/**
 * A report that adds up those below it is their sum, or, while some are not on file, no less than the known ones. Only
 * totals are compared: one sentence a table's row is enough to ask.
 */
export const LEVEL_SUM: Rule = {
  id: 'LEVEL-SUM',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'levels',
  severity: 'explain',
  title: { zh: '汇总一致', en: 'Sum of the bodies below' },
  relation: {
    zh: '汇总性报告的各项总计 = 本级机关、部门与下级政府各报告之和（全部入库时）；未全部入库时 ≥ 已入库报告之和',
    en: 'A report that adds up the bodies below = the sum of their reports where all are on file; otherwise ≥ the sum of those on file',
  },
  basis: '国办公开办函〔2021〕30号：各级政府汇总本级机关、部门和下级政府；垂直管理单位不计入',
  evaluate(reading) {
    const { below } = reading;
    if (!below) return [];
    if (below.reports.length === 0) {
      return [
        notEvaluable(LEVEL_SUM, WHOLE_REPORT, 'no-report-below', [], sayNotEvaluable(LEVEL_SUM.id, 'no-report-below')),
      ];
    }
    return TABLES.flatMap((table) => checkTable(table, reading, below));
  },
};

/**
 * Whether all bodies are known and on file. A roster that does not even list the government's own office (人民政府办公室)
 * names some of the bodies below, not all.
 */
const hasAll = ({ reports, missing }: Below): boolean =>
  missing.length === 0 && reports.some(({ body }) => /办公[室厅]$/u.test(body));

/** Of hundreds of bodies below the largest are named: a finding is read by people, and stored. */
const MOST_NAMED = 20;

const TABLES: readonly TableId[] = ['t2', 't3', 't4'];
const T3_ROWS: ReadonlySet<string> = new Set(['new_received', 'carried_in', 'processed_total', 'carried_out']);

function checkTable(table: TableId, reading: Reading, below: Below): CheckOutcome[] {
  const formId = formOf(reading, table);
  if (!formId) return [];
  const form = tableForm(formId, table);
  return figuresOf(form)
    .filter(({ row, column }) => isSummed(table, row.id, column.id))
    .map(({ id }) => checkFigure(id, form, reading, below));
}

/** Counts of what was done in the year add up; stocks, items and money stand for the body's own only. */
function isSummed(table: TableId, row: string, column: string): boolean {
  if (table === 't2') return column === 'decisions';
  return column === 'total' && (table === 't4' || T3_ROWS.has(row));
}

/** A blank counts as 0, a total that was left blank over stated parts does not. */
function knownValue(id: FigureId, report: Pick<Reading, 'figures' | 'tables'>): number | undefined {
  const figure: Figure | undefined = report.figures[id];
  if (!figure || figure.doubtful) return undefined;
  if (!isBlank(figure)) return figure.value ?? undefined;
  const isMissingTotal = formsOf(report).some(({ sums }) => blankTotals(sums, report.figures).has(id));
  return isMissingTotal ? undefined : 0;
}

/** What stands in the way of a sum, in the first of these reports of which the value is not known. */
function whyUnknown(
  id: FigureId,
  reports: readonly Pick<Reading, 'figures' | 'tables'>[],
): 'missing-figure' | 'unreadable-figure' | 'blank-total' {
  const figure = reports.find((report) => knownValue(id, report) === undefined)?.figures[id];
  if (figure && isBlank(figure)) return 'blank-total';
  return figure?.state === 'unreadable' || figure?.doubtful ? 'unreadable-figure' : 'missing-figure';
}

function checkFigure(id: FigureId, form: TableForm, reading: Reading, below: Below): CheckOutcome {
  const name = nameFigure(id, form);
  const found = knownValue(id, reading);
  const parts = below.reports.map((report) => ({ report, value: knownValue(id, report) }));
  const known = parts.flatMap(({ report, value }) => (value === undefined ? [] : [{ report, value }]));
  if (found === undefined || known.length < parts.length) {
    const reason = whyUnknown(id, [reading, ...below.reports]);
    return notEvaluable(LEVEL_SUM, id, reason, [id], sayNotEvaluable(LEVEL_SUM.id, reason, name));
  }
  const sum = known.reduce((total, { value }) => total + value, 0);
  const isComplete = hasAll(below);
  if (found === sum || (!isComplete && found > sum)) return holds(LEVEL_SUM, id);
  const largest = known.toSorted((one, other) => other.value - one.value).slice(0, MOST_NAMED);
  return broken(LEVEL_SUM, id, {
    figures: [id],
    expected: sum,
    found,
    elsewhere: largest.map(({ report: { body, year } }) => ({ body, year, figures: [id] })),
    message: sayLevelSum(name, { found, sum, reports: parts.length, missing: below.missing.length, isComplete }),
  });
}
