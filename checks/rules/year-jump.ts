import { figuresOf, tableForm } from '../../forms/catalogue.ts';
import type { Column, FigureId, TableForm, TableId } from '../../forms/form.ts';
import type { Figure } from '../../parsers/figures/figure.ts';
import type { CheckOutcome } from '../finding.ts';
import { broken, holds, notEvaluable } from '../outcomes.ts';
import { formOf, type Neighbour, type Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { causeOf } from '../second-reading.ts';
import { sayDoubt } from '../wording/doubt.ts';
import { nameFigure, nameTable } from '../wording/names.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';
import { sayJump, sayTableFell } from '../wording/years.ts';
import { noReportBefore } from '../years/year-relation.ts';

const JUMP = {
  /** The greater of two values that are compared; of money in yuan. */
  least: 20,
  leastMoney: 200_000,
  times: 5,
} as const;

/** Figures that a body should look at once more: five times as many as last year, or a table that fell to nothing. */
export const YEAR_JUMP: Rule = {
  id: 'YEAR-JUMP',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'years',
  severity: 'hint',
  title: { zh: '年度间骤变', en: 'Jump between years' },
  relation: {
    zh: '与上年度相比，较大的数字（不少于 20，金额不少于 20 万元）变化不到五倍，整张表没有降为零',
    en: 'Compared with the year before, the greater figure (20 or more, money 200,000 yuan or more) is less than five times the smaller, and no table falls to zero as a whole',
  },
  basis: '各级政务公开考核对数据异常波动的提示',
  evaluate(reading) {
    const { before } = reading;
    if (!before) return [noReportBefore(YEAR_JUMP)];
    return TABLES.flatMap((table) => checkTable(table, reading, before));
  },
};

const TABLES: readonly TableId[] = ['t2', 't3', 't4'];

interface Pair {
  readonly id: FigureId;
  readonly column: Column;
  readonly now: Figure;
  readonly then: Figure;
}

function checkTable(table: TableId, reading: Reading, before: Neighbour): CheckOutcome[] {
  const formId = formOf(reading, table);
  if (!formId) return [];
  const form = tableForm(formId, table);
  const formBefore = formOf(before, table);
  if (!formBefore) return [];
  const idsBefore = new Set(figuresOf(tableForm(formBefore, table)).map(({ id }) => id));
  const comparable = figuresOf(form).filter(
    ({ id, column }) => idsBefore.has(id) && isComparable(table, column, formBefore === formId),
  );
  const pairs = comparable.flatMap(({ id, column }): Pair[] => {
    const now = reading.figures[id];
    const then = before.figures[id];
    return now && then && typeof now.value === 'number' && typeof then.value === 'number'
      ? [{ id, column, now, then }]
      : [];
  });
  if (pairs.length === 0) {
    const ids = comparable.map(({ id }) => id);
    const message = sayNotEvaluable(YEAR_JUMP.id, 'nothing-stated', nameTable(table));
    return comparable.length === 0 ? [] : [notEvaluable(YEAR_JUMP, table, 'nothing-stated', ids, message)];
  }
  const years = [before.year, reading.year ?? before.year + 1] as const;
  const stood = pairs.filter(({ then }) => then.value !== 0);
  // Small bodies have tables that come and go: only a fall that would be worth a word in one figure is told.
  const isLarge = stood.some((pair) => isEnough(pair));
  const isRead = pairs.length === comparable.length && pairs.every(({ now, then }) => !now.doubtful && !then.doubtful);
  if (isRead && isLarge && pairs.every(({ now }) => now.value === 0)) {
    const finding = (message: { zh: string; en: string }) =>
      broken(YEAR_JUMP, table, {
        figures: stood.map(({ id }) => id),
        expected: null,
        found: 0,
        elsewhere: [{ body: before.body, year: before.year, figures: stood.map(({ id }) => id) }],
        message,
      });
    return [finding(sayTableFell(nameTable(table), years, stood.length))];
  }
  const unknown = comparable.map(({ id }) => id).filter((id) => !pairs.some((pair) => pair.id === id));
  return [...pairs.map((pair) => checkPair(pair, form, before, years)), ...sayUnknown(unknown, table)];
}

/** Figures that one of the years does not state, in one outcome. */
function sayUnknown(unknown: readonly FigureId[], table: TableId): CheckOutcome[] {
  if (unknown.length === 0) return [];
  const message = sayNotEvaluable(YEAR_JUMP.id, 'missing-figure', nameTable(table));
  return [notEvaluable(YEAR_JUMP, table, 'missing-figure', unknown, message)];
}

/** Columns of table 2 mean the same in one form only, save the decisions; a change is no amount. */
function isComparable(table: TableId, column: Column, isSameForm: boolean): boolean {
  if (column.quantity.kind === 'change') return false;
  if (table === 't3') return column.id === 'total';
  return table === 't4' || isSameForm || column.id === 'decisions';
}

function checkPair(pair: Pair, form: TableForm, before: Neighbour, years: readonly [number, number]): CheckOutcome {
  const { id, now, then } = pair;
  const [from, to] = [then.value ?? 0, now.value ?? 0];
  const isJump = isEnough(pair) && Math.max(from, to) >= JUMP.times * Math.min(from, to);
  if (!isJump) return holds(YEAR_JUMP, id);
  const cause = causeOf(now.doubtful || then.doubtful, undefined);
  const sentence = sayJump(nameFigure(id, form), years, [from, to]);
  const doubt = sayDoubt({ cause });
  return broken(YEAR_JUMP, id, {
    figures: [id],
    expected: from,
    found: to,
    cause,
    elsewhere: [{ body: before.body, year: before.year, figures: [id] }],
    message: { zh: `${sentence.zh}${doubt.zh}`, en: `${sentence.en}${doubt.en}` },
  });
}

const isEnough = ({ column, now, then }: Pair): boolean =>
  Math.max(now.value ?? 0, then.value ?? 0) >= (column.quantity.kind === 'money' ? JUMP.leastMoney : JUMP.least);
