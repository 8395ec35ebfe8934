import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { BUCKET, openClient, openStore, refusal, upTo } from './open-store.ts';

const K = { Bucket: BUCKET, Key: '年报 2020.docx' };

test('each change is told once, with what an EventBridge event needs', async () => {
  const time = '2026-03-31T08:00:00.123Z';
  const { s3, events } = await openStore({ versioned: true, credentials: undefined, now: () => new Date(time) });
  const put = await s3.send(new PutObjectCommand({ ...K, Body: 'bytes' }));
  const source = `${BUCKET}/${encodeURIComponent(K.Key)}`;
  const copy = await s3.send(new CopyObjectCommand({ Bucket: BUCKET, Key: 'copy', CopySource: source }));
  const marker = await s3.send(new DeleteObjectCommand(K));
  await s3.send(new DeleteObjectCommand({ ...K, VersionId: put.VersionId }));
  await s3.send(new DeleteObjectCommand({ ...K, VersionId: put.VersionId }));
  const about = { bucket: BUCKET, key: K.Key, time };
  const created = { eventName: 'Object Created', size: 5, etag: put.ETag?.replaceAll('"', '') };
  const deleted = { eventName: 'Object Deleted', reason: 'DeleteObject' };
  const sequencer = (seq: number) => `000000000000000${seq}`;
  expect(events).toEqual([
    { ...about, ...created, reason: 'PutObject', versionId: put.VersionId, sequencer: sequencer(1) },
    { ...about, ...created, reason: 'CopyObject', key: 'copy', versionId: copy.VersionId, sequencer: sequencer(2) },
    {
      ...about,
      ...deleted,
      deletionType: 'Delete Marker Created',
      versionId: marker.VersionId,
      sequencer: sequencer(3),
    },
    { ...about, ...deleted, deletionType: 'Permanently Deleted', versionId: put.VersionId, sequencer: sequencer(4) },
  ]);
});

test('a bucket that was never versioned tells no version, and nothing of what was not there', async () => {
  const { s3, events } = await openStore();
  await s3.send(new PutObjectCommand({ ...K, Body: 'x' }));
  await s3.send(
    new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: [{ Key: K.Key }, { Key: 'missing' }] } }),
  );
  expect(events).toMatchObject([
    { eventName: 'Object Created', versionId: undefined },
    { eventName: 'Object Deleted', versionId: undefined, key: K.Key, deletionType: 'Permanently Deleted' },
  ]);
});

test('the object can be read when the event comes, and the answer waits for the event', async () => {
  let text: string | undefined;
  const opened = await openStore({
    onEvent: async () => {
      const got = await opened.s3.send(new GetObjectCommand(K));
      text = await got.Body?.transformToString();
    },
  });
  await opened.s3.send(new PutObjectCommand({ ...K, Body: 'bytes' }));
  expect(text).toBe('bytes');
});

test('when the event cannot be queued the client is told to try again', async () => {
  const faults: unknown[] = [];
  let attempts = 0;
  const { s3, store } = await openStore({
    onFault: (fault) => faults.push(fault),
    onEvent: () => {
      attempts += 1;
      if (attempts < 3) throw new Error('queue full');
    },
  });
  const once = openClient(store.endpoint, { maxAttempts: 1 });
  await expect(once.send(new PutObjectCommand({ ...K, Body: 'x' }))).rejects.toMatchObject(
    refusal('InternalError', 500),
  );
  await s3.send(new PutObjectCommand({ ...K, Body: 'x' }));
  expect(attempts).toBe(3);
  expect(faults).toHaveLength(2);
  once.destroy();
});

test('of one key the sequencers grow in the order in which the versions became current', async () => {
  const { s3, events } = await openStore({ versioned: true });
  await Promise.all(upTo(40).map((index) => s3.send(new PutObjectCommand({ ...K, Body: `${index}` }))));
  const { VersionId } = await s3.send(new GetObjectCommand(K));
  const last = events.toSorted((a, b) => (a.sequencer < b.sequencer ? -1 : 1)).at(-1);
  expect(new Set(events.map(({ sequencer }) => sequencer)).size).toBe(40);
  expect(last?.versionId).toBe(VersionId);
});
