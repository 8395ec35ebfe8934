import { setImmediate } from 'node:timers/promises';
import type { Bucket } from './bucket.ts';
import type { ObjectVersion } from './journal-entry.ts';
import { findObject } from './versions.ts';

const ATTEMPTS = 10;

/**
 * Finds an object and does something with its body file. An overwrite may remove the file between the two; then the
 * object is looked up again. Throws NoSuchKey and what else `findObject` throws.
 */
export async function withBody<T>(
  bucket: Bucket,
  key: string,
  versionId: string | undefined,
  use: (object: ObjectVersion) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const object = findObject(bucket, key, versionId);
    try {
      return await use(object);
    } catch (fault) {
      if (attempt === ATTEMPTS || !isMissingFile(fault)) throw fault;
      await setImmediate();
    }
  }
}

function isMissingFile(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
}
