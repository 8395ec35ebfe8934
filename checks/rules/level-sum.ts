import { figuresOf, tableForm } from '../../forms/catalogue.ts';
import type { FigureId, TableForm, TableId } from '../../forms/form.ts';
import type { Figure } from '../../parsers/figures/figure.ts';
import type { CheckOutcome } from '../finding.ts';
import { WHOLE_REPORT } from '../finding.ts';
import { broken, holds, notEvaluable } from '../outcomes.ts';
import { type Below, formOf, type Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { causeOf } from '../second-reading.ts';
import { sayDoubt } from '../wording/doubt.ts';
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

const isKnown = (figure: Figure | undefined): figure is Figure =>
  figure !== undefined && figure.state !== 'missing' && figure.state !== 'unreadable' && !figure.doubtful;

function checkFigure(id: FigureId, form: TableForm, reading: Reading, below: Below): CheckOutcome {
  const own = reading.figures[id];
  const name = nameFigure(id, form);
  const parts = below.reports.map(({ figures }) => figures[id]);
  if (!isKnown(own) || own.value === null || !parts.every(isKnown)) {
    return notEvaluable(LEVEL_SUM, id, 'missing-figure', [id], sayNotEvaluable(LEVEL_SUM.id, 'missing-figure', name));
  }
  const sum = parts.reduce((total, part) => total + (part?.value ?? 0), 0);
  const isComplete = below.missing.length === 0;
  if (own.value === sum || (!isComplete && own.value > sum)) return holds(LEVEL_SUM, id);
  const cause = causeOf(own.doubtful, undefined);
  const sentence = sayLevelSum(name, { found: own.value, sum, reports: parts.length, missing: below.missing.length });
  const doubt = sayDoubt({ cause });
  return broken(LEVEL_SUM, id, {
    figures: [id],
    expected: sum,
    found: own.value,
    cause,
    elsewhere: below.reports.map(({ body, year }) => ({ body, year, figures: [id] })),
    message: { zh: `${sentence.zh}${doubt.zh}`, en: `${sentence.en}${doubt.en}` },
  });
}
