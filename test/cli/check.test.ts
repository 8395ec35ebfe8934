import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkResultSchema } from '../../records/contract/check-result.ts';
import { SAMPLES } from '../dresses/samples-on-disk.ts';
import { docxOfYear } from '../functions/ingest/carried-years.ts';
import { runGouji } from './run-gouji.ts';

const sample = (id: string) =>
  join(SAMPLES, id, readdirSync(join(SAMPLES, id)).find((file) => file.endsWith('.docx')) ?? '');
const folder = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('gouji check', () => {
  test('ends with 0 and says 通过 for a report without errors', async () => {
    const { code, stdout } = await runGouji('check', sample('huaian_city_2024'));
    expect(stdout).toContain('✓ 通过  淮安市人民政府 2024');
    expect(code).toBe(0);
  });

  test('ends with 1 and draws the table with the broken columns marked and what they should be', async () => {
    const { code, stdout } = await runGouji('check', sample('pingtan_2020'));
    expect(stdout).toContain('表三「自然人」列：（一）至（六）合计 26，（七）总计填报 20，相差 6。');
    expect(stdout).toMatch(/↓自然人 .* ↓总计\n/u);
    expect(stdout).toMatch(/✗ T3-RESULTS 应为 +26 +27\n/u);
    expect(stdout).not.toContain('表二\n');
    expect(code).toBe(1);
  });

  test('speaks English on request, before or after the name of the command', async () => {
    const sentence = 'Table 3, column “Natural persons”: (1) to (6) add up to 26, but (7) total states 20';
    expect((await runGouji('--lang', 'en', 'check', sample('pingtan_2020'))).stdout).toContain(sentence);
    expect((await runGouji('check', '--lang', 'en', sample('pingtan_2020'))).stdout).toContain(sentence);
  });

  test('ends with 2 and tells the sender what to do with a file that cannot be read', async () => {
    const { code, stdout } = await runGouji('check', file('空.docx', ''), sample('huaian_city_2024'));
    expect(stdout).toContain('empty  文件是空的（0 字节）。请重新导出后再上传。');
    expect(stdout).toContain('共 2 份：通过 1，需复核 0，未能读取 1；错误 0 处');
    expect(code).toBe(2);
  });

  test('prints one JSON object a line that fulfils the published contract', async () => {
    const page = file('网页.docx', '<!doctype html><html><body>年报</body></html>');
    const { code, stdout, stderr } = await runGouji('check', '--format', 'json', sample('pingtan_2020'), page);
    const results = stdout
      .trimEnd()
      .split('\n')
      .map((line) => checkResultSchema.strict().parse(JSON.parse(line)));
    expect(results.map(({ outcome, code: why }) => [outcome, why])).toEqual([
      ['needs-review', null],
      ['rejected', 'html'],
    ]);
    expect(results[0]?.findings[0]).toMatchObject({
      rule: 'T3-RESULTS',
      scope: 'natural_person',
      expected: 26,
      found: 20,
    });
    expect(stderr).toBe('');
    expect(code).toBe(2);
  });

  test('takes folders, and in them only what may be a report', async () => {
    const inner = join(folder, '各单位', '区教育局');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, '~$年报.docx'), 'lock');
    writeFileSync(join(inner, '说明.txt'), 'text');
    writeFileSync(join(inner, '年报.docx'), '');
    const { stdout } = await runGouji('check', '--format', 'json', join(folder, '各单位'));
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).file),
    ).toEqual([join(inner, '年报.docx')]);
  });

  test('complains in both languages of a file that is not there and of an empty folder', async () => {
    const { code, stderr } = await runGouji('check', join(folder, '没有.docx'));
    expect(stderr).toMatch(/没有这个文件：.*没有\.docx\nNo such file: /u);
    expect(code).toBe(2);
    const empty = join(folder, '空文件夹');
    mkdirSync(empty);
    expect((await runGouji('check', empty)).stderr).toContain('所给文件夹中没有报告文件。');
  });

  test('compares years of one body that are given together, in whatever order', async () => {
    const both = [sample('pingtan_2019'), sample('pingtan_2020')];
    const { stdout } = await runGouji('check', ...both);
    expect(stdout).toContain('平潭综合实验区 2019 → 2020');
    expect(stdout).toContain(
      '表二「规章」：2019 年度报告对外公开总数量 0，2020 年度报告本年新公开 0，推算总数量 0，填报 7，相差 7。',
    );
    for (const files of [both, both.toReversed()]) {
      const lines = (await runGouji('check', '--format', 'json', ...files)).stdout.trimEnd().split('\n');
      const results = lines.map((line) => checkResultSchema.strict().parse(JSON.parse(line)));
      expect(results.map(({ file: name }) => name)).toEqual(files);
      const later = results.find(({ year }) => year === 2020);
      expect(later?.findings.find(({ rule }) => rule === 'T2-PUBLIC-TOTAL')).toMatchObject({
        scope: 'regulations',
        elsewhere: [{ year: 2019, figures: ['t2.regulations.public_total'] }],
      });
      expect(results.find(({ year }) => year === 2019)?.findings.map(({ rule }) => rule)).toEqual(['TEXT-PARTS']);
    }
  });

  test('reads both files again before it calls a carry broken', async () => {
    const files = ([2021, 2022] as const).map((year) => {
      const file = join(folder, `结转${year}.docx`);
      writeFileSync(file, docxOfYear(year));
      return file;
    });
    const { code, stdout } = await runGouji('check', '--format', 'json', ...files);
    const findings = stdout
      .trimEnd()
      .split('\n')
      .flatMap((line) => checkResultSchema.parse(JSON.parse(line)).findings);
    expect(findings.filter(({ rule }) => rule === 'T3-CARRY')).toMatchObject([
      { scope: 'natural_person', expected: 1, found: 3, cause: 'report', secondReading: 'agrees' },
      { scope: 'total', expected: 1, found: 3, cause: 'report', secondReading: 'agrees' },
    ]);
    expect(code).toBe(1);
  });

  test('measures the deadline where the date of publication is told', async () => {
    const late = await runGouji('check', '--published', '2025-03-12', sample('huaian_city_2024'));
    expect(late.stdout).toContain('2024 年度报告于 2025-03-12 发布，应于 2025-03-10 前发布，晚 2 天。');
    const inTime = await runGouji('check', '--published', '2025-03-10', sample('huaian_city_2024'));
    expect(inTime.stdout).not.toContain('DEADLINE');
    const wrong = await runGouji('check', '--published', '12.3.2025', sample('huaian_city_2024'));
    expect(wrong.stderr).toContain('日期应写作 2025-01-20。');
    expect(wrong.code).toBe(2);
  });

  test('reads a right file under a wrong ending and notes it', async () => {
    const { readFileSync } = await import('node:fs');
    const path = join(folder, '年报.doc');
    writeFileSync(path, readFileSync(sample('huaian_city_2024')));
    const { code, stdout } = await runGouji('check', path);
    expect(stdout).toContain('扩展名与内容不符，按内容读取');
    expect(code).toBe(0);
  });
});

describe('gouji html', () => {
  test('writes a page that may run and fetch nothing', async () => {
    const { code, stdout } = await runGouji('html', sample('huaian_city_2024'));
    expect(stdout).toContain("default-src 'none'");
    expect(stdout).toMatch(/<td>.*3985758.*<\/td>/u);
    expect(code).toBe(0);
  });

  test('refuses what the bounded reader refuses', async () => {
    const { code, stderr } = await runGouji('html', file('包.docx', 'PK'));
    expect(stderr).toMatch(/请/u);
    expect(code).toBe(2);
  });
});

describe('gouji --help', () => {
  test.each(['check', 'drop', 'list', 'show', 'ledger', 'html', 'roster', 'rules', 'recheck', 'start'])(
    'explains %s in both languages',
    async (command) => {
      const { code, stdout } = await runGouji(command, '--help');
      expect(stdout).toMatch(/[\u4e00-\u9fff]{4}[\s\S]*[a-z]{4}/u);
      expect(code).toBe(0);
    },
  );

  test('an unknown command is an error of usage', async () => {
    expect((await runGouji('chekc')).code).toBe(2);
  });
});
