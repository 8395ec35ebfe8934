import type { Bucket } from './bucket.ts';
import { checkWrite, type WriteCondition } from './conditions.ts';
import { type ObjectDeleted, sequencerOf } from './events.ts';
import type { StoreParts } from './exchange.ts';
import type { Entry, Version } from './journal-entry.ts';
import { NULL_VERSION, newVersionId, shownVersionId } from './versions.ts';

export interface Deletion {
  key: string;
  versionId: string | undefined;
  condition: WriteCondition;
}

/** What a deletion came to, in the words of S3's answers. */
export interface Deleted {
  /** Of the version that was removed or of the marker that was made. */
  versionId: string | undefined;
  /** Whether that is a delete marker. */
  marker: boolean;
}

/**
 * Deletes a key: by a marker where the bucket is versioned, for good where it is not or where a version is named.
 * Deleting what is not there succeeds, without an event. Throws PreconditionFailed.
 */
export async function deleteVersion(store: StoreParts, bucket: Bucket, deletion: Deletion): Promise<Deleted> {
  const { key, versionId } = deletion;
  let removed: Version | undefined;
  const entry = await bucket.commit(`key:${key}`, () => {
    const versions = bucket.state.versionsOf(key);
    checkWrite(deletion.condition, versionId === undefined ? versions[0] : versions.find(hasId(versionId)));
    if (versionId === undefined && bucket.state.versioning !== undefined) return markerEntry(store, bucket, key);
    removed = versions.find(hasId(versionId ?? NULL_VERSION));
    if (!removed) return undefined;
    return { op: 'remove' as const, key, versionId: removed.versionId, seq: bucket.nextSeq() };
  });
  if (!entry) return { versionId, marker: false };
  await store.emit(eventOf(store, bucket, entry));
  const deleted = entry.op === 'put' ? entry.version : entry;
  return { versionId: shownVersionId(bucket, deleted), marker: entry.op === 'put' || removed?.kind === 'marker' };
}

type DeletionEntry = Extract<Entry, { op: 'put' | 'remove' }>;

function markerEntry(store: StoreParts, bucket: Bucket, key: string): DeletionEntry {
  const versionId = newVersionId(bucket.state.versioning);
  const modified = store.now().toISOString();
  return { op: 'put', key, version: { kind: 'marker', versionId, seq: bucket.nextSeq(), modified } };
}

function eventOf(store: StoreParts, bucket: Bucket, entry: DeletionEntry): ObjectDeleted {
  const deleted = entry.op === 'put' ? entry.version : entry;
  return {
    eventName: 'Object Deleted',
    reason: 'DeleteObject',
    deletionType: entry.op === 'put' ? 'Delete Marker Created' : 'Permanently Deleted',
    bucket: bucket.name,
    key: entry.key,
    versionId: shownVersionId(bucket, deleted),
    sequencer: sequencerOf(deleted.seq),
    time: entry.op === 'put' ? entry.version.modified : store.now().toISOString(),
  };
}

function hasId(versionId: string): (version: Version) => boolean {
  return (version) => version.versionId === versionId;
}
