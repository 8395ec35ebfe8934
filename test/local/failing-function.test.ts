import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Assembly } from '../../local/template/read-assembly.ts';
import { recordingAssembly } from './assemblies.ts';
import { editTemplate, hurry, setProperties, takeRight } from './edit-template.ts';
import { findLog, startTestCloud, triesOf } from './test-cloud.ts';

vi.setConfig({ testTimeout: 30_000 });

let assembly: Assembly;

beforeAll(async () => {
  assembly = await recordingAssembly();
}, 150_000);

const DEAD = /Dead/;

describe('a function that does not succeed', () => {
  test('gets only the failed message again, and the message is put with the dead at last', async () => {
    const cloud = await startTestCloud({ assembly: hurry(assembly) });
    await Promise.all([cloud.put('inbox/good', 'text'), cloud.put('inbox/bad', 'fail')]);
    await cloud.drained();
    expect(await triesOf(cloud, 'inbox/good')).toEqual([1]);
    expect(await triesOf(cloud, 'inbox/bad')).toEqual([2]);
    const dead = [...cloud.queues.values()].filter(({ name }) => DEAD.test(name)).flatMap((queue) => queue.list());
    expect(dead.map(({ body }) => JSON.parse(body).detail.object.key)).toEqual(['inbox/bad']);
  });

  test('because it takes too long or dies is ended, and the message tried again', async () => {
    const oneByOne = editTemplate(hurry(assembly), (template) => {
      setProperties(template, 'AWS::Lambda::EventSourceMapping', { BatchSize: 1 });
    });
    const cloud = await startTestCloud({ assembly: oneByOne });
    await Promise.all([cloud.put('inbox/slow', 'sleep'), cloud.put('inbox/deadly', 'exit')]);
    await cloud.drained();
    const faults = cloud.progress.map((one) => (one.did === 'failed' ? String(one.fault) : one.did)).sort();
    const [died, late] = [expect.stringContaining('exit code 7'), expect.stringContaining('timed out after 5 seconds')];
    expect(faults).toEqual([died, died, late, late]);
    await cloud.put('inbox/next', 'text');
    await cloud.drained();
    expect(await cloud.items('inbox/next')).toHaveLength(1);
  });

  test('because its role lacks a right is told so, and not served', async () => {
    const withoutReading = editTemplate(hurry(assembly), (template) => {
      takeRight(template, 'Ingest', 's3:GetObjectVersion');
    });
    const cloud = await startTestCloud({ assembly: withoutReading });
    await cloud.put('inbox/a', 'text');
    const log = async () => (await readFile(await findLog(cloud.dataDir.logs), 'utf8')).includes('AccessDenied');
    await vi.waitFor(async () => expect(await log()).toBe(true), 5000);
    expect(await cloud.items('inbox/a')).toEqual([]);
  });
});
