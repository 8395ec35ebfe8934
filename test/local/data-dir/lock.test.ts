import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test, vi } from 'vitest';
import { findRunningCloud } from '../../../local/data-dir/running-cloud.ts';
import { startLocalCloud } from '../../../local/start.ts';
import type { Assembly } from '../../../local/template/read-assembly.ts';
import { recordingAssembly } from '../assemblies.ts';
import { startTestCloud, temporaryFolder } from '../test-cloud.ts';

vi.setConfig({ testTimeout: 30_000 });

let assembly: Assembly;

beforeAll(async () => {
  assembly = await recordingAssembly();
}, 150_000);

test('a second cloud on one data folder is refused, and the first runs on', async () => {
  const dataDir = await temporaryFolder();
  const cloud = await startTestCloud({ assembly, dataDir });
  await expect(startLocalCloud({ assembly, dataDir })).rejects.toThrow(/Another gouji runs on this data folder/);
  await cloud.put('inbox/a', 'text');
  await cloud.drained();
  expect(await cloud.items('inbox/a')).toHaveLength(1);
});

test('a running cloud can be found, and a stopped one not', async () => {
  const dataDir = await temporaryFolder();
  const cloud = await startTestCloud({ assembly, dataDir });
  expect(await findRunningCloud(dataDir)).toMatchObject({
    pid: process.pid,
    endpoints: cloud.endpoints,
    outputs: cloud.outputs,
  });
  await cloud.stop();
  expect(await findRunningCloud(dataDir)).toBeUndefined();
  await expect(readFile(cloud.dataDir.running)).rejects.toThrow(/ENOENT/);
});

test('a busy port is passed over', async () => {
  const first = await startTestCloud({ assembly });
  const port = (url: string) => Number(new URL(url).port);
  const ports = { s3: port(first.endpoints.s3), dynamodb: port(first.endpoints.dynamodb) };
  const second = await startTestCloud({ assembly, ports });
  expect(port(second.endpoints.s3)).not.toBe(ports.s3);
  expect(port(second.endpoints.dynamodb)).not.toBe(ports.dynamodb);
});

test('a stopped cloud starts again on its data, and takes up a changed index', async () => {
  const dataDir = await temporaryFolder();
  const first = await startTestCloud({ assembly, dataDir });
  await first.put('inbox/a', 'text');
  await first.drained();
  await first.stop();
  const changed = structuredClone(assembly);
  for (const { Type, Properties } of Object.values(changed.template.Resources)) {
    if (Type !== 'AWS::DynamoDB::Table' || !Array.isArray(Properties.GlobalSecondaryIndexes)) continue;
    Properties.GlobalSecondaryIndexes[0].IndexName = 'another-name';
  }
  const second = await startTestCloud({ assembly: changed, dataDir });
  expect(await second.items('inbox/a')).toHaveLength(1);
});
