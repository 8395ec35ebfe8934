import { type Assembled, assembleParts, chooseParts } from '../assemble-parts.ts';
import { algorithmAmong, checksumElement, checksumHeader } from '../checksum.ts';
import { commitObject } from '../commit-object.ts';
import { checkWrite, readWriteCondition } from '../conditions.ts';
import { S3Error } from '../errors.ts';
import { bucketOf, type Exchange, keyOf, type Reply } from '../exchange.ts';
import type { Part } from '../journal-entry.ts';
import { quote } from '../object-headers.ts';
import { readXml } from '../read-xml.ts';
import { receiveText } from '../receive-body.ts';
import { shownVersionId } from '../versions.ts';
import { leaf, s3Document } from '../xml.ts';
import { findUpload } from './multipart.ts';

const MAX_BODY_BYTES = 4 * 1024 ** 2;

/** CompleteMultipartUpload. The new object and the end of the upload are one journal entry. */
export async function completeMultipartUpload(exchange: Exchange): Promise<Reply> {
  const { store, request } = exchange;
  const [bucket, key] = [bucketOf(exchange), keyOf(exchange)];
  const condition = readWriteCondition(request.headers);
  const document = readXml(await documentText(exchange), 'CompleteMultipartUpload');
  const { uploadId } = findUpload(exchange);
  return bucket.watching(key, (watch) =>
    bucket.inTurn(`upload:${uploadId}`, async () => {
      checkWrite(condition, bucket.state.versionsOf(key)[0]);
      const { upload } = findUpload(exchange);
      const parts = chooseParts(document, upload);
      refuseTooLarge(parts, store.maxObjectSize);
      const assembled = await assembleParts(bucket, parts, upload.checksum);
      await refuseOtherChecksum(exchange, assembled);
      const object = { ...assembled, headers: upload.headers };
      const reason = 'CompleteMultipartUpload';
      const version = await commitObject(store, bucket, { key, object, reason, condition, watch, uploadId });
      const { checksum } = version;
      return {
        status: 200,
        headers: { 'x-amz-version-id': shownVersionId(bucket, version) },
        body: s3Document(
          'CompleteMultipartUploadResult',
          leaf('Bucket', bucket.name),
          leaf('Key', key),
          leaf('ETag', quote(version.etag)),
          checksum && leaf(checksumElement(checksum.algorithm), checksum.value),
          leaf('ChecksumType', checksum?.type),
        ),
      };
    }),
  );
}

// Here the x-amz-checksum headers speak of the finished object, not of the document in the body.
function documentText({ request, identity }: Exchange): Promise<string> {
  const headers = new Map([...request.headers].filter(([name]) => !algorithmAmong([name])));
  return receiveText({ ...request, headers }, identity, MAX_BODY_BYTES);
}

function refuseTooLarge(parts: readonly Part[], limit: number): void {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  if (size > limit) throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
}

async function refuseOtherChecksum(exchange: Exchange, { file, checksum }: Assembled): Promise<void> {
  const { headers } = exchange.request;
  const algorithm = algorithmAmong(headers.keys());
  if (!algorithm || headers.get(checksumHeader(algorithm)) === checksum?.value) return;
  await bucketOf(exchange).bodies.remove([file]);
  throw new S3Error('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
}
