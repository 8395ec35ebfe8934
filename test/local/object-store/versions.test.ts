import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { BUCKET, openStore, refusal } from './open-store.ts';

const K = { Bucket: BUCKET, Key: '年报.docx' };

const put = async (s3: S3Client, text: string) => (await s3.send(new PutObjectCommand({ ...K, Body: text }))).VersionId;
const read = async (s3: S3Client, VersionId?: string) => {
  const got = await s3.send(new GetObjectCommand({ ...K, VersionId }));
  return { text: await got.Body?.transformToString(), id: got.VersionId };
};
const setVersioning = (s3: S3Client, Status: 'Enabled' | 'Suspended') =>
  s3.send(new PutBucketVersioningCommand({ Bucket: BUCKET, VersioningConfiguration: { Status } }));

test('every put is a version of its own, read by its id', async () => {
  const { s3 } = await openStore({ versioned: true });
  const [one, two] = [await put(s3, 'one'), await put(s3, 'two')];
  expect(one).not.toBe(two);
  expect(await read(s3, one)).toEqual({ text: 'one', id: one });
  expect(await read(s3)).toEqual({ text: 'two', id: two });
  const copied = await s3.send(
    new CopyObjectCommand({ ...K, CopySource: `${BUCKET}/${encodeURIComponent(K.Key)}?versionId=${one}` }),
  );
  expect(copied.CopySourceVersionId).toBe(one);
  expect(await read(s3)).toEqual({ text: 'one', id: copied.VersionId });
});

test('a delete hides the object behind a marker, and removing the marker brings it back', async () => {
  const { s3 } = await openStore({ versioned: true });
  const one = await put(s3, 'one');
  const deleted = await s3.send(new DeleteObjectCommand(K));
  expect(deleted.DeleteMarker).toBe(true);
  await expect(read(s3)).rejects.toMatchObject(refusal('NoSuchKey', 404));
  await expect(read(s3, deleted.VersionId)).rejects.toMatchObject(refusal('MethodNotAllowed', 405));
  await expect(s3.send(new HeadObjectCommand({ ...K, VersionId: deleted.VersionId }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 405 },
  });
  expect((await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount).toBe(0);
  expect((await read(s3, one)).text).toBe('one');
  const undone = await s3.send(new DeleteObjectCommand({ ...K, VersionId: deleted.VersionId }));
  expect(undone).toMatchObject({ DeleteMarker: true, VersionId: deleted.VersionId });
  expect((await read(s3)).text).toBe('one');
});

test('deleting a version removes it and nothing else', async () => {
  const { s3 } = await openStore({ versioned: true });
  const [one, two] = [await put(s3, 'one'), await put(s3, 'two')];
  await s3.send(new DeleteObjectCommand({ ...K, VersionId: two }));
  expect((await read(s3)).id).toBe(one);
  await expect(read(s3, two)).rejects.toMatchObject(refusal('NoSuchVersion', 404));
  await s3.send(new DeleteObjectCommand({ ...K, VersionId: two }));
  const Delete = { Objects: [{ Key: K.Key, VersionId: one }] };
  const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete }));
  expect(Deleted).toEqual([{ Key: K.Key, VersionId: one }]);
  const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
  expect([listed.Versions, listed.DeleteMarkers]).toEqual([undefined, undefined]);
});

test('versioning goes from never through enabled to suspended', async () => {
  const { s3 } = await openStore();
  const status = async () => (await s3.send(new GetBucketVersioningCommand({ Bucket: BUCKET }))).Status;
  expect(await status()).toBeUndefined();
  expect(await put(s3, 'before')).toBeUndefined();
  await setVersioning(s3, 'Enabled');
  expect(await status()).toBe('Enabled');
  const enabled = await put(s3, 'enabled');
  expect((await read(s3, 'null')).text).toBe('before');
  await setVersioning(s3, 'Suspended');
  expect(await put(s3, 'suspended')).toBe('null');
  expect((await read(s3, 'null')).text).toBe('suspended');
  expect((await read(s3, enabled)).text).toBe('enabled');
  const deleted = await s3.send(new DeleteObjectCommand(K));
  expect(deleted).toMatchObject({ DeleteMarker: true, VersionId: 'null' });
  const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
  expect(listed.Versions?.map(({ VersionId }) => VersionId)).toEqual([enabled]);
  expect(listed.DeleteMarkers).toMatchObject([{ VersionId: 'null', IsLatest: true }]);
});

test('a listing tells versions and markers newest first', async () => {
  const { s3 } = await openStore({ versioned: true });
  const [one, two] = [await put(s3, 'one'), await put(s3, 'longer')];
  const { VersionId: marker } = await s3.send(new DeleteObjectCommand(K));
  const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
  expect(listed.Versions).toMatchObject([
    { Key: K.Key, VersionId: two, IsLatest: false, Size: 6 },
    { Key: K.Key, VersionId: one, IsLatest: false, Size: 3 },
  ]);
  expect(listed.DeleteMarkers).toMatchObject([{ Key: K.Key, VersionId: marker, IsLatest: true }]);
});
