import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, expect, test } from 'vitest';
import { findApi } from '../../../cli/review/find-api.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-outputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function outputs(content: unknown): string {
  const file = join(folder, 'outputs.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const Inbox = 'gouji-inbox1234-abcdef';

test.each([
  ['us-east-1', 'amazonaws.com'],
  ['cn-northwest-1', 'amazonaws.com.cn'],
])('in %s the page may talk to the bucket that links lead to', async (region, suffix) => {
  const ApiUrl = `https://a1b2c3d4e5.execute-api.${region}.${suffix}/live/api/v1`;
  const file = outputs({ Other: { Url: 'x' }, Gouji: { ApiUrl, InboxBucket: Inbox } });
  const s3 = new S3Client({ region, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
  const link = await getSignedUrl(s3, new GetObjectCommand({ Bucket: Inbox, Key: 'inbox/x' }));
  expect(await findApi(file)).toEqual({ url: ApiUrl, region, store: new URL(link).origin });
});

test.each([
  ['without TLS', 'http://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/live/api/v1'],
  ['of somebody else', 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com.example.org/live/api/v1'],
  ['of another service', 'https://a1b2c3d4e5.lambda-url.us-east-1.on.aws/live/api/v1'],
  ['not of the API', 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/live'],
])('an address %s gets no signature', async (_, ApiUrl) => {
  await expect(findApi(outputs({ Gouji: { ApiUrl, InboxBucket: Inbox } }))).rejects.toThrow(ApiUrl);
});

test('a stack without an API is refused', async () => {
  await expect(findApi(outputs({ Gouji: { InboxBucket: Inbox } }))).rejects.toThrow('has no stack of gouji');
});
