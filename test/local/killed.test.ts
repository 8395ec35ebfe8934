import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { findRunningCloud } from '../../local/data-dir/running-cloud.ts';
import { recordingAssembly } from './assemblies.ts';
import { hurry } from './edit-template.ts';
import { startTestCloud, temporaryFolder } from './test-cloud.ts';

const RUN_CLOUD = fileURLToPath(new URL('run-cloud.ts', import.meta.url));

test('what was acknowledged before a kill -9 is read after the next start, and nothing else is left running', async () => {
  const assembly = await recordingAssembly();
  const dataDir = await temporaryFolder();
  const child = spawn(process.execPath, ['--import', 'tsx', RUN_CLOUD, assembly.outdir, dataDir], { stdio: 'pipe' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  const running = await findRunningCloud(dataDir);
  if (!running) throw new Error('The cloud does not say that it runs');
  const s3 = new S3Client({ ...running, endpoint: running.endpoints.s3, forcePathStyle: true });
  const put = (key: string) =>
    s3.send(new PutObjectCommand({ Bucket: running.outputs.InboxBucket, Key: key, Body: key }));

  // Some are read when the end comes, some are not, and some of the uploads are cut off.
  const acknowledged: string[] = [];
  const uploads = Array.from({ length: 60 }, async (_, number) => {
    const key = `inbox/办/${number}.docx`;
    await put(key);
    acknowledged.push(key);
    if (acknowledged.length === 30) child.kill('SIGKILL');
  });
  const began = await childrenOf(child.pid);
  expect(began.length).toBeGreaterThan(0);
  await Promise.allSettled(uploads);
  s3.destroy();
  await vi.waitFor(async () => expect((await Promise.all(began.map(runs))).some(Boolean)).toBe(false), 5000);
  expect(await findRunningCloud(dataDir)).toBeUndefined();

  const cloud = await startTestCloud({ assembly: hurry(assembly), dataDir });
  await cloud.drained();
  expect(acknowledged.length).toBeGreaterThanOrEqual(30);
  const read = await Promise.all(acknowledged.map(async (key) => (await cloud.items(key)).length));
  expect(read).toEqual(acknowledged.map(() => 1));
}, 150_000);

/** Process ids below one, all the way down. */
async function childrenOf(pid: number | undefined): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = text.split(' ').filter(Boolean).map(Number);
  return [...children, ...(await Promise.all(children.map(childrenOf))).flat()];
}

async function runs(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status !== '' && !/^\d+ \(.*\) [ZX] /.test(status);
}
