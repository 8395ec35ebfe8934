import { ALL_RULES } from '../../checks/catalogue.ts';
import type { YearsAnswer } from '../../records/contract/api/reports.ts';
import { decisionKeyOf } from '../../records/decision.ts';
import type { Head } from '../../records/head.ts';
import { makeEntry } from '../../records/queue/make-entry.ts';
import type { Sight } from '../../records/queue/narrow-queue.ts';
import type { StoredReports } from '../adapters/stored-record.ts';
import { bodyOfHead } from './body-of-head.ts';
import type { QueueStores, YearQueue } from './open-year-queue.ts';
import { readWholeHead } from './read-whole-head.ts';

export interface YearsStores extends Pick<QueueStores, 'readRoster' | 'digest'> {
  readonly reports: Pick<StoredReports, 'readHead' | 'readRecord' | 'readAcross' | 'decisions'>;
  readonly queue: Pick<YearQueue, 'years'>;
}

type YearRow = YearsAnswer['years'][number];

const ACROSS_YEARS: ReadonlySet<string> = new Set(
  ALL_RULES.filter(({ reach }) => reach === 'years').map(({ id }) => id),
);

/**
 * A body's figures by year, by the newest revision of each; nothing where none of its reports is on file, or none that
 * the caller may see.
 */
export async function readYears(bodyKey: string, sight: Sight, stores: YearsStores): Promise<YearsAnswer | undefined> {
  const onFile = await stores.queue.years();
  const heads = await Promise.all(onFile.map((year) => stores.reports.readHead({ bodyKey, year })));
  const seen = heads.filter((head) => head !== undefined && (sight === 'all' || head.office === sight.office));
  const rows = await Promise.all(seen.map((head) => (head ? readYear(head, stores) : [])));
  const byYear = new Map(rows.flat().map((row) => [row.year, row]));
  const years = [...byYear.keys()];
  const newest = seen[0];
  if (!newest) return undefined;
  const first = Math.min(...years);
  const all = Array.from({ length: Math.max(...years) - first + 1 }, (_, after) => first + after);
  return { bodyKey, body: newest.body, years: all.map((year) => byYear.get(year) ?? gap(year)) };
}

const gap = (year: number): YearRow => ({ year, row: null, figures: {}, findings: [] });

async function readYear(head: Head, stores: YearsStores): Promise<YearRow[]> {
  const { reports, digest } = stores;
  if (head.year === null) return [];
  const [whole, roster, record, across, decisions] = await Promise.all([
    readWholeHead(head, stores),
    stores.readRoster(),
    reports.readRecord(head, head.newest.revision),
    reports.readAcross(head),
    reports.decisions(head),
  ]);
  const { row } = makeEntry(whole, bodyOfHead(head, roster));
  if (!record) return [{ year: head.year, row, figures: {}, findings: [] }];
  const states = new Map(decisions.map((decision) => [decision.key, decision]));
  const findings = (across?.findings ?? []).filter(({ rule }) => ACROSS_YEARS.has(rule));
  return [
    {
      year: head.year,
      row,
      figures: record.figures,
      findings: findings.map((finding) => {
        const key = decisionKeyOf(finding, record.figures, digest);
        const state = states.get(key);
        const shown = state && {
          decision: state.decision,
          by: state.by,
          at: state.at,
          note: state.note,
          version: state.version,
        };
        return { ...finding, key, reach: 'across' as const, state: shown ?? null };
      }),
    },
  ];
}
