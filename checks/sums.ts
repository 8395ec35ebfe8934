import type { FigureId, SumIdentity, SumRuleId, TableForm } from '../forms/form.ts';
import type { Figure, Figures } from '../parsers/figures/figure.ts';
import { blankTotals, isBlank } from './blank-totals.ts';
import type { CheckOutcome, NotEvaluable } from './finding.ts';
import { formsOf, type Reading } from './reading.ts';
import { causeOf, compareReadings } from './second-reading.ts';
import { sayNotEvaluable } from './wording/not-evaluable.ts';
import { saySum } from './wording/sums.ts';

/** Evaluates every identity of one rule on the report's forms. */
export function checkSums(rule: SumRuleId, reading: Reading): readonly CheckOutcome[] {
  return formsOf(reading).flatMap((form) => {
    const missingTotals = blankTotals(form.sums, reading.figures);
    return form.sums
      .filter((identity) => identity.rule === rule)
      .map((identity) => checkSum(identity, reading, missingTotals, leftOut(identity, form, reading)));
  });
}

/** Whether the table holds a row or column of the kind that this sum adds up and that was given no place in the form. */
function leftOut({ rule }: SumIdentity, form: TableForm, reading: Reading): boolean {
  const code = rule === 'T3-RESULTS' ? 'unexpected-row' : 'unexpected-column';
  const notes = reading.tables.find(({ table }) => table === form.table)?.notes ?? [];
  return rule !== 'T3-BALANCE' && notes.some((note) => note.code === code);
}

function checkSum(
  identity: SumIdentity,
  reading: Reading,
  missingTotals: ReadonlySet<FigureId>,
  leftOut: boolean,
): CheckOutcome {
  const { rule, scope } = identity;
  const { figures } = reading;
  const ids = [...identity.addends, ...identity.totals];
  const obstacle = findObstacle(ids, figures, missingTotals);
  if (obstacle) {
    return {
      outcome: 'not-evaluable',
      rule,
      scope,
      ...obstacle,
      message: sayNotEvaluable(rule, obstacle.reason, identity.scopeLabel),
    };
  }
  const sum = (part: readonly FigureId[]) => part.reduce((total, id) => total + (figures[id]?.value ?? 0), 0);
  const expected = sum(identity.addends);
  const found = sum(identity.totals);
  if (expected === found) return { outcome: 'holds', rule, scope };
  const secondReading = compareReadings(ids, reading);
  const cause = causeOf(leftOut || ids.some((id) => figures[id]?.doubtful), secondReading);
  const blanks = ids.filter((id) => isBlank(figures[id])).length;
  return {
    rule,
    scope,
    severity: 'error',
    outcome: 'broken',
    cause,
    ...(secondReading && { secondReading }),
    figures: ids,
    expected,
    found,
    difference: found - expected,
    suspects: [],
    message: saySum(identity, figures, { expected, found, cause, secondReading, blanks }),
  };
}

function findObstacle(
  ids: readonly FigureId[],
  figures: Figures,
  missingTotals: ReadonlySet<FigureId>,
): Pick<NotEvaluable, 'reason' | 'figures'> | undefined {
  const where = (holds: (figure: Figure | undefined, id: FigureId) => boolean) =>
    ids.filter((id) => holds(figures[id], id));
  const missing = where((figure) => figure === undefined || figure.state === 'missing');
  if (missing.length > 0) return { reason: 'missing-figure', figures: missing };
  const unreadable = where((figure) => figure?.state === 'unreadable');
  if (unreadable.length > 0) return { reason: 'unreadable-figure', figures: unreadable };
  const blankTotal = where((_, id) => missingTotals.has(id));
  if (blankTotal.length > 0) return { reason: 'blank-total', figures: blankTotal };
  if (where((figure) => !isBlank(figure)).length === 0) return { reason: 'nothing-stated', figures: [...ids] };
  return undefined;
}
