import { failure } from '../../records/failures.ts';
import { findHidden, type StoredVersion } from '../../records/inbox-versions.ts';
import { type UploadRef, uploadName } from '../../records/keys.ts';
import type { LedgerEntry } from '../../records/ledger.ts';
import type { Position, ReconcileDependencies } from '../dependencies.ts';
import { judgeUpload } from './judge-upload.ts';

/** What a reconciliation found, and did unless it only looked. */
export interface Reconciled {
  /** Stored versions that were looked at. */
  versions: number;
  /** Had no outcome for more than an hour, counted over the whole list. */
  missing: number;
  /** Put on the queue again. */
  requeued: number;
  /** Ended as failed, since their workers died one after another. */
  abandoned: number;
  /** Found hidden or deleted without a word of it in the ledger. */
  removed: number;
  /** Said to be hidden, and not hidden. */
  returned: number;
  /** Where to go on; absent when the list was read to its end. */
  next: Position | undefined;
}

interface Course {
  readonly from?: Position | undefined;
  /** Changes nothing. */
  readonly isDry?: boolean;
  /** Asked after each page of 1,000 versions. */
  readonly isTimeUp?: () => boolean;
  readonly onFound?: (found: Found) => void;
}

/** One upload that was not as the ledger said. */
export interface Found {
  readonly upload: UploadRef;
  readonly what: 'requeued' | 'abandoned' | 'removed' | 'returned';
  readonly entry: LedgerEntry | undefined;
}

/**
 * Compares the inbox with the ledger, both ways, and mends what differs: what has no outcome goes on the queue again,
 * what was removed is marked. It may stop anywhere, run twice at once and be repeated: messages may double, which
 * ingest bears, and nothing else does. For 100,000 versions: 100 requests to S3, 1,000 batches of 100 entries (50,000
 * read units), and a query for each day of the ledger; for each upload found, a tenth of a message and a write.
 */
export async function reconcileInbox(course: Course, deps: ReconcileDependencies): Promise<Reconciled> {
  const startedAt = deps.clock();
  const found = { versions: 0, missing: course.from?.missing ?? 0, requeued: 0, abandoned: 0, removed: 0, returned: 0 };
  const isBusy = (await deps.queue.waiting()) > 0;
  const listed = new Set<string>();
  let position: Position = course.from ?? { from: {}, missing: 0 };
  for (;;) {
    const page = await deps.inbox.list(position.from);
    const { stored, open } = findHidden(page.versions, position.open);
    for (const { key, versionId } of stored) listed.add(`${key}@${versionId}`);
    await comparePage(stored, isBusy, found, course, deps);
    if (!page.next) break;
    position = { from: page.next, open, missing: found.missing };
    if (course.isTimeUp?.()) return { ...found, next: position };
  }
  // Only a list that was read in one go tells what is not in it.
  if (!course.from) await findGone(listed, startedAt, found, course, deps);
  return { ...found, next: undefined };
}

async function comparePage(
  stored: readonly StoredVersion[],
  isBusy: boolean,
  found: Omit<Reconciled, 'next'>,
  course: Course,
  deps: ReconcileDependencies,
): Promise<void> {
  const { isDry = false, onFound = () => {} } = course;
  const { inbox, upkeep, queue, clock } = deps;
  const versions = stored.map((version) => ({
    ...version,
    upload: { bucket: inbox.bucket, key: version.key, versionId: version.versionId },
  }));
  const entries = await upkeep.entries(versions.map(({ upload }) => upload));
  const toRequeue: UploadRef[] = [];
  found.versions += versions.length;
  for (const version of versions) {
    const { upload } = version;
    const entry = entries.get(uploadName(upload));
    const now = clock();
    const { need, isMissing, removal } = judgeUpload(version, entry, { now, isBusy });
    if (isMissing) found.missing += 1;
    if (need === 'requeue') {
      toRequeue.push(upload);
      onFound({ upload, what: 'requeued', entry });
    }
    if (need === 'abandon' && entry && (isDry || (await upkeep.abandon(entry, failure('worker-lost'), now)))) {
      found.abandoned += 1;
      onFound({ upload, what: 'abandoned', entry });
    }
    if (removal) await noteRemoval(removal, version, entry, found, course, deps);
  }
  found.requeued += toRequeue.length;
  if (isDry) return;
  // Sent before it is noted: a crash between the two sends once more, and never not at all.
  await queue.send(toRequeue, 'reconcile');
  for (const upload of toRequeue) await upkeep.noteRequeued(upload, clock());
}

async function noteRemoval(
  removal: 'hidden' | 'returned',
  { upload, hiddenSince }: StoredVersion & { readonly upload: UploadRef },
  entry: LedgerEntry | undefined,
  found: Omit<Reconciled, 'next'>,
  { isDry = false, onFound = () => {} }: Course,
  { ledger, clock }: ReconcileDependencies,
): Promise<void> {
  const now = clock();
  const isHidden = removal === 'hidden';
  found[isHidden ? 'removed' : 'returned'] += 1;
  onFound({ upload, what: isHidden ? 'removed' : 'returned', entry });
  if (isDry) return;
  if (isHidden) await ledger.noteRemoval(upload, removal, hiddenSince ?? now.toISOString(), now);
  else await ledger.noteReturn(upload);
}

/** Entries whose object is not in the bucket any more, without a word of its removal. */
async function findGone(
  listed: ReadonlySet<string>,
  startedAt: Date,
  found: Omit<Reconciled, 'next'>,
  { isDry = false, isTimeUp = () => false, onFound = () => {} }: Course,
  { inbox, ledger, ledgerOfDay, clock }: ReconcileDependencies,
): Promise<void> {
  for (let back = 0; back < LEDGER_DAYS && !isTimeUp(); back += DAYS_AT_ONCE) {
    const days = Array.from({ length: DAYS_AT_ONCE }, (_, at) => new Date(startedAt.getTime() - (back + at) * DAY));
    for (const entry of (await Promise.all(days.map((day) => ledgerOfDay(day)))).flat()) {
      const { bucket, key, versionId, removal, receivedAt } = entry;
      if (bucket !== inbox.bucket || !key.startsWith(inbox.prefix) || removal === 'gone') continue;
      // What arrived meanwhile may have been uploaded behind the place that the list had reached.
      if (Date.parse(receivedAt) > startedAt.getTime() - CLOCKS_APART || listed.has(`${key}@${versionId}`)) continue;
      const now = clock();
      found.removed += 1;
      if (!isDry) await ledger.noteRemoval({ bucket, key, versionId }, 'gone', now.toISOString(), now);
      onFound({ upload: { bucket, key, versionId }, what: 'removed', entry });
    }
  }
}

/** How far the clocks of two functions may be apart. */
const CLOCKS_APART = 60_000;
const DAY = 24 * 3600 * 1000;
/** Two terms and a half: objects that are older are not asked after. */
const LEDGER_DAYS = 900;
/** Most days are empty: they are asked after together. */
const DAYS_AT_ONCE = 20;
