import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Assembly } from '../../../local/template/read-assembly.ts';
import { recordingAssembly } from '../assemblies.ts';
import { startTestCloud, temporaryFolder, triesOf } from '../test-cloud.ts';

vi.setConfig({ testTimeout: 30_000 });

let assembly: Assembly;

beforeAll(async () => {
  assembly = await recordingAssembly();
}, 150_000);

describe('the inbox folder', () => {
  const OFFICE = '平潭 综合实验区';

  test('is uploaded: what is there, what comes, and what changes', async () => {
    const dataDir = await temporaryFolder();
    const folder = join(dataDir, 'inbox', OFFICE, '子文件夹');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '早.docx'), 'early');
    const cloud = await startTestCloud({ assembly, dataDir });
    await cloud.drained();
    expect(await cloud.items(`inbox/${OFFICE}/子文件夹/早.docx`)).toHaveLength(1);

    const begin = Date.now();
    await writeFile(join(folder, '晚.docx'), 'late');
    await vi.waitFor(async () => expect(await cloud.items(`inbox/${OFFICE}/子文件夹/晚.docx`)).toHaveLength(1), 5000);
    expect(Date.now() - begin).toBeLessThan(2000);

    await writeFile(join(folder, '早.docx'), 'early, and changed');
    await vi.waitFor(async () => expect(await cloud.items(`inbox/${OFFICE}/子文件夹/早.docx`)).toHaveLength(2), 5000);
  });

  test('leaves alone what nobody means to hand in, and takes a file when it gets its name', async () => {
    const cloud = await startTestCloud({ assembly });
    const folder = join(cloud.dataDir.inbox, OFFICE);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '~$年报.docx'), 'lock');
    await writeFile(join(folder, '.hidden.docx'), 'hidden');
    await writeFile(join(folder, '年报.docx.part'), 'a whole report');
    await delay(500);
    await rename(join(folder, '年报.docx.part'), join(folder, '年报.docx'));
    await vi.waitFor(async () => expect(await cloud.items(`inbox/${OFFICE}/年报.docx`)).toHaveLength(1), 5000);
    expect(cloud.progress).toEqual([{ did: 'uploaded', key: `inbox/${OFFICE}/年报.docx` }]);
  });

  test('is not uploaded again after a restart', async () => {
    const dataDir = await temporaryFolder();
    await mkdir(join(dataDir, 'inbox', OFFICE), { recursive: true });
    await writeFile(join(dataDir, 'inbox', OFFICE, '年报.docx'), 'text');
    const first = await startTestCloud({ assembly, dataDir });
    await first.drained();
    await first.stop();
    const second = await startTestCloud({ assembly, dataDir });
    await second.drained();
    expect(second.progress).toEqual([]);
    expect(await triesOf(second, `inbox/${OFFICE}/年报.docx`)).toEqual([1]);
  });
});

test('samples are handed in once', async () => {
  const samples = await temporaryFolder();
  await mkdir(join(samples, 'lucheng-2020'));
  await writeFile(join(samples, 'lucheng-2020', 'report.docx'), 'text');
  await writeFile(join(samples, 'lucheng-2020', 'SOURCE.md'), 'about it');
  const dataDir = await temporaryFolder();
  const cloud = await startTestCloud({ assembly, samples, dataDir });
  await cloud.drained();
  const uploaded = [{ did: 'uploaded', key: 'inbox/样例/lucheng-2020/report.docx' }];
  expect(cloud.progress).toEqual(uploaded);
  await cloud.stop();
  const again = await startTestCloud({ assembly, samples, dataDir });
  expect(again.progress).toEqual([]);
});
