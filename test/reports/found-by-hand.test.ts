import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../checks/catalogue.ts';
import { checkFigures } from '../../checks/check-figures.ts';
import { readingBeside } from '../../records/across.ts';
import { assessReport } from '../../records/assess-report.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import { SAMPLES, transcriptions } from '../dresses/samples-on-disk.ts';
import { hasLibreOffice } from '../pdf/print/libreoffice.ts';
import { LEAN_READERS } from '../readers.ts';
import { recordOf } from './assess.ts';
import { pagesToDocx } from './libreoffice.ts';

/** What a careful person finds, written from the documents before the program was run on them. */
const BY_HAND: {
  readonly samples: readonly Found[];
  readonly corpus: readonly { readonly report: string; readonly same: string }[];
} = JSON.parse(readFileSync(join(import.meta.dirname, 'found-by-hand.json'), 'utf8'));

interface Found {
  readonly report: string;
  readonly rule: string;
  readonly scope?: string;
  readonly severity: string;
  readonly expected?: number;
  readonly found?: number;
}

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');

/** Nobody needs to be told by hand that cells are blank, or how late a report is whose date is not known. */
const LEFT_OUT: ReadonlySet<string> = new Set(['BLANK-CELLS', 'DEADLINE']);

/** What all rules find in a report beside the one of the year before, as a person would note it. */
function findingsOf(report: string, record: ReportRecord, before?: ReportRecord): Found[] {
  return checkFigures(readingBeside(record, { before }), RULES)
    .findings.filter(({ rule }) => !LEFT_OUT.has(rule))
    .map(({ rule, scope, severity, expected, found }) => ({
      report,
      rule,
      scope,
      severity,
      ...(expected !== null && { expected }),
      ...(found !== null && { found }),
    }));
}

/** What a person noted without a scope or a number is compared without. */
function asNoted(found: readonly Found[], noted: readonly Found[]): Found[] {
  return found.map((one) => {
    const note = noted.find(
      ({ report, rule, scope }) => report === one.report && rule === one.rule && (scope ?? one.scope) === one.scope,
    );
    if (!note) return one;
    const { report, rule, severity } = one;
    return {
      report,
      rule,
      severity,
      ...(note.scope !== undefined && { scope: one.scope }),
      ...(note.expected !== undefined && { expected: tidy(one.expected) }),
      ...(note.found !== undefined && { found: one.found }),
    } as Found;
  });
}

/** A percentage is noted with one decimal. */
const tidy = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * 10) / 10);

const inOrder = (found: readonly Found[]) =>
  found.map((one) => JSON.stringify(one, ['report', 'rule', 'scope', 'severity', 'expected', 'found'])).sort();

const noted = (report: string): Found[] =>
  BY_HAND.samples
    .filter((one) => one.report === report)
    .map(({ report: of, rule, scope, severity, expected, found }) => ({
      report: of,
      rule,
      severity,
      ...(scope !== undefined && { scope }),
      ...(expected !== undefined && { expected }),
      ...(found !== undefined && { found }),
    }));

function sampleRecord(id: string): ReportRecord | undefined {
  const folder = join(SAMPLES, id);
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.docx')) : undefined;
  return name ? recordOf(new Uint8Array(readFileSync(join(folder, name))), name) : undefined;
}

/** `pingtan_2020` → `pingtan_2019` */
const yearBefore = (id: string) => id.replace(/\d{4}$/u, (year) => String(Number(year) - 1));

describe('findings are exactly those of a careful person', () => {
  test.each(transcriptions().map(({ id }) => id))('in the sample %s beside the year before', (id) => {
    const record = sampleRecord(id);
    if (!record) throw new Error(`no document of ${id}`);
    const found = findingsOf(id, record, sampleRecord(yearBefore(id)));
    expect(inOrder(asNoted(found, noted(id)))).toEqual(inOrder(noted(id)));
  });

  test('every note is of a sample that is there', () => {
    const ids = transcriptions().map(({ id }) => id);
    expect(BY_HAND.samples.filter(({ report }) => !ids.includes(report))).toEqual([]);
  });

  const originals = BY_HAND.corpus.filter(({ report }) => report.startsWith('originals/'));
  test.skipIf(!existsSync(CORPUS)).each(originals)('in $report (skipped without the corpus)', async ({ report }) => {
    const bytes = new Uint8Array(readFileSync(join(CORPUS, `${report}.pdf`)));
    const upload = { bytes, sha256: 'a'.repeat(64), fileName: 'report.pdf' };
    const assessment = await assessReport(upload, LEAN_READERS);
    if (!assessment.readable) throw new Error(`not read: ${assessment.code}`);
    expect(findingsOf(report, assessment.record)).toEqual([]);
  });

  const isPossible = existsSync(CORPUS) && hasLibreOffice;
  test.skipIf(!isPossible)(
    'in the pages with their whole prose (skipped without the corpus or LibreOffice)',
    async () => {
      const pages = BY_HAND.corpus.filter(({ report }) => report.startsWith('pages/'));
      const documents = await pagesToDocx(pages.map(({ report }) => join(CORPUS, `${report}.html`)));
      const records = new Map([...documents].map(([id, bytes]) => [id, recordOf(bytes)] as const));
      expect(records.size).toBe(3);
      for (const [id, record] of records) {
        const same = pages.find(({ report }) => report === `pages/${id}`)?.same ?? '';
        const found = findingsOf(id, record, records.get(yearBefore(id)));
        expect(inOrder(asNoted(found, noted(same))), id).toEqual(inOrder(noted(same)));
      }
    },
    120_000,
  );
});
