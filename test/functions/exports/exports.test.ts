import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { type ExportFormat, type ExportName, exportReports } from '../../../functions/exports/export-reports.ts';
import { writeXlsx } from '../../../functions/exports/write-xlsx.ts';
import { decisionKeyOf } from '../../../records/decision.ts';
import { FIGURES_TABLE } from '../../../records/exports/figures-table.ts';
import type { StoredReport } from '../../../records/exports/stored-report.ts';
import { BLANK, FORMS_2021, readingOf, stated } from '../../checks/readings.ts';
import { recordWith } from '../../records/parts.ts';
import { storedReport } from './stored-report.ts';

const FORMULA = '=HYPERLINK("http://example.invalid","30")';

/** A report of zeros but for a total of 30 that nothing adds up to, a fee of 1.5 yuan, a blank, and words that a spreadsheet would run. */
const zeros = readingOf(FORMS_2021, { 't3.granted.total': 30, 't2.fees.amount': 1.5 });
const reading = {
  ...zeros,
  figures: {
    ...zeros.figures,
    't3.granted.total': { ...stated(30), raw: FORMULA },
    't3.granted.natural_person': BLANK,
    't3.granted.commercial_enterprise': { ...stated(-2), raw: '-2' },
  },
};
const report = storedReport(recordWith({ reading, fileName: '+报告,"终".docx' }));

async function exported(name: ExportName, format: ExportFormat, ...reports: readonly StoredReport[]): Promise<Buffer> {
  const all = async function* () {
    yield* reports;
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of exportReports(all(), { name, format, language: 'zh' })) pieces.push(piece);
  return Buffer.concat(pieces);
}

type Line = Readonly<Record<string, string>>;

async function csvLines(name: ExportName, ...reports: readonly StoredReport[]): Promise<Line[]> {
  return parse(await exported(name, 'csv', ...reports), { columns: true, bom: true });
}

describe('figures as CSV', () => {
  test('every figure of the form has a line, in reading order', async () => {
    const lines = await csvLines('figures', report);
    expect(lines.map(({ figure }) => figure)).toEqual(Object.keys(reading.figures));
    expect(lines[0]).toMatchObject({
      body: '鹿城区教育局',
      year: '2021',
      status: 'needs-review',
      table: 't2',
      form: '2021',
    });
  });

  test('numbers are bare, an unknown one is empty and not 0', async () => {
    const lines = await csvLines('figures', report);
    const of = (id: string) => lines.find(({ figure }) => figure === id);
    expect(of('t2.fees.amount')).toMatchObject({ value: '1.5', state: 'stated' });
    expect(of('t3.granted.natural_person')).toMatchObject({ value: '', state: 'blank' });
    expect(of('t3.granted.commercial_enterprise')).toMatchObject({ value: '-2' });
  });

  test('it begins with a byte order mark, and ends lines as RFC 4180 has them', async () => {
    const bytes = await exported('figures', 'csv', report);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').endsWith('\r\n')).toBe(true);
  });

  test('what would be run as a formula is text, whoever wrote it', async () => {
    const lines = await csvLines('figures', report);
    const total = lines.find(({ figure }) => figure === 't3.granted.total');
    expect(total?.raw).toBe(`'${FORMULA}`);
    expect(total?.file).toBe(`'+报告,"终".docx`);
    expect(lines.flatMap((line) => Object.values(line)).filter((cell) => /^\s*[=+@＝＋－＠]/u.test(cell))).toEqual([]);
  });

  test('of nothing there is still the line of names', async () => {
    expect((await exported('reports', 'csv')).toString('utf8')).toMatch(/^\uFEFFbody_key,body,year,/u);
  });
});

describe.each(['csv', 'xlsx'] as const)('what strangers wrote into findings, as %s', (format) => {
  test.each(['=1+1', '+1', '-1+1', '@SUM(1)', '＝1+1', ' \t=1+1', '\n=1+1'])('%j is no formula', async (text) => {
    const record = recordWith({ reading, fileName: `${text}.docx` });
    const [first] = record.findings;
    if (!first) throw new Error('nothing is broken');
    const { rule, scope } = first;
    const key = decisionKeyOf(first, record.figures, report.digest);
    const [at, decision] = ['2022-02-01T00:00:00.000Z', 'explained'] as const;
    const decided = { key, rule, scope, decision, by: text, at, note: text, version: 1 };
    const stored = { ...storedReport({ ...record, body: text }, `inbox/${text}/a.docx`), decisions: [decided] };
    const bytes = await exported('findings', format, stored);
    if (format === 'csv') {
      const cells = parse(bytes, { bom: true }).flat() as string[];
      expect(cells).toContain(`'${text}`);
      const run = cells.filter((cell) => /^\s*[=+@＝＋－＠-]/u.test(cell));
      // What remains are numbers.
      expect(run.filter((cell) => !/^-\d+$/u.test(cell))).toEqual([]);
    } else {
      const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      expect(sheet).toContain('<sheetData>');
      expect(sheet).not.toMatch(/<f[ >]/u);
    }
  });
});

