import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { BUCKET, openStore, refusal, upTo } from './open-store.ts';

const MAX_PAGES = 300;

async function fill(s3: S3Client, keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((Key) => s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'x' }))));
}

async function listAll(s3: S3Client, input: Partial<ListObjectsV2CommandInput> = {}) {
  const [keys, prefixes]: [(string | undefined)[], (string | undefined)[]] = [[], []];
  let token: string | undefined;
  for (const _ of upTo(MAX_PAGES)) {
    const page = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, ...input, ContinuationToken: token }));
    keys.push(...(page.Contents ?? []).map(({ Key }) => Key));
    prefixes.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
    expect(page.KeyCount).toBe((page.Contents?.length ?? 0) + (page.CommonPrefixes?.length ?? 0));
    token = page.NextContinuationToken;
    expect(page.IsTruncated).toBe(token !== undefined);
    if (!token) return { keys, prefixes };
  }
  return expect.fail('the pages do not end');
}

async function listAllVersions(s3: S3Client, input: Partial<ListObjectVersionsCommandInput>) {
  const [ids, prefixes]: [(string | undefined)[], (string | undefined)[]] = [[], []];
  let marker: Partial<ListObjectVersionsCommandInput> = {};
  for (const _ of upTo(MAX_PAGES)) {
    const page = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET, ...input, ...marker }));
    ids.push(...[...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ VersionId }) => VersionId));
    prefixes.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
    if (!page.IsTruncated) return { ids, prefixes };
    marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
  return expect.fail('the pages do not end');
}

test('2,600 keys page without loss, in UTF-8 order, whatever was added first', async () => {
  const { s3, store } = await openStore({ credentials: undefined });
  const keys = upTo(2600).map((index) => `${['年报', 'a', '\uffee', '😀'][index % 4]}/${(index * 7919) % 2600}.docx`);
  for (let start = 0; start < keys.length; start += 50) {
    const put = (key: string) => fetch(`${store.endpoint}/${BUCKET}/${encodeURI(key)}`, { method: 'PUT', body: 'x' });
    await Promise.all(keys.slice(start, start + 50).map(put));
  }
  const expected = keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect((await listAll(s3)).keys).toEqual(expected);
  const inYear = expected.filter((key) => key.startsWith('年报/1'));
  expect((await listAll(s3, { Prefix: '年报/1', MaxKeys: 7 })).keys).toEqual(inYear);
  expect((await listAll(s3, { StartAfter: expected[2000] ?? '' })).keys).toEqual(expected.slice(2001));
}, 20_000);

test('a key that comes or goes between two pages takes no other with it', async () => {
  const { s3 } = await openStore();
  const keys = upTo(30).map((index) => `k${index + 10}`);
  await fill(s3, keys);
  const first = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, MaxKeys: 10 }));
  await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k19' }));
  await fill(s3, ['k00', 'k25x']);
  const token = first.NextContinuationToken;
  const second = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, ContinuationToken: token }));
  expect(second.Contents?.map(({ Key }) => Key)).toEqual([...keys, 'k25x'].sort().slice(10));
});

test.each([1, 2, 3, 1000])('a delimiter folds keys into prefixes, each told once, in pages of %i', async (MaxKeys) => {
  const { s3 } = await openStore();
  await fill(s3, ['2019/a', '2019/b/c', '2020/a', '2020/b', 'README', '年/a', '年/b/c', '年/b/d', '年鉴']);
  expect(await listAll(s3, { Delimiter: '/', MaxKeys })).toEqual({
    keys: ['README', '年鉴'],
    prefixes: ['2019/', '2020/', '年/'],
  });
  expect(await listAll(s3, { Delimiter: '/', Prefix: '年/', MaxKeys })).toEqual({
    keys: ['年/a'],
    prefixes: ['年/b/'],
  });
});

test('no keys can be asked for, and nonsense cannot', async () => {
  const { s3 } = await openStore();
  await fill(s3, ['a']);
  expect(await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, MaxKeys: 0 }))).toMatchObject({
    KeyCount: 0,
    IsTruncated: false,
  });
  const list = (input: object) => s3.send(new ListObjectsV2Command({ Bucket: BUCKET, ...input }));
  await expect(list({ MaxKeys: -1 })).rejects.toMatchObject(refusal('InvalidArgument', 400));
  await expect(list({ ContinuationToken: '???' })).rejects.toMatchObject(refusal('InvalidArgument', 400));
  await expect(list({ Bucket: 'missing' })).rejects.toMatchObject(refusal('NoSuchBucket', 404));
});

test.each([1, 2, 5, 1000])('versions and markers page without loss or repetition, %i at a time', async (MaxKeys) => {
  const { s3 } = await openStore({ versioned: true });
  for (const _ of upTo(3)) await fill(s3, ['甲', '乙', '丙/一', '丙/二']);
  const { VersionId } = await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: '乙' }));
  const { ids } = await listAllVersions(s3, { MaxKeys });
  expect(ids).toHaveLength(13);
  expect(new Set(ids).size).toBe(13);
  expect(ids).toContain(VersionId);
  const folded = await listAllVersions(s3, { MaxKeys, Delimiter: '/' });
  expect(folded.prefixes).toEqual(['丙/']);
  expect(folded.ids).toHaveLength(7);
});

test('versions removed page by page are all removed', async () => {
  const { s3 } = await openStore({ versioned: true });
  for (const _ of upTo(5)) await fill(s3, ['甲', '乙']);
  let marker: Partial<ListObjectVersionsCommandInput> = {};
  for (const _ of upTo(10)) {
    const page = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET, MaxKeys: 3, ...marker }));
    for (const { Key, VersionId } of page.Versions ?? []) {
      await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key, VersionId }));
    }
    if (!page.IsTruncated) break;
    marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
  expect((await listAllVersions(s3, {})).ids).toEqual([]);
});
