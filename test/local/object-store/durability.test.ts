import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import { BodyFiles } from '../../../local/object-store/body-files.ts';
import { Bucket } from '../../../local/object-store/bucket.ts';
import { Journal } from '../../../local/object-store/journal.ts';
import { startObjectStore } from '../../../local/object-store/object-store.ts';
import { BUCKET, openClient, openStore, refusal, temporaryDirectory, upTo } from './open-store.ts';

const SERVE = fileURLToPath(new URL('serve-store.ts', import.meta.url));
const journalOf = (directory: string) => join(directory, 'buckets', BUCKET, 'journal');

async function serve(directory: string): Promise<{ child: ChildProcess; s3: S3Client }> {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVE, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  if (!child.stdout) throw new Error('stdout is piped');
  const [endpoint] = await once(child.stdout, 'data');
  const s3 = openClient(String(endpoint).trim(), { maxAttempts: 1 });
  onTestFinished(() => s3.destroy());
  return { child, s3 };
}

test('a kill at any moment loses no acknowledged put and leaves no half object', async () => {
  const directory = await temporaryDirectory();
  const acknowledged = new Map<string, string>();
  let [started, rounds] = [0, 0];
  for (const enough of [40, 90, 140]) {
    const { child, s3 } = await serve(directory);
    // Until it is reaped, a killed process still counts as running and holds its lock.
    const ended = once(child, 'exit');
    const putUntilKilled = async () => {
      for (const _ of upTo(200)) {
        const body = randomBytes(1 + (started % 7) * 9000);
        const Key = `年报 ${started++}`;
        const put = await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: body })).catch(() => undefined);
        if (!put) return;
        acknowledged.set(Key, createHash('md5').update(body).digest('hex'));
        if (acknowledged.size >= enough) child.kill('SIGKILL');
      }
      expect.fail('the store outlived its killing');
    };
    await Promise.all(upTo(6).map(putUntilKilled));
    await ended;
    rounds += 1;
  }
  expect(rounds).toBe(3);
  const { s3 } = await openStore({ directory });
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
  const found = new Map<string | undefined, string>();
  for (const { Key, ETag } of Contents) {
    const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    const md5 = createHash('md5')
      .update((await got.Body?.transformToByteArray()) ?? '')
      .digest('hex');
    expect(ETag).toBe(`"${md5}"`);
    found.set(Key, md5);
  }
  for (const [key, md5] of acknowledged) expect(found.get(key), key).toBe(md5);
  expect(await readdir(join(directory, 'buckets', BUCKET, 'bodies'))).toHaveLength(Contents.length);
}, 30_000);

async function putThree(): Promise<string> {
  const { s3, store, directory } = await openStore({ versioned: true });
  for (const Key of ['a', 'b', 'c']) await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Key }));
  await store.close();
  return directory;
}

const keysIn = async (s3: S3Client) =>
  (await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).Contents?.map(({ Key }) => Key);

test('a torn last entry is dropped with its body, and writing goes on behind it', async () => {
  const directory = await putThree();
  const journal = await readFile(journalOf(directory));
  await truncate(journalOf(directory), journal.length - 9);
  const second = await openStore({ directory });
  expect(await keysIn(second.s3)).toEqual(['a', 'b']);
  expect(await readdir(join(directory, 'buckets', BUCKET, 'bodies'))).toHaveLength(2);
  await second.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'd', Body: 'd' }));
  await second.store.close();
  const third = await openStore({ directory });
  expect(await keysIn(third.s3)).toEqual(['a', 'b', 'd']);
});

test('a damaged entry before the last stops the start, and names the journal', async () => {
  const directory = await putThree();
  const journal = await readFile(journalOf(directory), 'utf8');
  await writeFile(journalOf(directory), journal.replace('"key":"b"', '"kex":"b"'));
  await expect(startObjectStore({ directory })).rejects.toThrow(journalOf(directory));
  await writeFile(journalOf(directory), journal);
  expect(await keysIn((await openStore({ directory })).s3)).toEqual(['a', 'b', 'c']);
});

test('a bucket whose making was interrupted is gone, one that lost its journal stops the start', async () => {
  const directory = await putThree();
  await mkdir(join(directory, 'buckets', 'half-made'));
  await writeFile(join(directory, 'buckets', 'half-made', 'journal.new'), '{"op"');
  await (await startObjectStore({ directory })).close();
  expect(await readdir(join(directory, 'buckets'))).toEqual([BUCKET]);
  await mkdir(join(directory, 'buckets', 'lost', 'bodies'), { recursive: true });
  await expect(startObjectStore({ directory })).rejects.toThrow('lost has no journal');
});

test('versions, markers and versioning survive a restart; ids and sequence go on', async () => {
  const first = await openStore({ versioned: true });
  const put = (s3: S3Client) => s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: 'x' }));
  await put(first.s3);
  await put(first.s3);
  await first.s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k' }));
  const list = async (s3: S3Client) => {
    const { Versions, DeleteMarkers } = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
    return { Versions, DeleteMarkers };
  };
  const before = await list(first.s3);
  await first.store.close();
  const second = await openStore({ directory: first.directory });
  expect(await list(second.s3)).toEqual(before);
  expect((await put(second.s3)).VersionId).toMatch(/^[\w-]{32}$/);
  const last = first.events.at(-1)?.sequencer ?? '';
  expect((second.events[0]?.sequencer ?? '') > last).toBe(true);
});

