import type { FigureId } from '../../forms/form.ts';
import type { Claim, ClaimSubject } from '../../parsers/prose/prose.ts';
import { type CheckOutcome, WHOLE_REPORT } from '../finding.ts';
import { broken, holds, notEvaluable } from '../outcomes.ts';
import { formOf, type Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { causeOf, compareReadings } from '../second-reading.ts';
import { nameClaim } from '../wording/claim-words.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';
import { claimedSums, tableOf } from './claimed-figures.ts';
import type { Judge, Judgement } from './judgement.ts';
import { isAbout, ownClaims, scopeOfClaim } from './own-claims.ts';
import { quoteClaim } from './quote-claim.ts';

type Named = Pick<Rule, 'id' | 'severity'>;

/**
 * What a rule says of the claims about its subjects, one outcome for each thing claimed. The same thing is often claimed
 * several times, and a second number may speak of a part that the reader did not see: where one of them agrees with the
 * tables, or may agree with a cell that could not be read, the others are not held against the report. Otherwise the
 * first is reported.
 * @param judges how claims of each kind are compared; claims of a kind without a judge are none
 */
export function checkClaims(
  rule: Named,
  subjects: readonly ClaimSubject[],
  judges: Readonly<Partial<Record<Claim['kind'], Judge>>>,
  reading: Reading,
): readonly CheckOutcome[] {
  if (!subjects.some((subject) => formOf(reading, tableOf(subject)))) return [];
  const known = new Set(subjects);
  const claims = ownClaims(reading).filter(
    (claim) =>
      judges[claim.kind] &&
      isAbout(claim, known) &&
      claim.meanings.some((meaning) => claimedSums(meaning, reading).length > 0),
  );
  if (claims.length === 0) {
    return [notEvaluable(rule, WHOLE_REPORT, 'no-claim', [], sayNotEvaluable(rule.id, 'no-claim'))];
  }
  const scopes = [...new Set(claims.map(scopeOfClaim))];
  return scopes.map((scope) => {
    const same = claims.filter((claim) => scopeOfClaim(claim) === scope);
    const judged = same.flatMap((claim) => {
      const judgement = judges[claim.kind]?.(claim, reading);
      return judgement ? [{ claim, judgement }] : [];
    });
    return conclude(rule, scope, judged, reading);
  });
}

interface Judged {
  readonly claim: Claim;
  readonly judgement: Judgement;
}

function conclude(rule: Named, scope: string, judged: readonly Judged[], reading: Reading): CheckOutcome {
  if (judged.some(({ judgement }) => judgement.verdict === 'agrees')) return holds(rule, scope);
  for (const { claim, judgement } of judged) {
    if (judgement.verdict !== 'unknown') continue;
    const message = sayNotEvaluable(rule.id, judgement.reason, nameClaim(claim));
    return notEvaluable(rule, scope, judgement.reason, judgement.figures, message);
  }
  for (const { claim, judgement } of judged) {
    if (judgement.verdict !== 'differs') continue;
    const { expected, figures } = judgement;
    const secondReading = compareReadings(figures, reading);
    const cause = causeOf(isDoubtful(figures, reading), secondReading);
    return broken(rule, scope, {
      figures: [...figures],
      expected,
      found: claim.value,
      cause,
      ...(secondReading && { secondReading }),
      quote: quoteClaim(claim),
      message: judgement.say({ cause, ...(secondReading && { secondReading }) }),
    });
  }
  return holds(rule, scope);
}

/** A cell was read with doubt, or the table has a row or column that was given no place and may belong to the sum. */
function isDoubtful(ids: readonly FigureId[], { figures, tables }: Reading): boolean {
  if (ids.some((id) => figures[id]?.doubtful)) return true;
  return tables.some(({ table, notes }) => {
    const here = ids.filter((id) => id.startsWith(`${table}.`));
    const may = { 'unexpected-row': here.some(isOfGroup), 'unexpected-column': here.length > 1 };
    return notes.some(({ code }) => (code === 'unexpected-row' || code === 'unexpected-column') && may[code]);
  });
}

/** Rows of （三） to （六）, which are added up. */
const isOfGroup = (id: FigureId) => /^t3\.(?:refused|unavailable|declined|other)/u.test(id);
