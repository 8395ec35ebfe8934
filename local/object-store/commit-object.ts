import type { Bucket } from './bucket.ts';
import { checkWrite, type WriteCondition } from './conditions.ts';
import { S3Error } from './errors.ts';
import { type ObjectCreated, sequencerOf } from './events.ts';
import type { StoreParts } from './exchange.ts';
import type { ObjectVersion } from './journal-entry.ts';
import { newVersionId, shownVersionId } from './versions.ts';

export type NewObject = Omit<ObjectVersion, 'kind' | 'versionId' | 'seq' | 'modified'>;

export interface ObjectToCommit {
  key: string;
  object: NewObject;
  reason: ObjectCreated['reason'];
  condition: WriteCondition;
  /** Whether the key was deleted from since the request began. */
  watch: { readonly deleted: boolean };
  uploadId?: string;
}

/**
 * Makes a stored body the newest version of its key and tells of it; removes the body when the condition fails.
 * The one place where objects come into being.
 */
export async function commitObject(store: StoreParts, bucket: Bucket, commit: ObjectToCommit): Promise<ObjectVersion> {
  const { key, object, uploadId } = commit;
  const entry = await bucket
    .commit(`key:${key}`, () => {
      checkWrite(commit.condition, bucket.state.versionsOf(key)[0], commit.watch.deleted);
      const versionId = newVersionId(bucket.state.versioning);
      const modified = store.now().toISOString();
      const version = { kind: 'object' as const, ...object, versionId, seq: bucket.nextSeq(), modified };
      return { op: 'put' as const, key, version, ...(uploadId !== undefined && { uploadId }) };
    })
    .catch(async (fault: unknown) => {
      // Any other fault leaves it open whether the entry was written; the next start sweeps the body if it was not.
      if (fault instanceof S3Error) await bucket.bodies.remove([object.file]);
      throw fault;
    });
  if (!entry) throw new Error('a put always has an entry');
  const { version } = entry;
  await store.emit({
    eventName: 'Object Created',
    reason: commit.reason,
    bucket: bucket.name,
    key,
    size: version.size,
    etag: version.etag,
    versionId: shownVersionId(bucket, version),
    sequencer: sequencerOf(version.seq),
    time: version.modified,
  });
  return version;
}
