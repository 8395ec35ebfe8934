import type { StatisticsAnswer } from '../../records/contract/api/overview.ts';
import { NONE } from '../../records/queue/queue-entry.ts';
import { misreadShare } from '../../records/statistics/count-rules.ts';
import { countStatistics } from '../../records/statistics/statistics.ts';
import type { Reader } from '../adapters/dynamodb-reader.ts';
import { readStoredReports } from '../exports/read-stored-reports.ts';
import { bodyOfHead } from './body-of-head.ts';
import type { QueueStores, YearQueue } from './open-year-queue.ts';

export interface StatisticsStores extends Pick<QueueStores, 'readRoster' | 'digest'> {
  readonly reader: Reader;
  readonly queue: Pick<YearQueue, 'years'>;
}

/**
 * What the newest revisions of a year, or of the newest year on file, break and how they were read. Reads every record
 * of the year; one that was written in an older shape is not counted.
 */
export async function readStatistics(asked: number | undefined, stores: StatisticsStores): Promise<StatisticsAnswer> {
  const { reader, digest } = stores;
  const [newest] = await stores.queue.years();
  const year = asked ?? newest ?? null;
  const heads = year === null ? [] : await reader.reportsOfYear(year);
  const roster = await stores.readRoster();
  const reports = readStoredReports(heads, 'newest', { reports: reader, digest, onUnreadable: () => undefined });
  const counted = await countStatistics(reports, ({ head }) => bodyOfHead(head, roster).division ?? NONE);
  const rules = counted.rules.map((rule) => ({ ...rule, misreadShare: misreadShare(rule) ?? null }));
  return { ...counted, year, rules, divisions: { ...counted.divisions }, reading: [...counted.reading] };
}
