import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalCloud, startLocalCloud } from '../../local/start.ts';
import { recordingAssembly } from '../local/assemblies.ts';
import { runGouji } from './run-gouji.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-roster-'));
const dataDir = join(folder, 'data');
let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud({ assembly: await recordingAssembly(), dataDir });
}, 150_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const gouji = (...args: string[]) => runGouji(...args, '--data-dir', dataDir);

function csv(name: string, ...lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `\uFEFF${['名称,别名,区划代码,层级,上级,主管办公室', ...lines].join('\r\n')}\r\n`);
  return file;
}

const HONGZE = [
  '淮安市洪泽区人民政府,洪泽县人民政府、洪泽县,320813,,,洪泽区政务公开办',
  '洪泽区财政局,,,,洪泽区人民政府,',
  '洪泽区高良涧街道办事处,,,,洪泽县人民政府,',
];

describe('gouji roster', () => {
  test('is empty at first and says how to fill it', async () => {
    expect(await gouji('roster')).toMatchObject({
      code: 0,
      stdout: '名册是空的。用 gouji roster import 文件.csv 导入。\n',
    });
  });

  test('of a file with errors nothing is imported, and every bad line is named', async () => {
    const file = csv('bad.csv', ...HONGZE, '洪泽区财政局,,,,,', '洪泽区审计局,,,,洪泽市人民政府,');
    const { code, stderr } = await gouji('roster', 'import', file);
    expect(code).toBe(2);
    expect(stderr).toMatch(/第 5 行：「洪泽区财政局」与第 3 行的「洪泽区财政局」是同一机关/u);
    expect(stderr).toMatch(/第 6 行：名册中没有上级「洪泽市人民政府」/u);
    expect(stderr).toContain('有 2 处错误，没有导入任何内容。');
    const english = await gouji('roster', 'import', file, '--lang', 'en');
    expect(english.stderr).toMatch(/line 5: “洪泽区财政局” is the same body/u);
    expect((await gouji('roster')).stdout).toContain('名册是空的');
  });

  test('is imported, listed, and unchanged when it is imported again', async () => {
    const file = csv('good.csv', ...HONGZE);
    expect(await gouji('roster', 'import', file)).toMatchObject({ code: 0, stdout: '已导入 3 个机关。\n' });
    expect((await gouji('roster', 'import', file)).stdout).toBe('名册没有变化（3 个机关）。\n');
    const { stdout } = await gouji('roster', 'list');
    expect(stdout).toMatch(/^淮安市洪泽区人民政府 +县级 +320813 +洪泽县人民政府、洪泽县\n/u);
    expect(stdout).toMatch(/洪泽区财政局 +部门 +320813 +淮安市洪泽区人民政府\n/u);
    expect(stdout).toMatch(/洪泽区高良涧街道办事处 +乡镇 +320813 +淮安市洪泽区人民政府\n共 3 个机关\n$/u);
  });

  test('show says which body a name means, and how that was told', async () => {
    const { stdout } = await gouji('roster', 'show', '淮安市洪泽县');
    expect(stdout).toMatch(/机关 +淮安市洪泽区人民政府\n/u);
    expect(stdout).toMatch(/归档键 +320813人民政府\n依据 +名册\n区划 +320813 江苏省淮安市洪泽区\n层级 +县级\n/u);
    expect(stdout).toMatch(/汇总下级 +洪泽区财政局、洪泽区高良涧街道办事处\n/u);
    expect((await gouji('roster', 'show', '沭阳县')).stdout).toMatch(/321322人民政府\n依据 +行政区划\n/u);
    expect((await gouji('roster', 'show', '鼓楼区教育局', '--lang', 'en')).stdout).toMatch(/told by +its name alone/u);
  });

  test('missing lists whose report is not on file, against the deadline', async () => {
    const { code, stdout } = await gouji('roster', 'missing', '--year', '2024');
    expect(code).toBe(0);
    expect(stdout).toMatch(/洪泽区财政局 +2025-01-31 +逾期 \d+ 天\n/u);
    expect(stdout).toMatch(
      /淮安市洪泽区人民政府 +洪泽区政务公开办 +2025-02-20 +逾期 \d+ 天\n2024 年度：名册共 3 个机关，3 个没有报告入库/u,
    );
    const own = await gouji('roster', 'missing', '--year', '2024', '--office', '洪泽区政务公开办', '--format', 'json');
    expect(JSON.parse(own.stdout)).toMatchObject({ bodyKey: '320813人民政府', due: '2025-02-20' });
    expect((await gouji('roster', 'missing', '--year', '24')).code).toBe(2);
  });

  test('a file that is not there, or words that are too many, are complaints', async () => {
    const missing = await gouji('roster', 'import', join(folder, 'nothing.csv'));
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('无法读取文件') });
    expect((await gouji('roster', 'import')).code).toBe(2);
  });
});

test('without a running cloud the command says what to do', async () => {
  const { code, stderr } = await runGouji('roster', '--data-dir', join(folder, 'nothing'));
  expect(stderr).toContain('请先在另一个终端执行 npm start');
  expect(code).toBe(2);
});
