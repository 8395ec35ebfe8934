import { commitObject } from '../commit-object.ts';
import { checkWrite, readWriteCondition } from '../conditions.ts';
import { bucketOf, type Exchange, keyOf, type Reply } from '../exchange.ts';
import type { StoredChecksum } from '../journal-entry.ts';
import { describeChecksum, headersToKeep, quote } from '../object-headers.ts';
import { type Received, receiveBody } from '../receive-body.ts';
import { shownVersionId } from '../versions.ts';

/** PutObject. A condition that fails already is refused before the body is read. */
export async function putObject(exchange: Exchange): Promise<Reply> {
  const { store, request, identity } = exchange;
  const [bucket, key] = [bucketOf(exchange), keyOf(exchange)];
  const condition = readWriteCondition(request.headers);
  const headers = headersToKeep(request.headers);
  return bucket.watching(key, async (watch) => {
    checkWrite(condition, bucket.state.versionsOf(key)[0]);
    const { file, filled } = await bucket.bodies.write((write) =>
      receiveBody(request, identity, store.maxObjectSize, write),
    );
    const checksum = storedChecksum(filled);
    const object = {
      file,
      size: filled.size,
      etag: filled.md5,
      md5: filled.md5,
      headers,
      ...(checksum && { checksum }),
    };
    const version = await commitObject(store, bucket, { key, object, reason: 'PutObject', condition, watch });
    return {
      status: 200,
      headers: {
        etag: quote(version.etag),
        'x-amz-version-id': shownVersionId(bucket, version),
        ...describeChecksum(checksum),
      },
    };
  });
}

/** The checksum that a body came with, now verified. */
export function storedChecksum({ algorithm, checksum }: Received): StoredChecksum | undefined {
  return algorithm && checksum !== undefined ? { algorithm, value: checksum, type: 'FULL_OBJECT' } : undefined;
}
