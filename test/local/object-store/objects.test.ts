import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { BUCKET, openStore, refusal, upTo } from './open-store.ts';

const KEYS = [
  '政府信息公开工作年度报告/2020 年/某市.docx',
  '统'.repeat(341),
  'a b+c%20d&e=f?g#h',
  '../../etc/passwd',
  './a/../b',
  '/leading//double/',
  '😀/\u{10ffff}',
  'control\u0001\u001f\u007f\r\n\tend',
  'quotes "\'<>`!*()',
  '\ufffe\ue000',
];

describe('keys', () => {
  test.each(KEYS)('%j comes back as it was given', async (key) => {
    const { s3 } = await openStore();
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: key }));
    const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: key }));
    expect(await got.Body?.transformToString()).toBe(key);
    const plain = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
    expect(plain.Contents?.map(({ Key }) => Key)).toEqual([key]);
    const listed = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, EncodingType: 'url' }));
    expect(listed.Contents?.map(({ Key = '' }) => decodeURIComponent(Key))).toEqual([key]);
    await s3.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: [{ Key: key }] } }));
    expect((await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount).toBe(0);
  });

  test('a key of 1024 bytes is taken and one of 1025 refused', async () => {
    const { s3 } = await openStore();
    const longest = `${'统'.repeat(341)}x`;
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: longest, Body: '' }));
    await expect(s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `${longest}y`, Body: '' }))).rejects.toMatchObject(
      refusal('KeyTooLongError', 400),
    );
  });
});

describe('an object', () => {
  test('keeps its bytes, headers and metadata', async () => {
    const { s3 } = await openStore();
    const bytes = randomBytes(300_000);
    await s3.send(
      new PutObjectCommand({
        Bucket: BUCKET,
        Key: 'k',
        Body: bytes,
        ContentType: 'application/pdf',
        ContentEncoding: 'gzip',
        CacheControl: 'no-cache',
        Metadata: { origin: 'a b' },
      }),
    );
    const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(bytes.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
    const wanted = {
      ContentType: 'application/pdf',
      ContentEncoding: 'gzip',
      CacheControl: 'no-cache',
      ContentLength: 300_000,
    };
    expect(got).toMatchObject({ ...wanted, Metadata: { origin: 'a b' } });
    const head = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'k', ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({ ...wanted, ETag: got.ETag, ChecksumCRC32: got.ChecksumCRC32 });
    expect(got.ChecksumCRC32).toMatch(/^.{6}==$/);
  });

  test('may be streamed, and is not left marked as aws-chunked', async () => {
    const { s3 } = await openStore();
    const chunks = upTo(50).map((index) => Buffer.alloc(10_000, index));
    const put = new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: Readable.from(chunks), ContentLength: 500_000 });
    await s3.send(put);
    const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(got.ContentEncoding).toBeUndefined();
    expect(Buffer.concat(chunks).equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  });

  test('may be empty', async () => {
    const { s3 } = await openStore();
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: '' }));
    expect(ETag).toBe('"d41d8cd98f00b204e9800998ecf8427e"');
    const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(await got.Body?.transformToString()).toBe('');
    const range = new GetObjectCommand({ Bucket: BUCKET, Key: 'k', Range: 'bytes=0-' });
    await expect(s3.send(range)).rejects.toMatchObject(refusal('InvalidRange', 416));
  });

  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=-20', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=5-2', '0123456789', undefined],
    ['bytes=0-1,4-5', '0123456789', undefined],
  ])('read by %s gives %s', async (range, text, contentRange) => {
    const { s3 } = await openStore();
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: '0123456789' }));
    const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k', Range: range }));
    expect(await got.Body?.transformToString()).toBe(text);
    expect(got.ContentRange).toBe(contentRange);
  });

  test.each(['bytes=10-', 'bytes=-0', 'bytes=99-100'])('refuses %s', async (range) => {
    const { s3 } = await openStore();
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: '0123456789' }));
    const get = new GetObjectCommand({ Bucket: BUCKET, Key: 'k', Range: range });
    await expect(s3.send(get)).rejects.toMatchObject(refusal('InvalidRange', 416));
  });

  test('is replaced by a second put, and its first body leaves the disk', async () => {
    const { s3, directory } = await openStore();
    for (const text of ['one', 'two']) await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: text }));
    const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(await got.Body?.transformToString()).toBe('two');
    expect(await readdir(`${directory}/buckets/${BUCKET}/bodies`)).toHaveLength(1);
  });

  test('can be read whole while it is overwritten again and again', async () => {
    const { s3 } = await openStore();
    const put = (fill: number) =>
      s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: Buffer.alloc(20_000, fill) }));
    const get = async () => {
      const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
      return new Set(await got.Body?.transformToByteArray()).size;
    };
    await put(0);
    const [, sizes] = await Promise.all([Promise.all(upTo(40).map(put)), Promise.all(upTo(40).map(get))]);
    expect(sizes).toEqual(upTo(40).map(() => 1));
  });

  test('that is not there is NoSuchKey, in a bucket that is not there NoSuchBucket', async () => {
    const { s3 } = await openStore();
    await expect(s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }))).rejects.toMatchObject(
      refusal('NoSuchKey', 404),
    );
    await expect(s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'k' }))).rejects.toMatchObject(
      refusal('NotFound', 404),
    );
    await expect(s3.send(new GetObjectCommand({ Bucket: 'other', Key: 'k' }))).rejects.toMatchObject(
      refusal('NoSuchBucket', 404),
    );
    const put = new PutObjectCommand({ Bucket: 'other', Key: 'k', Body: 'x' });
    await expect(s3.send(put)).rejects.toMatchObject(refusal('NoSuchBucket', 404));
    const version = new GetObjectCommand({ Bucket: BUCKET, Key: 'k', VersionId: 'x' });
    await expect(s3.send(version)).rejects.toMatchObject(refusal('NoSuchVersion', 404));
  });

  test('may have 2 KB of metadata and no more', async () => {
    const { s3 } = await openStore();
    const put = (size: number) =>
      s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: '', Metadata: { m: 'x'.repeat(size) } }));
    await put(2047);
    await expect(put(2048)).rejects.toMatchObject(refusal('MetadataTooLarge', 400));
  });

  test('larger than the limit is refused, streamed or not, and leaves nothing', async () => {
    const { s3, directory } = await openStore({ maxObjectSize: 1000 });
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'fits', Body: Buffer.alloc(1000) }));
    const buffer = new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: Buffer.alloc(1001) });
    await expect(s3.send(buffer)).rejects.toMatchObject(refusal('EntityTooLarge', 400));
    const stream = Readable.from(upTo(40).map(() => Buffer.alloc(50_000)));
    const streamed = new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: stream, ContentLength: 2_000_000 });
    await expect(s3.send(streamed)).rejects.toMatchObject(refusal('EntityTooLarge', 400));
    expect(await readdir(`${directory}/buckets/${BUCKET}/bodies`)).toHaveLength(1);
  });
});

