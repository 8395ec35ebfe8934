import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Assembly } from '../../local/template/read-assembly.ts';
import { recordingAssembly } from './assemblies.ts';
import { editTemplate, setProperties } from './edit-template.ts';
import { findLog, startTestCloud, triesOf } from './test-cloud.ts';

vi.setConfig({ testTimeout: 30_000 });

let assembly: Assembly;

beforeAll(async () => {
  assembly = await recordingAssembly();
}, 150_000);

const WAITING = /Waiting/;

describe('an upload', () => {
  test('goes from the bucket through rule, queue and function into the table', async () => {
    const cloud = await startTestCloud({ assembly });
    const key = 'inbox/鹿城区 政务公开办/2020 年+度 100%报告(终稿)😀.docx';
    const version = await cloud.put(key, '正文');
    await cloud.drained();
    expect(await cloud.items(key)).toMatchObject([{ sk: version, text: '正文', tries: '5' }]);
  });

  test('outside the prefix starts nothing', async () => {
    const cloud = await startTestCloud({ assembly });
    await cloud.put('elsewhere/a.docx', 'text');
    await cloud.drained();
    expect(await triesOf(cloud, 'elsewhere/a.docx')).toEqual([]);
  });

  test('may also come as an S3 notification, whose key is URL-encoded', async () => {
    const cloud = await startTestCloud({ assembly });
    const key = 'inbox/鹿城 区/年报+1.docx';
    const version = await cloud.put(key, 'text');
    await cloud.drained();
    const encoded = encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');
    const object = { key: encoded, versionId: version };
    const [queue] = [...cloud.queues.values()].filter(({ name }) => WAITING.test(name));
    await queue?.send(JSON.stringify({ Records: [{ s3: { bucket: { name: cloud.outputs.InboxBucket }, object } }] }));
    await cloud.drained();
    expect(await triesOf(cloud, key)).toEqual([2]);
  });

  test('of many at once is read once each', async () => {
    const cloud = await startTestCloud({ assembly });
    const keys = Array.from({ length: 60 }, (_, number) => `inbox/办/${number}.docx`);
    await Promise.all(keys.map((key) => cloud.put(key, key)));
    await cloud.drained();
    expect((await Promise.all(keys.map((key) => triesOf(cloud, key)))).flat()).toEqual(keys.map(() => 1));
  });
});

describe('the function', () => {
  test('sees none of our own environment, and writes to its log', async () => {
    vi.stubEnv('AWS_PROFILE', 'real-account');
    vi.stubEnv('AWS_SESSION_TOKEN', 'real-token');
    const cloud = await startTestCloud({ assembly });
    await cloud.put('inbox/a', 'text');
    await cloud.drained();
    vi.unstubAllEnvs();
    const [item] = await cloud.items('inbox/a');
    expect(item?.secrets).not.toMatch(/AWS_PROFILE|AWS_SESSION_TOKEN|HOME/);
    const log = await readFile(await findLog(cloud.dataDir.logs), 'utf8');
    expect(log).toContain('{"records":1}');
  });

  test('runs no more often at once than the template allows', async () => {
    const alone = editTemplate(assembly, (template) => {
      setProperties(template, 'AWS::Lambda::EventSourceMapping', {
        BatchSize: 1,
        ScalingConfig: { MaximumConcurrency: 1 },
      });
    });
    const cloud = await startTestCloud({ assembly: alone });
    await Promise.all(['a', 'b', 'c'].map((name) => cloud.put(`inbox/${name}`, name)));
    await cloud.drained();
    expect(cloud.progress).toEqual([]);
    expect(await cloud.items('inbox/c')).toHaveLength(1);
  });
});
