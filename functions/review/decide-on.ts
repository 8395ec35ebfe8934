import type { DecisionRequest, DecisionResult, DecisionState } from '../../records/contract/api/decisions.ts';
import { type Decision, owesNote } from '../../records/decision.ts';
import { withReview } from '../../records/head.ts';
import type { ReportRef } from '../../records/keys.ts';
import type { Reports } from '../dependencies.ts';
import { TryAgain } from '../try-again.ts';
import { readWholeHead, type WholeHeads } from './read-whole-head.ts';

/** Looks at a head that others keep moving: a report that is read again, decisions on its other findings. */
const DECISION_TRIES = 30;

export interface DecisionStores extends WholeHeads {
  readonly reports: Pick<
    Reports,
    'readHead' | 'readRecord' | 'readAcross' | 'decisions' | 'everyDecision' | 'decide' | 'assign'
  >;
  readonly clock: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Who decides, and what they named the request by. */
export interface Decider {
  readonly name: string;
  /** `Idempotency-Key`: the same request under the same name is done once. */
  readonly request?: string | undefined;
}

/**
 * Takes a decision on a finding of a report's newest revision. Only a decision on that very finding that the caller had
 * not seen is a conflict; whatever else moved the head is looked at again.
 * @throws TryAgain when the head keeps moving
 */
export async function decideOn(
  asked: DecisionRequest,
  { name: by, request }: Decider,
  stores: DecisionStores,
): Promise<DecisionResult> {
  const { report, key, decision, note, expected } = asked;
  if (owesNote(asked)) return { outcome: 'note-owed', key };
  for (let attempt = 0; attempt < DECISION_TRIES; attempt++) {
    const before = await stores.reports.readHead(report);
    const head = before && (await readWholeHead(before, stores));
    const standing = head?.review[key];
    if (head && standing && standing.version !== expected) return judgeOvertaken(asked, { name: by, request }, stores);
    const line = head?.lines?.find((candidate) => candidate.key === key);
    if (!head || !line || (standing?.version ?? 0) !== expected) return { outcome: 'not-found', key };
    const at = timeAfter(standing?.at, stores.clock());
    const review = { decision, by, at, version: expected + 1 };
    const { rule, scope } = line;
    const event: Decision = { key, rule, scope, ...review, note, ...(request ? { request } : {}) };
    if (await stores.reports.decide(report, event, before, withReview(head, key, review))) {
      return { outcome: 'decided', key, state: { ...review, note } };
    }
    await stores.wait(10 + 10 * attempt);
  }
  throw new TryAgain('the head of the report kept moving');
}

/** Decisions of a key are ordered by time: a clock that lags must not put the later one before the earlier. */
function timeAfter(standing: string | undefined, now: Date): string {
  const earliest = standing === undefined ? 0 : Date.parse(standing) + 1;
  return new Date(Math.max(earliest, now.getTime())).toISOString();
}

/** Somebody decided meanwhile: the caller, by this very request, or another. */
async function judgeOvertaken(
  { report, key, decision, note, expected }: DecisionRequest,
  { name, request }: Decider,
  { reports }: DecisionStores,
): Promise<DecisionResult> {
  const events = await readEvents(report, key, reports);
  const isSame = (event: Decision) =>
    event.by === name &&
    event.decision === decision &&
    event.note === note &&
    event.version === expected + 1 &&
    (request === undefined || event.request === request);
  const own = events.find(isSame);
  if (own) return { outcome: 'decided', key, state: stateOf(own) };
  const last = events.at(-1);
  return last ? { outcome: 'conflict', key, standing: stateOf(last) } : { outcome: 'not-found', key };
}

const readEvents = async (report: ReportRef, key: string, reports: DecisionStores['reports']) =>
  (await reports.everyDecision(report)).filter((event) => event.key === key);

const stateOf = ({ decision, by, at, note, version }: Decision): DecisionState => ({ decision, by, at, note, version });
