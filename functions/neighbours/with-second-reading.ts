import { LIMITS } from '../../parsers/bytes/limits.ts';
import type { ReportRef } from '../../records/keys.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import type { IngestDependencies } from '../dependencies.ts';

/** What a file is fetched, read and remembered with. */
export type SecondReader = Pick<IngestDependencies, 'objects' | 'reports' | 'readAgain'>;

/**
 * A record with a second reading of its file: the one it has, or one that is taken now and kept. Without one where the
 * file is gone or cannot be read in another way.
 */
export async function withSecondReading(
  report: ReportRef,
  revision: string,
  record: ReportRecord,
  { objects, reports, readAgain }: SecondReader,
): Promise<ReportRecord> {
  if (record.again) return record;
  const published = (await reports.revisions(report)).find((candidate) => candidate.revision === revision);
  const fetched = published && (await objects.fetch(published.upload, LIMITS.fileBytes));
  const again = fetched?.kind === 'bytes' ? await readAgain(fetched.bytes) : undefined;
  if (!again) return record;
  await reports.keepSecondReading(report, revision, again);
  return { ...record, again: Object.fromEntries(again) };
}
