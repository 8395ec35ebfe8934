import { randomBytes } from 'node:crypto';
import { parseAlgorithm } from '../checksum.ts';
import { S3Error } from '../errors.ts';
import { bucketOf, type Exchange, keyOf, type Reply } from '../exchange.ts';
import type { Part, Upload } from '../journal-entry.ts';
import { describeChecksum, headersToKeep, quote } from '../object-headers.ts';
import { receiveBody } from '../receive-body.ts';
import { leaf, s3Document } from '../xml.ts';
import { storedChecksum } from './put-object.ts';

const MAX_PART_NUMBER = 10_000;

export async function createMultipartUpload(exchange: Exchange): Promise<Reply> {
  const { headers } = exchange.request;
  const [bucket, key] = [bucketOf(exchange), keyOf(exchange)];
  const uploadId = randomBytes(24).toString('base64url');
  const checksum = readChecksum(headers);
  const upload = { key, headers: headersToKeep(headers), ...(checksum && { checksum }) };
  await bucket.commit(`upload:${uploadId}`, () => ({ op: 'upload', uploadId, upload }));
  return {
    status: 200,
    headers: checksum ? { 'x-amz-checksum-algorithm': checksum.algorithm, 'x-amz-checksum-type': checksum.type } : {},
    body: s3Document(
      'InitiateMultipartUploadResult',
      leaf('Bucket', bucket.name),
      leaf('Key', key),
      leaf('UploadId', uploadId),
    ),
  };
}

function readChecksum(headers: ReadonlyMap<string, string>): Upload['checksum'] {
  const name = headers.get('x-amz-checksum-algorithm');
  if (name === undefined) return undefined;
  const algorithm = parseAlgorithm(name);
  const type = headers.get('x-amz-checksum-type') ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  const [full, composite] = [!algorithm.startsWith('SHA'), algorithm !== 'CRC64NVME'];
  if (type === 'FULL_OBJECT' && full) return { algorithm, type };
  if (type === 'COMPOSITE' && composite) return { algorithm, type };
  throw new S3Error(
    'InvalidRequest',
    `The ${type} checksum type cannot be used with the ${algorithm} checksum algorithm.`,
  );
}

/** UploadPart; a part sent again replaces the earlier one. */
export async function uploadPart(exchange: Exchange): Promise<Reply> {
  const { store, request, identity } = exchange;
  const bucket = bucketOf(exchange);
  const number = Number(request.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > MAX_PART_NUMBER) {
    throw new S3Error('InvalidArgument', `Part number must be an integer between 1 and ${MAX_PART_NUMBER}, inclusive`);
  }
  const { uploadId } = findUpload(exchange);
  const { file, filled } = await bucket.bodies.write((write) =>
    receiveBody(request, identity, store.maxObjectSize, write),
  );
  const checksum = storedChecksum(filled);
  const modified = store.now().toISOString();
  const part: Part = { file, size: filled.size, md5: filled.md5, modified, ...(checksum && { checksum }) };
  const entry = await bucket.commit(`upload:${uploadId}`, () =>
    bucket.state.uploads.has(uploadId) ? { op: 'part', uploadId, number, part } : undefined,
  );
  if (!entry) {
    await bucket.bodies.remove([file]);
    throw noSuchUpload();
  }
  return {
    status: 200,
    headers: { etag: quote(part.md5), ...describeChecksum(checksum), 'x-amz-checksum-type': undefined },
  };
}

export async function abortMultipartUpload(exchange: Exchange): Promise<Reply> {
  const bucket = bucketOf(exchange);
  const { uploadId } = findUpload(exchange);
  await bucket.commit(`upload:${uploadId}`, () => {
    findUpload(exchange);
    return { op: 'abort', uploadId };
  });
  return { status: 204, headers: {} };
}

/** The upload that the `uploadId` parameter names. Throws NoSuchUpload. */
export function findUpload(exchange: Exchange): { uploadId: string; upload: Upload } {
  const uploadId = exchange.request.query.get('uploadId') ?? '';
  const upload = bucketOf(exchange).state.uploads.get(uploadId);
  if (!upload || upload.key !== keyOf(exchange)) throw noSuchUpload();
  return { uploadId, upload };
}

function noSuchUpload(): S3Error {
  return new S3Error(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
  );
}
