import { type UploadRef, uploadName } from '../../records/keys.ts';
import type { LedgerEntry } from '../../records/ledger.ts';
import type { DeadLetter, RedriveDependencies } from '../dependencies.ts';
import { type InboxEvent, readUploadEvent } from '../ingest/upload-event.ts';

/** A message that was given up, or an upload that ended by a fault, and what is to be done about it. */
export interface Stranded {
  /** Absent where the message is none of ours. */
  readonly upload: UploadRef | undefined;
  readonly letter: DeadLetter | undefined;
  readonly entry: LedgerEntry | undefined;
  /**
   * `reopen`: the ledger says failed, another delivery may succeed. `resend`: it was not settled, or tells of a removal.
   * `discard`: its upload was settled meanwhile, or is gone. `leave`: nobody but a person can tell.
   */
  readonly plan: 'reopen' | 'resend' | 'discard' | 'leave';
}

/** As many as anybody wants to see at once; the next run finds the rest. */
const MOST_LETTERS = 5_000;

/**
 * Everything that waits for a person: the dead letters, which are hidden from others while they are looked at, and what
 * a fault ended of which no message is left.
 * @param since of the day (UTC) from which on the ledger is looked at
 */
export async function findStranded(since: Date, deps: RedriveDependencies): Promise<readonly Stranded[]> {
  const letters = await readLetters(deps);
  const named = letters.flatMap(({ event }) => (event ? [event.upload] : []));
  const entries = await deps.upkeep.entries(named.filter(isFirst));
  const stranded = letters.map(({ letter, event }): Stranded => {
    const entry = event && entries.get(uploadName(event.upload));
    return { upload: event?.upload, letter, entry, plan: planFor(event, entry) };
  });
  const seen = new Set(named.map(uploadName));
  for (let day = since.getTime(); day <= deps.clock().getTime(); day += DAY) {
    for (const entry of await deps.ledgerOfDay(new Date(day))) {
      if (!isFailedByFault(entry) || seen.has(uploadName(entry))) continue;
      const { bucket, key, versionId } = entry;
      stranded.push({ upload: { bucket, key, versionId }, letter: undefined, entry, plan: 'reopen' });
    }
  }
  return stranded;
}

const DAY = 24 * 3600 * 1000;

const isFirst = (upload: UploadRef, at: number, all: readonly UploadRef[]) =>
  all.findIndex((other) => uploadName(other) === uploadName(upload)) === at;

const isFailedByFault = ({ state, settlement, removal }: LedgerEntry) =>
  state === 'settled' && settlement?.fault === true && removal !== 'gone';

async function readLetters({ deadLetters }: RedriveDependencies) {
  const read: { letter: DeadLetter; event: InboxEvent | undefined }[] = [];
  while (read.length < MOST_LETTERS) {
    const received = await deadLetters.receive();
    if (received.length === 0) break;
    read.push(...received.map((letter) => ({ letter, event: eventOf(letter) })));
  }
  return read;
}

/** Nothing where somebody else wrote to the queue. */
function eventOf({ body }: DeadLetter): InboxEvent | undefined {
  try {
    return readUploadEvent(body);
  } catch {
    return undefined;
  }
}

function planFor(event: InboxEvent | undefined, entry: LedgerEntry | undefined): Stranded['plan'] {
  if (!event) return 'leave';
  if (event.kind === 'removed' || entry?.state !== 'settled') return 'resend';
  return isFailedByFault(entry) ? 'reopen' : 'discard';
}
