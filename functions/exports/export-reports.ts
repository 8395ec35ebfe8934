import type { ExportTable } from '../../records/exports/export-table.ts';
import { FIGURES_TABLE } from '../../records/exports/figures-table.ts';
import { FINDINGS_TABLE } from '../../records/exports/findings-table.ts';
import { REPORTS_TABLE } from '../../records/exports/reports-table.ts';
import type { StoredReport } from '../../records/exports/stored-report.ts';
import { writeCsv } from './write-csv.ts';
import { writeJsonl } from './write-jsonl.ts';
import { writeParquet } from './write-parquet.ts';
import { writeXlsx } from './write-xlsx.ts';

export const EXPORT_NAMES = ['figures', 'findings', 'reports'] as const;
export type ExportName = (typeof EXPORT_NAMES)[number];

export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface Wanted {
  readonly name: ExportName;
  readonly format: ExportFormat;
  /** Of the titles in a workbook; the other formats have the columns' names, which are the same in every language. */
  readonly language: 'zh' | 'en';
  readonly onRow?: () => void;
}

/**
 * Writes stored reports as a file, piece by piece.
 * @throws TooManyRows for a workbook of more than `MOST_ROWS`
 */
export function exportReports(reports: AsyncIterable<StoredReport>, wanted: Wanted): AsyncIterable<Uint8Array> {
  if (wanted.name === 'figures') return write(FIGURES_TABLE, reports, wanted);
  if (wanted.name === 'findings') return write(FINDINGS_TABLE, reports, wanted);
  return write(REPORTS_TABLE, reports, wanted);
}

function write<Row>(
  table: ExportTable<Row>,
  reports: AsyncIterable<StoredReport>,
  { format, language, onRow }: Wanted,
): AsyncIterable<Uint8Array> {
  const rows = rowsOf(table, reports, onRow);
  if (format === 'csv') return writeCsv(table, rows);
  if (format === 'jsonl') return writeJsonl(table, rows);
  if (format === 'parquet') return writeParquet(table, rows);
  return writeXlsx(table, rows, language);
}

async function* rowsOf<Row>(
  { rowsOf: rowsOfReport }: ExportTable<Row>,
  reports: AsyncIterable<StoredReport>,
  onRow?: () => void,
): AsyncGenerator<Row> {
  for await (const report of reports) {
    for (const row of rowsOfReport(report)) {
      onRow?.();
      yield row;
    }
  }
}
