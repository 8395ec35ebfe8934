import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalCloud, startLocalCloud } from '../../local/start.ts';
import { SAMPLES } from '../dresses/samples-on-disk.ts';
import { ingestAssembly } from '../local/assemblies.ts';
import { runGouji, runGoujiWith } from './run-gouji.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-stored-'));
const dataDir = join(folder, 'data');
let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud({ assembly: await ingestAssembly(), dataDir });
}, 150_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const gouji = (...args: string[]) => runGouji(...args, '--data-dir', dataDir);
const sample = (id: string) =>
  join(SAMPLES, id, readdirSync(join(SAMPLES, id)).find((file) => file.endsWith('.docx')) ?? '');

describe('what is stored', () => {
  test('drop puts files into the inbox, waits, and says what became of each', async () => {
    writeFileSync(join(folder, '空.docx'), '');
    const { code, stdout } = await gouji('drop', '--office', '平潭办', sample('pingtan_2020'), join(folder, '空.docx'));
    expect(stdout).toMatch(/需复核 +inbox\/平潭办\/平潭.*\.docx +平潭综合实验区 2020/u);
    expect(stdout).toMatch(/未能读取 +inbox\/平潭办\/空\.docx +empty +文件是空的/u);
    expect(code).toBe(2);
  });

  test('list shows each report once with its errors', async () => {
    const { stdout } = await gouji('list');
    expect(stdout).toMatch(/! 需复核 +2020 +平潭综合实验区 +错误 2/u);
    expect((await gouji('list', '--status', 'accepted')).stdout).toBe('还没有报告。\n');
  });

  test('a file that names no stack of ours is refused in a sentence', async () => {
    const outputs = join(folder, 'others.json');
    writeFileSync(outputs, JSON.stringify({ Other: { Url: 'x' } }));
    const { code, stderr } = await gouji('list', '--stack-outputs', outputs);
    expect(stderr).toContain('其中没有 gouji 的堆栈');
    expect(code).toBe(2);
  });

  test('show finds a report by a part of its name and shows its tables and revisions', async () => {
    const { code, stdout } = await gouji('show', '平潭', '2020');
    expect(stdout).toContain('表二');
    expect(stdout).toMatch(/✗ T3-RESULTS 应为 +26 +27/u);
    expect(stdout).toMatch(/● 1 .* inbox\/平潭办\//u);
    expect(code).toBe(0);
  });

  test('show --format json gives the record', async () => {
    const { stdout } = await gouji('show', '平潭综合实验区', '2020', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'gouji.report/2', body: '平潭综合实验区', year: 2020 });
  });

  test('show says what is on file when there is no such report', async () => {
    const { code, stderr } = await gouji('show', '淮安', '2020');
    expect(stderr).toContain('没有「淮安」2020 年度的报告。该年度已有：平潭综合实验区');
    expect(code).toBe(2);
  });

  test('recheck finds nothing new by the rules in force, and says what an older rule set would not find', async () => {
    const { code, stdout } = await gouji('recheck');
    expect(stdout).toBe('复核 1 份：0 份会有变化，0 份无法复核；审核意见保留 0 条，失效 0 条\n');
    expect(code).toBe(0);
    const older = await gouji('recheck', '--rules', '2026.11.1', '--format', 'json');
    expect(JSON.parse(older.stdout)).toMatchObject({
      body: '平潭综合实验区',
      year: 2020,
      state: 'checked',
      changes: [{ change: 'gone', finding: { rule: 'TEXT-PARTS' } }],
    });
  });

  test('recheck applies the rules in force only', async () => {
    const { code, stderr } = await gouji('recheck', '--rules', '2026.11.1', '--apply');
    expect(stderr).toContain('--apply 只能用于执行中的规则版本');
    expect(code).toBe(2);
  });

  test('export writes what is stored, and says what was left out', async () => {
    const accepted = await gouji('export', 'figures', '--format', 'jsonl');
    expect(accepted.stdout).toBe('');
    expect(accepted.stderr).toContain('已导出 0 份报告，共 0 行；另有 1 份尚未通过，未导出');
    const file = join(folder, '问题.csv');
    const { code, stderr } = await gouji('export', 'findings', '--revision', 'newest', '--output', file);
    expect(stderr).toContain('已导出 1 份报告');
    expect(code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^\uFEFFbody_key,body,year,/u);
    expect(text).toMatch(/,T3-RESULTS,total,error,report,27,21,-6,/u);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('statistics count what does not hold by rule and division', async () => {
    const { code, stdout } = await gouji('statistics', '--by', 'province');
    expect(stdout).toMatch(/^共 1 份报告，通过 0\n/u);
    expect(stdout).toMatch(/T3-RESULTS +错误 +1（100 %） +2 +– +100 %/u);
    expect(stdout).toMatch(/docx +1 +\d+ +0 +0 +0/u);
    expect(code).toBe(0);
    const { stdout: json } = await gouji('statistics', '--format', 'json');
    expect(JSON.parse(json)).toMatchObject({ reports: 1, accepted: 0, reading: [{ format: 'docx', reports: 1 }] });
  });

  test('export says when a file cannot be written', async () => {
    const { code, stderr } = await gouji('export', 'reports', '--output', join(folder, 'no', 'such', 'folder.csv'));
    expect(stderr).toContain('无法写入');
    expect(code).toBe(2);
  });

  test('ledger lists every upload with its outcome', async () => {
    const { stdout } = await gouji('ledger');
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    const { stdout: lines } = await gouji('ledger', '--format', 'json');
    const outcomes = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).settlement.outcome);
    expect(outcomes.sort()).toEqual(['needs-review', 'rejected']);
  });

  test('a deployed stack is found by the outputs that cdk wrote, and reached as the environment says', async () => {
    const outputs = join(folder, 'cdk-outputs.json');
    writeFileSync(outputs, JSON.stringify({ Other: { Url: 'x' }, Gouji: cloud.outputs }));
    const environment = {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_S3: cloud.endpoints.s3,
      AWS_ENDPOINT_URL_DYNAMODB: cloud.endpoints.dynamodb,
    };
    const elsewhere = ['--data-dir', join(folder, 'nothing'), '--stack-outputs', outputs];
    const listed = await runGoujiWith(environment, 'list', ...elsewhere);
    expect(listed.stdout).toMatch(/! 需复核 +2020 +平潭综合实验区 +错误 2/u);
    const dropped = await runGoujiWith(environment, 'drop', sample('pingtan_2020'), ...elsewhere);
    expect(dropped.stdout).toMatch(/重复 +inbox\/本机\//u);
  });
});

test('without a running cloud the command says what to do', async () => {
  const { code, stderr } = await runGouji('list', '--data-dir', join(folder, 'nothing'));
  expect(stderr).toContain('请先在另一个终端执行 npm start');
  expect(code).toBe(2);
});
