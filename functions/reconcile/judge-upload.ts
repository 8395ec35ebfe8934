import type { StoredVersion } from '../../records/inbox-versions.ts';
import type { LedgerEntry } from '../../records/ledger.ts';

const MINUTES = 60_000;

const RECONCILE = {
  /** An upload is read within seconds; what has no entry after this was not announced, or its worker died. */
  patience: 10 * MINUTES,
  /** While messages wait, an upload may be among them: it is not put there a second time before this. */
  patienceWhileBusy: 60 * MINUTES,
  /** What was missing for so long is a gap that somebody must hear of. */
  gap: 60 * MINUTES,
  /** An outage is given this long to pass before what it made fail is tried again. */
  patienceAfterFault: 60 * MINUTES,
  /** Claims of one upload, twice what the queue delivers, after which a person has to look. */
  claims: 10,
} as const;

export interface Judgement {
  /** `abandon`: its workers died one after another; the entry is to say so. */
  readonly need: 'nothing' | 'wait' | 'requeue' | 'abandon';
  /** It has had no outcome for longer than anybody should wait. */
  readonly isMissing: boolean;
  /** What the ledger says of its removal is no longer so. */
  readonly removal: 'hidden' | 'returned' | undefined;
}

/**
 * Compares one version in the inbox with its line of the ledger.
 * @param isBusy messages wait in the queue
 */
export function judgeUpload(
  version: StoredVersion,
  entry: LedgerEntry | undefined,
  { now, isBusy }: { readonly now: Date; readonly isBusy: boolean },
): Judgement {
  const removal = removalOf(version, entry);
  if (entry?.state === 'settled') {
    const { settlement, settledAt = '', requeuedAt = '' } = entry;
    const isDue = now.getTime() - latest(settledAt, requeuedAt) > RECONCILE.patienceAfterFault;
    const isToRetry = settlement?.fault === true && isDue && claimsOf(entry) < RECONCILE.claims;
    return { need: isToRetry ? 'requeue' : 'nothing', isMissing: false, removal };
  }
  const { leaseUntil = '', requeuedAt = '', reopened = [] } = entry ?? {};
  const askedFor = latest(version.at, reopened.at(-1)?.at ?? '');
  const isMissing = now.getTime() - askedFor > RECONCILE.gap && now.getTime() > latest(leaseUntil);
  const patience = isBusy ? RECONCILE.patienceWhileBusy : RECONCILE.patience;
  // One message on its way is enough for as long as a full round of deliveries may take.
  const isOnItsWay = now.getTime() - latest(requeuedAt) < RECONCILE.patienceWhileBusy;
  if (isOnItsWay || now.getTime() - Math.max(askedFor, latest(leaseUntil)) < patience)
    return { need: 'wait', isMissing, removal };
  return { need: entry && claimsOf(entry) >= RECONCILE.claims ? 'abandon' : 'requeue', isMissing, removal };
}

/** Claims since somebody last had it taken up again. */
const claimsOf = ({ token, reopened = [] }: LedgerEntry) => token - (reopened.at(-1)?.token ?? 0);

/** The later of two times, in milliseconds; an empty one is long ago. */
const latest = (...times: readonly string[]) => Math.max(0, ...times.map((time) => (time ? Date.parse(time) : 0)));

function removalOf({ hiddenSince }: StoredVersion, entry: LedgerEntry | undefined): Judgement['removal'] {
  if (hiddenSince !== undefined) return entry?.removal === undefined ? 'hidden' : undefined;
  return entry?.removal === 'hidden' ? 'returned' : undefined;
}
