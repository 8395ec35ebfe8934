import { figuresOf } from '../../forms/catalogue.ts';
import type { FigureId, Quantity, TableForm } from '../../forms/form.ts';
import type { CheckOutcome } from '../finding.ts';
import { notEvaluable } from '../outcomes.ts';
import { formsOf, type Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { causeOf, compareReadings } from '../second-reading.ts';
import { sayFigureKind } from '../wording/form.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';

/** Counts are whole numbers of at least 0; money is at least 0; a change may be negative. */
export const FIGURE_KIND: Rule = {
  id: 'FIGURE-KIND',
  version: 1,
  state: 'active',
  since: '2026.11.1',
  reach: 'report',
  severity: 'error',
  title: { zh: '数值类型', en: 'Kind of figure' },
  relation: {
    zh: '件数为不小于 0 的整数；金额不小于 0，可有小数；「本年增/减」可为负整数',
    en: 'Counts are whole numbers ≥ 0; money is ≥ 0 and may have decimals; a change may be negative',
  },
  basis: '国办公开办函〔2019〕60号、〔2021〕30号附件',
  evaluate: (reading) =>
    formsOf(reading).flatMap((form) => [
      ...figuresOf(form).flatMap(({ id, column }) => checkFigure(id, reading, column.quantity, form)),
      ...unknownFigures(form, reading),
    ]),
};

/** The cells of a table that were not found or hold no number, in one outcome. */
function unknownFigures(form: TableForm, reading: Reading): CheckOutcome[] {
  const inState = (state: string) =>
    figuresOf(form)
      .map(({ id }) => id)
      .filter((id) => reading.figures[id]?.state === state);
  const [missing, unreadable] = [inState('missing'), inState('unreadable')];
  const unknown = [...missing, ...unreadable];
  if (unknown.length === 0) return [];
  const reason = missing.length > 0 ? 'missing-figure' : 'unreadable-figure';
  const message = sayNotEvaluable(FIGURE_KIND.id, reason, form.name);
  return [notEvaluable(FIGURE_KIND, form.table, reason, unknown, message)];
}

function checkFigure(id: FigureId, reading: Reading, quantity: Quantity, form: TableForm): CheckOutcome[] {
  const figure = reading.figures[id];
  if (figure?.state !== 'stated' || figure.value === null) return [];
  const { value } = figure;
  const breach = breachOf(value, quantity);
  if (!breach) return [{ outcome: 'holds', rule: FIGURE_KIND.id, scope: id }];
  const secondReading = compareReadings([id], reading);
  const cause = causeOf(figure.doubtful, secondReading);
  return [
    {
      rule: FIGURE_KIND.id,
      scope: id,
      severity: FIGURE_KIND.severity,
      outcome: 'broken',
      cause,
      ...(secondReading && { secondReading }),
      figures: [id],
      expected: null,
      found: value,
      difference: null,
      suspects: [],
      message: sayFigureKind(id, form, value, breach, { cause, secondReading }),
    },
  ];
}

function breachOf(value: number, quantity: Quantity): 'negative' | 'fraction' | undefined {
  if (quantity.kind !== 'money' && !Number.isInteger(value)) return 'fraction';
  if (quantity.kind !== 'change' && value < 0) return 'negative';
  return undefined;
}
