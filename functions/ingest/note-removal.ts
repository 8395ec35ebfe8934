import { findHidden } from '../../records/inbox-versions.ts';
import type { IngestDependencies } from '../dependencies.ts';
import type { InboxEvent } from './upload-event.ts';

/**
 * Marks in the ledger what was removed from the inbox. The event only says that something happened to a key: what is
 * hidden, and what came back because its delete marker was deleted, is asked of the bucket, so the order and number of
 * deliveries do not matter. Records and revisions stay as they are.
 */
export async function noteRemoval(
  { upload, removal, at }: Extract<InboxEvent, { kind: 'removed' }>,
  { objects, ledger, clock, log }: Pick<IngestDependencies, 'objects' | 'ledger' | 'clock' | 'log'>,
): Promise<void> {
  log.info('upload-removed', { ...upload, removal });
  // An entry shows that it was an object; without one it was a delete marker, or an upload that is found gone in its turn.
  if (removal === 'gone' && (await ledger.noteRemoval(upload, removal, at, clock()))) return;
  const { bucket, key } = upload;
  const { stored } = findHidden(await objects.versionsOf(bucket, key));
  for (const { versionId, hiddenSince } of stored) {
    const version = { bucket, key, versionId };
    if (hiddenSince === undefined) await ledger.noteReturn(version);
    else await ledger.noteRemoval(version, 'hidden', hiddenSince, clock());
  }
}
