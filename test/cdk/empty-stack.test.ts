import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteObjectCommand, ListObjectVersionsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyBucket } from '../../cdk/empty-bucket.ts';
import { readDisposableStack } from '../../cdk/read-disposable-stack.ts';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import { startObjectStore } from '../../local/object-store/object-store.ts';
import { LOCAL } from '../../local/template/physical-names.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-empty-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('every version and every delete marker goes, and other buckets stay as they are', async () => {
  const store = await startObjectStore({ directory: folder });
  const s3 = new S3Client({
    region: LOCAL.region,
    credentials: { ...LOCAL_CREDENTIALS },
    endpoint: store.endpoint,
    forcePathStyle: true,
  });
  try {
    for (const bucket of ['ours', 'theirs']) {
      await store.createBucket(bucket, { versioned: true });
      for (const Body of ['first', 'second']) {
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'inbox/办公室/年报.docx', Body }));
      }
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'inbox/办公室/年报.docx' }));
    }
    expect(await emptyBucket(s3, 'ours')).toBe(3);
    const left = async (bucket: string) => {
      const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket }));
      return Versions.length + DeleteMarkers.length;
    };
    expect(await left('ours')).toBe(0);
    expect(await left('theirs')).toBe(3);
  } finally {
    s3.destroy();
    await store.close();
  }
});

describe('which stack', () => {
  const outputs = { InboxBucket: 'inbox', EvidenceBucket: 'evidence' };
  const write = (content: object) => {
    const file = join(folder, 'outputs.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  };

  test('a development stack may be emptied', () => {
    expect(readDisposableStack(write({ Gouji: { ...outputs, Stage: 'development' } }))).toEqual(['inbox', 'evidence']);
  });

  test('a production stack may not', () => {
    expect(() => readDisposableStack(write({ Gouji: { ...outputs, Stage: 'production' } }))).toThrow(/production/);
  });

  test('nor one that does not say what it is', () => {
    expect(() => readDisposableStack(write({ Gouji: outputs }))).toThrow(/no stack of gouji/);
  });
});
