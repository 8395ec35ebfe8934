import type { FigureId } from '../../forms/form.ts';
import type { CheckOutcome, Message } from '../finding.ts';
import { broken, holds, notEvaluable } from '../outcomes.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { causeOf, compareReadings } from '../second-reading.ts';
import { sayDoubt } from '../wording/doubt.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';
import { sayMoreThanWhole } from '../wording/years.ts';

interface PartOfWhole {
  readonly scope: string;
  readonly label: Message;
  readonly part: readonly [FigureId, Message];
  readonly whole: readonly [FigureId, Message];
}

/** A figure of which another is a part cannot be the smaller one. Only what both cells state is compared. */
export function checkPart(
  rule: Pick<Rule, 'id' | 'severity'>,
  { scope, label, part, whole }: PartOfWhole,
  reading: Reading,
): CheckOutcome {
  const ids = [part[0], whole[0]];
  const cells = ids.map((id) => reading.figures[id]);
  const reason = cells.some((cell) => cell === undefined || cell.state === 'missing')
    ? 'missing-figure'
    : cells.some((cell) => cell?.state === 'unreadable')
      ? 'unreadable-figure'
      : cells.some((cell) => cell?.value === null)
        ? 'nothing-stated'
        : undefined;
  if (reason) return notEvaluable(rule, scope, reason, ids, sayNotEvaluable(rule.id, reason, label));
  const [partly = 0, wholly = 0] = cells.map((cell) => cell?.value ?? 0);
  if (wholly >= partly) return holds(rule, scope);
  const secondReading = compareReadings(ids, reading);
  const cause = causeOf(
    cells.some((cell) => cell?.doubtful),
    secondReading,
  );
  const doubt = sayDoubt({ cause, secondReading });
  const sentence = sayMoreThanWhole(label, part[1], whole[1], [partly, wholly]);
  return broken(rule, scope, {
    figures: ids,
    expected: partly,
    found: wholly,
    cause,
    secondReading,
    message: { zh: `${sentence.zh}${doubt.zh}`, en: `${sentence.en}${doubt.en}` },
  });
}
