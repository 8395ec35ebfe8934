import { createHash, randomBytes } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { startChecksum } from '../../../local/object-store/checksum.ts';
import { BUCKET, openClient, openStore, refusal } from './open-store.ts';

const K = { Bucket: BUCKET, Key: '合 集.zip' };
const PARTS = [randomBytes(5 * 1024 ** 2), randomBytes(1000)];
const WHOLE = Buffer.concat(PARTS);
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest();
const MULTIPART_ETAG = `"${md5(Buffer.concat(PARTS.map(md5))).toString('hex')}-2"`;

async function begin(s3: S3Client, input: Partial<CreateMultipartUploadCommandInput> = {}) {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ ...K, ...input }));
  const sent = await Promise.all(
    PARTS.map((Body, index) => s3.send(new UploadPartCommand({ ...K, UploadId, PartNumber: index + 1, Body }))),
  );
  const parts = sent.map(({ ETag, ChecksumCRC32 }, index) => ({ PartNumber: index + 1, ETag, ChecksumCRC32 }));
  return { UploadId, parts };
}

const complete = (s3: S3Client, UploadId: string | undefined, Parts: object[], more: object = {}) =>
  s3.send(new CompleteMultipartUploadCommand({ ...K, UploadId, MultipartUpload: { Parts }, ...more }));

test('parts become one object, told of once', async () => {
  const { s3, events } = await openStore({ versioned: true });
  const { UploadId, parts } = await begin(s3, {
    ContentType: 'application/zip',
    Metadata: { a: 'b' },
    ChecksumAlgorithm: 'CRC32',
  });
  await expect(s3.send(new GetObjectCommand(K))).rejects.toMatchObject(refusal('NoSuchKey', 404));
  const { Parts } = await s3.send(new ListPartsCommand({ ...K, UploadId }));
  expect(Parts).toMatchObject([
    { PartNumber: 1, Size: 5 * 1024 ** 2, ETag: parts[0]?.ETag },
    { PartNumber: 2, Size: 1000 },
  ]);
  const done = await complete(s3, UploadId, parts);
  expect(done.ETag).toBe(MULTIPART_ETAG);
  const crc = startChecksum('CRC32');
  for (const { ChecksumCRC32 = '' } of parts) crc.update(Buffer.from(ChecksumCRC32, 'base64'));
  expect(done.ChecksumCRC32).toBe(`${crc.digest().toString('base64')}-2`);
  const got = await s3.send(new GetObjectCommand(K));
  expect(got).toMatchObject({ ContentType: 'application/zip', Metadata: { a: 'b' }, VersionId: done.VersionId });
  expect(WHOLE.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  expect(events).toMatchObject([{ reason: 'CompleteMultipartUpload', size: WHOLE.length, key: K.Key }]);
  await expect(complete(s3, UploadId, parts)).rejects.toMatchObject(refusal('NoSuchUpload', 404));
  const copy = await s3.send(
    new CopyObjectCommand({ Bucket: BUCKET, Key: 'copy', CopySource: `${BUCKET}/${encodeURIComponent(K.Key)}` }),
  );
  expect(copy.CopyObjectResult?.ETag).toBe(`"${md5(WHOLE).toString('hex')}"`);
});

test('a checksum of the whole is computed and compared', async () => {
  const { s3 } = await openStore();
  const { UploadId, parts } = await begin(s3, { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
  const wrong = complete(s3, UploadId, parts, { ChecksumCRC32: 'AAAAAA==', ChecksumType: 'FULL_OBJECT' });
  await expect(wrong).rejects.toMatchObject(refusal('BadDigest', 400));
  const crc = startChecksum('CRC32');
  crc.update(WHOLE);
  const ChecksumCRC32 = crc.digest().toString('base64');
  const done = await complete(s3, UploadId, parts, { ChecksumCRC32, ChecksumType: 'FULL_OBJECT' });
  expect(done).toMatchObject({ ChecksumCRC32, ChecksumType: 'FULL_OBJECT' });
});

test('a wrong list of parts is refused and the upload stays', async () => {
  const { s3 } = await openStore();
  const { UploadId, parts } = await begin(s3);
  const [one, two] = parts;
  if (!one || !two) return expect.fail();
  await expect(complete(s3, UploadId, [two, one])).rejects.toMatchObject(refusal('InvalidPartOrder', 400));
  await expect(complete(s3, UploadId, [one, one])).rejects.toMatchObject(refusal('InvalidPartOrder', 400));
  await expect(complete(s3, UploadId, [{ ...one, ETag: '"0"' }])).rejects.toMatchObject(refusal('InvalidPart', 400));
  await expect(complete(s3, UploadId, [{ ...one, PartNumber: 7 }])).rejects.toMatchObject(refusal('InvalidPart', 400));
  await s3.send(new UploadPartCommand({ ...K, UploadId, PartNumber: 3, Body: 'end' }));
  const third = (await s3.send(new ListPartsCommand({ ...K, UploadId, PartNumberMarker: '2' }))).Parts?.[0];
  await expect(complete(s3, UploadId, [two, third ?? {}])).rejects.toMatchObject(refusal('EntityTooSmall', 400));
  await complete(s3, UploadId, [one]);
});

test('a part sent again replaces the earlier one', async () => {
  const { s3 } = await openStore();
  const { UploadId, parts } = await begin(s3);
  const again = await s3.send(new UploadPartCommand({ ...K, UploadId, PartNumber: 2, Body: 'tail' }));
  await expect(complete(s3, UploadId, parts)).rejects.toMatchObject(refusal('InvalidPart', 400));
  await complete(s3, UploadId, [parts[0] ?? {}, { PartNumber: 2, ETag: again.ETag }]);
  const got = await s3.send(new GetObjectCommand({ ...K, Range: 'bytes=-6' }));
  expect(
    Buffer.from((await got.Body?.transformToByteArray()) ?? [])
      .subarray(2)
      .toString(),
  ).toBe('tail');
});

test('an upload survives a restart, and one that was aborted does not', async () => {
  const first = await openStore();
  const { UploadId, parts } = await begin(first.s3);
  const { UploadId: aborted } = await begin(first.s3);
  await first.s3.send(new AbortMultipartUploadCommand({ ...K, UploadId: aborted }));
  await first.store.close();
  const { s3 } = await openStore({ directory: first.directory });
  await expect(complete(s3, aborted, parts)).rejects.toMatchObject(refusal('NoSuchUpload', 404));
  expect((await complete(s3, UploadId, parts)).ETag).toBe(MULTIPART_ETAG);
});

test('a completion with If-None-Match yields to an object that is there', async () => {
  const { s3 } = await openStore();
  const { UploadId, parts } = await begin(s3);
  await s3.send(new PutObjectCommand({ ...K, Body: 'first' }));
  const late = complete(s3, UploadId, parts, { IfNoneMatch: '*' });
  await expect(late).rejects.toMatchObject(refusal('PreconditionFailed', 412));
});

test('the limit on size holds for the sum of the parts', async () => {
  const { s3, store } = await openStore({ maxObjectSize: 5 * 1024 ** 2 + 999 });
  const { UploadId, parts } = await begin(s3);
  await expect(complete(s3, UploadId, parts)).rejects.toMatchObject(refusal('EntityTooLarge', 400));
  const plain = openClient(store.endpoint, { requestChecksumCalculation: 'WHEN_REQUIRED' });
  const wrong = new UploadPartCommand({ ...K, UploadId, PartNumber: 0, Body: 'x' });
  await expect(plain.send(wrong)).rejects.toMatchObject(refusal('InvalidArgument', 400));
  plain.destroy();
});