describe('a copy', () => {
  test('has the bytes and metadata of its source', async () => {
    const { s3, store } = await openStore();
    await store.createBucket('archive');
    const metadata = { Metadata: { year: '2020' }, ContentType: 'application/pdf' };
    const put = await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: '年 报+.pdf', Body: 'bytes', ...metadata }));
    const source = `${BUCKET}/${encodeURIComponent('年 报+.pdf')}`;
    const copy = await s3.send(new CopyObjectCommand({ Bucket: 'archive', Key: 'copy', CopySource: source }));
    expect(copy.CopyObjectResult?.ETag).toBe(put.ETag);
    const got = await s3.send(new GetObjectCommand({ Bucket: 'archive', Key: 'copy' }));
    expect(got).toMatchObject(metadata);
    expect(await got.Body?.transformToString()).toBe('bytes');
  });

  test('onto itself needs new metadata', async () => {
    const { s3 } = await openStore();
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: 'x', Metadata: { a: '1' } }));
    const itself = { Bucket: BUCKET, Key: 'k', CopySource: `${BUCKET}/k` };
    await expect(s3.send(new CopyObjectCommand(itself))).rejects.toMatchObject(refusal('InvalidRequest', 400));
    await s3.send(new CopyObjectCommand({ ...itself, MetadataDirective: 'REPLACE', Metadata: { b: '2' } }));
    expect((await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'k' }))).Metadata).toEqual({ b: '2' });
  });

  test('honours conditions on its source', async () => {
    const { s3 } = await openStore();
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: 'x' }));
    const copy = { Bucket: BUCKET, Key: 'copy', CopySource: `${BUCKET}/k` };
    const failed = refusal('PreconditionFailed', 412);
    await expect(s3.send(new CopyObjectCommand({ ...copy, CopySourceIfMatch: '"0"' }))).rejects.toMatchObject(failed);
    await expect(s3.send(new CopyObjectCommand({ ...copy, CopySourceIfNoneMatch: ETag }))).rejects.toMatchObject(
      failed,
    );
    const missing = new CopyObjectCommand({ ...copy, CopySource: `${BUCKET}/missing` });
    await expect(s3.send(missing)).rejects.toMatchObject(refusal('NoSuchKey', 404));
  });
});

describe('a bucket', () => {
  test('is made once, listed and found', async () => {
    const { s3 } = await openStore();
    await s3.send(new CreateBucketCommand({ Bucket: 'evidence' }));
    const located = { CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' as const } };
    await s3.send(new CreateBucketCommand({ Bucket: 'located', ...located }));
    await expect(s3.send(new CreateBucketCommand({ Bucket: 'aa' }))).rejects.toMatchObject(
      refusal('InvalidBucketName', 400),
    );
    await expect(s3.send(new CreateBucketCommand({ Bucket: 'evidence' }))).rejects.toMatchObject(
      refusal('BucketAlreadyOwnedByYou', 409),
    );
    const { Buckets } = await s3.send(new ListBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toEqual(['evidence', BUCKET, 'located']);
    expect(Math.abs((Buckets?.[0]?.CreationDate?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    await s3.send(new HeadBucketCommand({ Bucket: 'evidence' }));
    await expect(s3.send(new HeadBucketCommand({ Bucket: 'missing' }))).rejects.toMatchObject(refusal('NotFound', 404));
  });

  test('deletes in bulk, also what is not there', async () => {
    const { s3 } = await openStore();
    for (const Key of ['a', 'b']) await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Key }));
    const Objects = ['a', 'missing'].map((Key) => ({ Key }));
    const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects } }));
    expect(Deleted?.map(({ Key }) => Key)).toEqual(['a', 'missing']);
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'missing' }));
    expect((await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).Contents?.map(({ Key }) => Key)).toEqual([
      'b',
    ]);
  });
});
