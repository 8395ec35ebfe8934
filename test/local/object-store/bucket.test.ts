import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Bucket } from '../../../local/object-store/bucket.ts';
import { withBody } from '../../../local/object-store/open-body.ts';
import { BUCKET, temporaryDirectory, upTo } from './open-store.ts';

async function openBucket(): Promise<Bucket> {
  const directory = join(await temporaryDirectory(), 'bucket');
  await Bucket.create(directory, new Date(), false);
  const bucket = await Bucket.open(BUCKET, directory);
  onTestFinished(() => bucket.close());
  return bucket;
}

async function put(bucket: Bucket, text: string): Promise<void> {
  const { file } = await bucket.bodies.write((write) => write(Buffer.from(text)));
  const object = { file, size: text.length, etag: text, md5: text, headers: {} };
  const version = { kind: 'object' as const, versionId: 'null', seq: bucket.nextSeq(), modified: '', ...object };
  await bucket.commit('key:k', () => ({ op: 'put', key: 'k', version }));
}

test('a decision about a key sees every earlier change to it, though none is on disk yet', async () => {
  const bucket = await openBucket();
  const marker = () => ({ kind: 'marker' as const, versionId: 'null', seq: bucket.nextSeq(), modified: '' });
  const create = () =>
    bucket.commit('key:k', () =>
      bucket.state.versionsOf('k').length > 0 ? undefined : { op: 'put', key: 'k', version: marker() },
    );
  const made = await Promise.all(upTo(20).map(create));
  expect(made.map((entry) => entry !== undefined)).toEqual(upTo(20).map((index) => index === 0));
});

test('changes to different keys do not wait for each other', async () => {
  const bucket = await openBucket();
  let release = () => {};
  const held = bucket.inTurn('key:a', () => new Promise<void>((resolve) => (release = resolve)));
  const order: string[] = [];
  const behind = bucket.inTurn('key:a', async () => order.push('a'));
  await bucket.inTurn('key:b', async () => order.push('b'));
  release();
  await Promise.all([held, behind]);
  expect(order).toEqual(['b', 'a']);
});

test('a reader whose body is removed between finding and opening it gets the newer one', async () => {
  const bucket = await openBucket();
  await put(bucket, 'one');
  const tried: string[] = [];
  const text = await withBody(bucket, 'k', undefined, async (object) => {
    tried.push(object.etag);
    if (tried.length === 1) await put(bucket, 'two');
    const handle = await bucket.bodies.open(object.file);
    return handle.readFile('utf8').finally(() => handle.close());
  });
  expect({ text, tried }).toEqual({ text: 'two', tried: ['one', 'two'] });
});

test('a failed decision does not hold up the next', async () => {
  const bucket = await openBucket();
  const failing = bucket.commit('key:k', () => {
    throw new Error('no');
  });
  const next = put(bucket, 'x');
  await expect(failing).rejects.toThrow('no');
  await next;
  expect(bucket.state.versionsOf('k')).toHaveLength(1);
});
