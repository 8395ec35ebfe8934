import type { Reader } from '../adapters/dynamodb-reader.ts';
import { EXPORT_FORMATS, EXPORT_NAMES, type ExportFormat, exportReports } from '../exports/export-reports.ts';
import { readStoredReports, type WhichRevision } from '../exports/read-stored-reports.ts';
import type { StatisticsStores } from './read-statistics.ts';

interface Wanted {
  readonly year?: number | undefined;
  readonly which: WhichRevision;
  readonly language: 'zh' | 'en';
}

/** A file of a year's reports, piece by piece. */
export interface YearExport {
  readonly format: ExportFormat;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * The export that a file is named after, as `findings.csv`, of a year or of the newest on file.
 * @returns nothing where there is no such export
 */
export async function exportOfYear(
  file: string,
  { year, which, language }: Wanted,
  { reader, digest, queue }: Pick<StatisticsStores, 'digest' | 'queue'> & { readonly reader: Reader },
): Promise<YearExport | undefined> {
  const [asked, ending, ...rest] = file.split('.');
  const name = EXPORT_NAMES.find((candidate) => candidate === asked);
  const format = EXPORT_FORMATS.find((candidate) => candidate === ending);
  if (!name || !format || rest.length > 0) return undefined;
  const [newest] = await queue.years();
  const wanted = year ?? newest;
  const heads = wanted === undefined ? [] : await reader.reportsOfYear(wanted);
  const reports = readStoredReports(heads, which, { reports: reader, digest, onUnreadable: () => undefined });
  return { format, pieces: exportReports(reports, { name, format, language }) };
}
