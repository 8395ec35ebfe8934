import { once } from 'node:events';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { BUCKET, openStore, refusal, upTo } from './open-store.ts';
import { openRequest } from './raw-http.ts';

const K = { Bucket: BUCKET, Key: '年报.docx' };

test('of racing creations exactly one wins, round after round', async () => {
  const { s3, events } = await openStore();
  for (const round of upTo(10)) {
    const Key = `claim-${round}`;
    const tries = upTo(12).map((index) =>
      s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: `${index}`, IfNoneMatch: '*' })).then(
        () => ({ index, code: 'won' }),
        (fault: Error) => ({ index, code: fault.name }),
      ),
    );
    const results = await Promise.all(tries);
    const winners = results.filter(({ code }) => code === 'won');
    expect(winners).toHaveLength(1);
    expect(new Set(results.map(({ code }) => code))).toEqual(new Set(['won', 'PreconditionFailed']));
    const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    expect(await got.Body?.transformToString()).toBe(`${winners[0]?.index}`);
  }
  expect(events).toHaveLength(10);
});

test('of racing replacements of one ETag exactly one wins', async () => {
  const { s3 } = await openStore();
  const { ETag } = await s3.send(new PutObjectCommand({ ...K, Body: 'first' }));
  const tries = upTo(12).map((index) => s3.send(new PutObjectCommand({ ...K, Body: `${index}`, IfMatch: ETag })));
  const results = await Promise.allSettled(tries);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a creation that a put overtakes fails with 412, one that a delete overtakes with 409', async () => {
  const { s3, store } = await openStore({ credentials: undefined, versioned: true });
  // The store says "continue" when it begins to read, so what follows happens while the put is under way.
  const headers = { 'content-length': '10', 'if-none-match': '*', expect: '100-continue' };
  const overtaken = async (path: string, overtake: () => Promise<unknown>) => {
    const { sender, reply } = openRequest(store.endpoint, 'PUT', path, headers);
    await once(sender, 'continue');
    sender.write('first');
    await overtake();
    sender.end('later');
    return reply;
  };
  const put = await overtaken(`/${BUCKET}/put`, () =>
    s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'put', Body: '' })),
  );
  expect(put).toMatchObject({ status: 412, body: expect.stringContaining('<Code>PreconditionFailed</Code>') });
  const removed = await overtaken(`/${BUCKET}/removed`, () =>
    s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'removed' })),
  );
  expect(removed).toMatchObject({
    status: 409,
    body: expect.stringContaining('<Code>ConditionalRequestConflict</Code>'),
  });
});

test('a write with If-Match needs that ETag, and an object at all', async () => {
  const { s3 } = await openStore();
  const put = (IfMatch: string) => s3.send(new PutObjectCommand({ ...K, Body: 'x', IfMatch }));
  await expect(put('"0"')).rejects.toMatchObject(refusal('NoSuchKey', 404));
  const { ETag = '' } = await s3.send(new PutObjectCommand({ ...K, Body: 'first' }));
  await expect(put('"0"')).rejects.toMatchObject(refusal('PreconditionFailed', 412));
  await put(ETag);
  await expect(s3.send(new PutObjectCommand({ ...K, Body: 'x', IfNoneMatch: ETag }))).rejects.toMatchObject(
    refusal('NotImplemented', 501),
  );
});

test('after a delete marker the key can be created again', async () => {
  const { s3 } = await openStore({ versioned: true });
  await s3.send(new PutObjectCommand({ ...K, Body: 'x', IfNoneMatch: '*' }));
  await s3.send(new DeleteObjectCommand(K));
  await s3.send(new PutObjectCommand({ ...K, Body: 'y', IfNoneMatch: '*' }));
  const got = await s3.send(new GetObjectCommand(K));
  expect(await got.Body?.transformToString()).toBe('y');
});

test('reads answer 304 and 412', async () => {
  const { s3 } = await openStore();
  const { ETag } = await s3.send(new PutObjectCommand({ ...K, Body: 'x' }));
  const past = new Date(Date.now() - 3_600_000);
  const future = new Date(Date.now() + 3_600_000);
  const outcome = (conditions: object) =>
    s3.send(new GetObjectCommand({ ...K, ...conditions })).then(
      (got) => got.$metadata.httpStatusCode,
      (fault: { $metadata: { httpStatusCode: number } }) => fault.$metadata.httpStatusCode,
    );
  expect(await outcome({ IfNoneMatch: ETag })).toBe(304);
  expect(await outcome({ IfNoneMatch: '"0"' })).toBe(200);
  expect(await outcome({ IfMatch: ETag })).toBe(200);
  expect(await outcome({ IfMatch: '"0"' })).toBe(412);
  expect(await outcome({ IfModifiedSince: future })).toBe(304);
  expect(await outcome({ IfModifiedSince: past })).toBe(200);
  expect(await outcome({ IfUnmodifiedSince: past })).toBe(412);
  expect(await outcome({ IfMatch: ETag, IfUnmodifiedSince: past })).toBe(200);
  const head = s3.send(new HeadObjectCommand({ ...K, IfNoneMatch: ETag }));
  await expect(head).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
});

test('a delete with If-Match needs that ETag', async () => {
  const { s3 } = await openStore();
  const { ETag } = await s3.send(new PutObjectCommand({ ...K, Body: 'x' }));
  await expect(s3.send(new DeleteObjectCommand({ ...K, IfMatch: '"0"' }))).rejects.toMatchObject(
    refusal('PreconditionFailed', 412),
  );
  await s3.send(new DeleteObjectCommand({ ...K, IfMatch: ETag }));
  await expect(s3.send(new GetObjectCommand(K))).rejects.toMatchObject(refusal('NoSuchKey', 404));
});
