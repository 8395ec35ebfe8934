import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { BUCKET, openClient, openStore, refusal } from './open-store.ts';
import { send } from './raw-http.ts';
import { presign, signedHeaders } from './sign.ts';

const PATH = `/${BUCKET}/${encodeURIComponent('年报 2020.docx')}`;
const UNSIGNED = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };

const outcome = async (url: string, method: string, body?: string, headers = {}) => {
  const reply = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
  const text = await reply.text();
  return { status: reply.status, text: /<Code>(.*)<\/Code>/.exec(text)?.[1] ?? text, reply };
};

test('a presigned URL puts and gets, until it expires', async () => {
  let now = new Date();
  const { store } = await openStore({ now: () => now });
  const put = presign(store.endpoint, 'PUT', PATH, now, 60);
  const disposition = 'response-content-disposition=attachment';
  const get = presign(store.endpoint, 'GET', PATH, now, 60, disposition);
  expect(await outcome(put, 'PUT', 'bytes')).toMatchObject({ status: 200 });
  const got = await outcome(get, 'GET');
  expect(got).toMatchObject({ status: 200, text: 'bytes' });
  expect(got.reply.headers.get('content-disposition')).toBe('attachment');
  now = new Date(now.getTime() + 61_000);
  expect(await outcome(get, 'GET')).toMatchObject({ status: 403, text: 'AccessDenied' });
  expect(await outcome(put, 'PUT', 'later')).toMatchObject({ status: 403, text: 'AccessDenied' });
});

test('a presigned URL is good for its method, path and parameters only', async () => {
  const { store } = await openStore();
  const url = presign(store.endpoint, 'PUT', PATH, new Date(), 60);
  const mismatch = { status: 403, text: 'SignatureDoesNotMatch' };
  expect(await outcome(url, 'DELETE')).toMatchObject(mismatch);
  expect(await outcome(url.replace('2020', '2021'), 'PUT', 'x')).toMatchObject(mismatch);
  expect(await outcome(url.replace('Expires=60', 'Expires=61'), 'PUT', 'x')).toMatchObject(mismatch);
  expect(await outcome(`${url.slice(0, -4)}0000`, 'PUT', 'x')).toMatchObject(mismatch);
  expect(await outcome(url, 'PUT', 'x', { 'x-amz-meta-added': '1' })).toMatchObject({
    status: 403,
    text: 'AccessDenied',
  });
  const tooLong = presign(store.endpoint, 'PUT', PATH, new Date(), 8 * 24 * 3600);
  expect(await outcome(tooLong, 'PUT', 'x')).toMatchObject({ status: 400, text: 'AuthorizationQueryParametersError' });
  expect(await outcome(url, 'PUT', 'x')).toMatchObject({ status: 200 });
});

test('a checksum signed into a presigned URL is held against the body', async () => {
  const { store } = await openStore();
  const url = presign(store.endpoint, 'PUT', PATH, new Date(), 60, 'x-amz-checksum-crc32=AAAAAA%3D%3D');
  expect(await outcome(url, 'PUT', 'not empty')).toMatchObject({ status: 400, text: 'BadDigest' });
  expect(await outcome(url, 'PUT', '')).toMatchObject({ status: 200 });
});

test('the SDK is believed with the right secret only', async () => {
  const { store, s3 } = await openStore();
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: 'x' }));
  const get = new GetObjectCommand({ Bucket: BUCKET, Key: 'k' });
  const other = openClient(store.endpoint, { credentials: { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'wrong' } });
  await expect(other.send(get)).rejects.toMatchObject(refusal('SignatureDoesNotMatch', 403));
  const unknown = openClient(store.endpoint, { credentials: { accessKeyId: 'AKIDOTHER', secretAccessKey: 'x' } });
  await expect(unknown.send(get)).rejects.toMatchObject(refusal('InvalidAccessKeyId', 403));
  expect(await send(store.endpoint, 'GET', `/${BUCKET}/k`)).toMatchObject({ status: 403 });
  other.destroy();
  unknown.destroy();
});

test('a signed request may be a quarter of an hour off and no more', async () => {
  const { store } = await openStore();
  const at = (minutes: number) => {
    const { headers } = signedHeaders(
      store.endpoint,
      'GET',
      `/${BUCKET}/k`,
      UNSIGNED,
      new Date(Date.now() + minutes * 60_000),
    );
    return send(store.endpoint, 'GET', `/${BUCKET}/k`, headers);
  };
  expect((await at(-14)).body).toContain('<Code>NoSuchKey</Code>');
  expect((await at(-16)).body).toContain('<Code>RequestTimeTooSkewed</Code>');
  expect((await at(16)).body).toContain('<Code>RequestTimeTooSkewed</Code>');
});

test('a header that is not signed, or a header that cannot be read, is refused', async () => {
  const { store } = await openStore();
  const { headers } = signedHeaders(store.endpoint, 'PUT', `/${BUCKET}/k`, UNSIGNED);
  const put = (more: Record<string, string>) =>
    send(store.endpoint, 'PUT', `/${BUCKET}/k`, { ...headers, ...more }, 'x');
  expect((await put({ 'x-amz-meta-a': '1' })).body).toContain('<Code>AccessDenied</Code>');
  expect((await put({ authorization: 'Basic abc' })).body).toContain('<Code>AuthorizationHeaderMalformed</Code>');
  expect((await put({})).status).toBe(200);
});

test('without credentials anyone may come, signed or not', async () => {
  const { store, s3 } = await openStore({ credentials: undefined });
  expect((await send(store.endpoint, 'PUT', `/${BUCKET}/k`, { 'content-length': '1' }, 'x')).status).toBe(200);
  expect((await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount).toBe(1);
  const expired = presign(store.endpoint, 'GET', `/${BUCKET}/k`, new Date(Date.now() - 120_000), 60);
  expect(await outcome(expired, 'GET')).toMatchObject({ status: 403, text: 'AccessDenied' });
});

test('authorize is asked with the words of IAM, and its no is AccessDenied', async () => {
  const asked: string[] = [];
  const { s3 } = await openStore({
    authorize: ({ accessKeyId, action, bucket, key }) => {
      asked.push(`${accessKeyId} ${action} ${bucket}/${key}`);
      return action !== 's3:ListBucket' && !key.startsWith('secret');
    },
  });
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: 'x' }));
  const secret = new GetObjectCommand({ Bucket: BUCKET, Key: 'secret' });
  await expect(s3.send(secret)).rejects.toMatchObject(refusal('AccessDenied', 403));
  const versions = new GetObjectCommand({ Bucket: BUCKET, Key: 'k', VersionId: 'null' });
  await s3.send(versions);
  expect(asked).toEqual([
    `AKIDLOCAL s3:PutObject ${BUCKET}/k`,
    `AKIDLOCAL s3:GetObject ${BUCKET}/secret`,
    `AKIDLOCAL s3:GetObjectVersion ${BUCKET}/k`,
  ]);
  await expect(s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).rejects.toMatchObject(
    refusal('AccessDenied', 403),
  );
  const missing = new HeadObjectCommand({ Bucket: BUCKET, Key: 'missing' });
  await expect(s3.send(missing)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
});