describe('findings as CSV', () => {
  test('each finding has a line with its numbers and sentence, and what was decided of it', async () => {
    const { record, digest } = report;
    const [first] = record.findings;
    if (!first) throw new Error('nothing is broken');
    const key = decisionKeyOf(first, record.figures, digest);
    const { rule, scope } = first;
    const decided = {
      key,
      rule,
      scope,
      decision: 'explained' as const,
      by: '甲',
      at: '2022-02-01T00:00:00.000Z',
      note: '',
      version: 1,
    };
    const lines = await csvLines('findings', { ...report, decisions: [decided] });
    expect(lines).toHaveLength(record.findings.length);
    expect(lines[0]).toMatchObject({ rule, scope, decision: 'explained', decided_by: '甲', message: first.message.zh });
    expect(lines.slice(1).every(({ decision }) => decision === '')).toBe(true);
    const total = lines.find((line) => line.rule === 'T3-APPLICANTS' && line.scope === 'granted');
    expect(total).toMatchObject({ severity: 'error', expected: '-2', found: '30', difference: '32' });
  });
});

test('reports: a line each, with counts', async () => {
  const lines = await csvLines('reports', report, storedReport(recordWith(), 'inbox/水利局/b.docx'));
  expect(lines.map(({ office, status }) => [office, status])).toEqual([
    ['鹿城区', 'needs-review'],
    ['水利局', 'accepted'],
  ]);
  expect(lines[1]).toMatchObject({ errors: '0', missing: '0', format: 'docx', published_on: '' });
});

test('a JSON object a line has numbers as numbers and nothing as null', async () => {
  const lines = (await exported('figures', 'jsonl', report))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.find(({ figure }) => figure === 't2.fees.amount')).toMatchObject({
    year: 2021,
    value: 1.5,
    doubtful: false,
  });
  expect(lines.find(({ figure }) => figure === 't3.granted.natural_person')).toMatchObject({ value: null });
  expect(lines.find(({ figure }) => figure === 't3.granted.total')).toMatchObject({ raw: FORMULA });
});

describe('Parquet, read by an independent reader', () => {
  const fileOf = async (...reports: readonly StoredReport[]) => {
    const bytes = await exported('figures', 'parquet', ...reports);
    return new Uint8Array(bytes).buffer;
  };

  test('has the same rows and types', async () => {
    const file = await fileOf(report);
    const rows = await parquetReadObjects({ file });
    const lines = (await exported('figures', 'jsonl', report))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toEqual(lines);
    const types = parquetSchema(parquetMetadata(file)).children.map(({ element }) => [element.name, element.type]);
    expect(Object.fromEntries(types)).toMatchObject({
      body: 'BYTE_ARRAY',
      year: 'INT32',
      value: 'DOUBLE',
      doubtful: 'BOOLEAN',
    });
  });

  test('of more rows than one group holds, none is lost', async () => {
    const reports = Array.from({ length: 300 }, () => report);
    const metadata = parquetMetadata(await fileOf(...reports));
    expect(Number(metadata.num_rows)).toBe(300 * FIGURES_TABLE.rowsOf(report).length);
    expect(metadata.row_groups.length).toBeGreaterThan(1);
  });

  test('of nothing is a file all the same', async () => {
    expect(await parquetReadObjects({ file: await fileOf() })).toEqual([]);
  });
});

describe('a workbook', () => {
  const sheetOf = async (bytes: Uint8Array) => {
    const files = unzipSync(bytes);
    return Object.entries(files).map(([name, content]) => [name, strFromU8(content)] as const);
  };

  test('has titles in Chinese, numbers as numbers, and no formula', async () => {
    const files = await sheetOf(await exported('figures', 'xlsx', report));
    const sheet = files.find(([name]) => /worksheets\/sheet1\.xml$/u.test(name))?.[1] ?? '';
    expect(sheet).not.toContain('<f>');
    expect(sheet).toMatch(/<v>1\.5<\/v>/u);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"/u);
    expect(files.some(([, text]) => text.includes('填报情况'))).toBe(true);
    expect(files.some(([, text]) => text.includes('=HYPERLINK'))).toBe(true);
  });

  test('of more rows than it is made for is refused', async () => {
    const rows = async function* () {
      const [row] = FIGURES_TABLE.rowsOf(report);
      for (let count = 0; row && count <= 200_000; count++) yield row;
    };
    await expect(writeXlsx(FIGURES_TABLE, rows(), 'zh').next()).rejects.toThrow('more than 200000 rows');
  });
});