test('a journal that is mostly history is rewritten, to the same state', async () => {
  const directory = join(await temporaryDirectory(), 'bucket');
  await Bucket.create(directory, new Date(), false);
  const first = await Bucket.open(BUCKET, directory);
  const entry = (seq: number) => ({
    op: 'put' as const,
    key: `k${seq % 3}`,
    version: { kind: 'marker' as const, versionId: 'null', seq, modified: new Date().toISOString() },
  });
  await Promise.all(upTo(1200).map((seq) => first.commit(`key:k${seq % 3}`, () => entry(seq))));
  await first.commit('key:k2', () => ({ op: 'remove', key: 'k2', versionId: 'null', seq: 1200 }));
  await first.close();
  const second = await Bucket.open(BUCKET, directory);
  expect([...second.state.entries()]).toEqual([...first.state.entries()]);
  expect((await readFile(join(directory, 'journal'), 'utf8')).split('\n')).toHaveLength(4);
  await second.commit('versioning', () => ({ op: 'versioning', status: 'Enabled' }));
  await second.close();
  const third = await Bucket.open(BUCKET, directory);
  expect(third.state).toMatchObject({ versioning: 'Enabled', seq: 1200 });
  await third.close();
});

test('20,000 objects are there within two seconds of the start', async () => {
  const { store, directory } = await openStore();
  await store.close();
  const seen = await readFile(journalOf(directory), 'utf8');
  const modified = new Date().toISOString();
  const lines = upTo(20_000).map((seq) => {
    const digest = createHash('md5').update(String(seq)).digest('hex');
    const object = { file: digest, size: 1, etag: digest, md5: digest, headers: { 'content-type': 'application/pdf' } };
    const version = { kind: 'object', versionId: 'null', seq, modified, ...object };
    return `${JSON.stringify({ op: 'put', key: `${digest}/政府信息公开工作年度报告.pdf`, version })}\n`;
  });
  await appendFile(journalOf(directory), lines.join(''));
  expect(seen.split('\n')).toHaveLength(2);
  const start = performance.now();
  const { s3 } = await openStore({ directory });
  expect(await keysIn(s3)).toHaveLength(1000);
  expect(performance.now() - start).toBeLessThan(2000);
});

test('appends that come together share a write, and each is on disk when it resolves', async () => {
  const path = join(await temporaryDirectory(), 'journal');
  const journal = await Journal.open(path, () => expect.fail('a new journal is empty'));
  const appended = upTo(100).map(async (seq) => {
    await journal.append({ op: 'remove', key: `${seq}`, versionId: 'null', seq });
    expect(await readFile(path, 'utf8')).toContain(`"key":"${seq}"`);
  });
  await Promise.all(appended);
  await journal.close();
  const seqs: number[] = [];
  const again = await Journal.open(path, (entry) => entry.op === 'remove' && seqs.push(entry.seq));
  await again.close();
  expect(seqs).toEqual(upTo(100));
});

test('a directory is open once at a time; the lock of a dead process is taken over', async () => {
  const { store, directory } = await openStore();
  await expect(startObjectStore({ directory })).rejects.toThrow('already open');
  await store.close();
  await writeFile(join(directory, 'lock'), String(process.ppid));
  await expect(startObjectStore({ directory })).rejects.toThrow(`in use by process ${process.ppid}`);
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  await writeFile(join(directory, 'lock'), String(child.pid));
  await (await startObjectStore({ directory })).close();
  expect(await readdir(directory)).toEqual(['buckets']);
});

test.each(['0.0.0.0', '::', '192.0.2.1', 'example.com'])('it does not bind %s unless told', async (host) => {
  const directory = await temporaryDirectory();
  await expect(startObjectStore({ directory, host })).rejects.toThrow('loopback');
  await (await startObjectStore({ directory })).close();
});

test('told so, it serves other machines', async () => {
  const directory = await temporaryDirectory();
  const store = await startObjectStore({ directory, host: '0.0.0.0', allowRemote: true });
  expect(store.endpoint).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
  await store.close();
  const s3 = openClient(store.endpoint, { maxAttempts: 1 });
  await expect(s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  s3.destroy();
});

test('a body that vanished from the disk is a fault, not an empty object', async () => {
  const faults: unknown[] = [];
  const directory = await putThree();
  const { s3, store } = await openStore({ directory, onFault: (fault) => faults.push(fault) });

  await new BodyFiles(join(directory, 'buckets', BUCKET, 'bodies')).sweep(new Set());
  const once = openClient(store.endpoint, { maxAttempts: 1 });
  await expect(once.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'a' }))).rejects.toMatchObject(
    refusal('InternalError', 500),
  );
  expect(faults).toHaveLength(1);
  expect(await keysIn(s3)).toEqual(['a', 'b', 'c']);
  once.destroy();
});
