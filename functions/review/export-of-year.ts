import type { Filter } from '../../records/contract/api/findings.ts';
import { narrowFindings, narrowReports } from '../../records/queue/narrow-queue.ts';
import type { Reader } from '../adapters/dynamodb-reader.ts';
import { EXPORT_FORMATS, EXPORT_NAMES, type ExportFormat, exportReports } from '../exports/export-reports.ts';
import { readStoredReports, type WhichRevision } from '../exports/read-stored-reports.ts';
import { listedFindings, nameOfReport, onlyListed } from './only-listed.ts';
import type { QueueStores, YearQueue } from './open-year-queue.ts';

interface Wanted extends Filter {
  readonly which: WhichRevision;
  readonly language: 'zh' | 'en';
}

/** A file of a year's reports, piece by piece. */
export interface YearExport {
  readonly format: ExportFormat;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * The export that a file is named after, as `findings.csv`, of a year or of the newest on file: of what a list with the
 * same filters shows, and so with the reports whose year could not be told.
 * @returns nothing where there is no such export
 */
export async function exportOfYear(
  file: string,
  { which, language, ...filter }: Wanted,
  { reader, digest, queue }: Pick<QueueStores, 'digest'> & { readonly reader: Reader; readonly queue: YearQueue },
): Promise<YearExport | undefined> {
  const [asked, ending, ...rest] = file.split('.');
  const name = EXPORT_NAMES.find((candidate) => candidate === asked);
  const format = EXPORT_FORMATS.find((candidate) => candidate === ending);
  if (!name || !format || rest.length > 0) return undefined;
  const [newest] = await queue.years();
  const wanted = filter.year ?? newest;
  const own = wanted === undefined ? [] : await reader.reportsOfYear(wanted);
  const heads = [...own, ...(await reader.reportsOfYear(null))];
  const stores = { reports: reader, digest, onUnreadable: () => undefined };
  if (!isNarrow(filter)) {
    return { format, pieces: exportReports(readStoredReports(heads, which, stores), { name, format, language }) };
  }
  const { entries } = await queue.ofYear(wanted);
  const seen = new Set(narrowReports(entries, filter, 'all').items.map(({ row }) => nameOfReport(row)));
  const narrowed = heads.filter((head) => seen.has(nameOfReport(head)));
  const listed = listedFindings(narrowFindings(entries, filter, 'all').items);
  const reports = readStoredReports(narrowed, which, stores);
  const shown = name === 'findings' ? onlyListed(reports, listed) : reports;
  return { format, pieces: exportReports(shown, { name, format, language }) };
}

const isNarrow = ({ year: _, ...others }: Filter): boolean =>
  Object.values(others).some((value) => value !== undefined && value !== '');
