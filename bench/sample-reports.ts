import { readFileSync } from 'node:fs';
import { isolatedReaders } from '../functions/adapters/isolated-readers.ts';
import { assessReport } from '../records/assess-report.ts';
import type { ReportRecord } from '../records/report-record.ts';
import { benchDocuments } from './documents.ts';
import type { ToStore } from './store-reports.ts';

/** What is stored: 10,000 reports. */
export const STORED = { years: [2019, 2020, 2021, 2022, 2023], bodies: 2_000 } as const;

export const bodyOf = (at: number): string => `第${at}号机关`;

/** Reports of a year that say what the samples say, one of each body. */
export const samplesOfYear = (year: number, records: readonly ReportRecord[]): ToStore[] =>
  Array.from({ length: STORED.bodies }, (_, at) => {
    const record = records[(at + year) % records.length];
    if (!record) throw new Error('no sample could be read');
    const upload = { bucket: 'inbox', key: `inbox/office-${at % 20}/${year}-${at}.docx`, versionId: 'v' };
    return { record, body: bodyOf(at), year, upload, at: `${year + 1}-01-20T08:00:00.000Z` };
  });

export async function readSamples(): Promise<ReportRecord[]> {
  const readers = isolatedReaders();
  const records: ReportRecord[] = [];
  for (const { path } of benchDocuments()) {
    const assessed = await assessReport(
      { bytes: new Uint8Array(readFileSync(path)), sha256: '', fileName: path },
      readers,
    );
    if (assessed.readable && assessed.record.year !== null) records.push(assessed.record);
  }
  return records;
}
