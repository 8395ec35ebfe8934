import type { Roster } from '../../records/bodies/roster.ts';
import type { Head } from '../../records/head.ts';
import { headKey } from '../../records/keys.ts';
import { makeEntry } from '../../records/queue/make-entry.ts';
import type { QueueEntry } from '../../records/queue/queue-entry.ts';
import type { AuditedDecision, Reader } from '../adapters/dynamodb-reader.ts';
import type { RosterReader } from '../dependencies.ts';
import { bodyOfHead } from './body-of-head.ts';
import { type Freshness, keepRefreshed } from './keep-refreshed.ts';
import { readWholeHead, type WholeHeads } from './read-whole-head.ts';

/** How old what a list shows may be, but for decisions: a year of thousands is looked at beside the answers. */
const QUEUE: Freshness = { fresh: 5_000, behind: 30_000, patience: 25, lost: 10_000 };

const FRESH = {
  yearsMilliseconds: 30_000,
  /** How far back decisions are looked for: clocks of functions differ, and an index lags behind its table. */
  decisionsMilliseconds: 10_000,
} as const;

/** The year of the first reports under the regulation of 2008. */
const FIRST_YEAR = 2008;

/** All reports of a year as lists show them. */
export interface QueueOfYear {
  readonly year: number | null;
  /** Years of which reports are on file, the newest first. */
  readonly years: readonly number[];
  readonly entries: readonly QueueEntry[];
}

/** The queues of the years, kept in memory. */
export interface YearQueue {
  /**
   * The queue of a year, or of the newest on file. Reports whose year could not be told are in every year's: they wait
   * for somebody to tell.
   */
  ofYear(year?: number): Promise<QueueOfYear>;
  /** Years of which reports are on file, the newest first. */
  years(): Promise<readonly number[]>;
  /** Shows a head that was just written, before it is read again. */
  note(head: Head): void;
}

export interface QueueStores extends WholeHeads, RosterReader {
  readonly reader: Pick<Reader, 'reportsOfYear' | 'yearsOnFile' | 'decisionsSince' | 'readHead'>;
  readonly clock: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
}

interface Kept<Value> {
  readonly at: number;
  readonly value: Promise<Value>;
}

export function openYearQueue(stores: QueueStores): YearQueue {
  const heads = new Map<string, Head>();
  const entries = new Map<string, { head: Head; roster: Roster; entry: QueueEntry }>();
  let years: Kept<readonly number[]> | undefined;
  const isFresh = (one: Kept<unknown>, most: number) => stores.clock().getTime() - one.at < most;

  const entryOf = (head: Head, roster: Roster): QueueEntry => {
    const { pk } = headKey(head);
    const before = entries.get(pk);
    if (before?.head === head && before.roster === roster) return before.entry;
    const entry = makeEntry(head, bodyOfHead(head, roster));
    entries.set(pk, { head, roster, entry });
    return entry;
  };
  const read = async (year: number | null): Promise<readonly QueueEntry[]> => {
    const roster = await stores.readRoster();
    const found = await stores.reader.reportsOfYear(year, heads);
    const names: string[] = [];
    for (const head of found) {
      const { pk } = headKey(head);
      const whole = await readWholeHead(head, stores);
      // An index lags behind what was written; a head that was noted is at least as new.
      const known = heads.get(pk);
      if (!known || known.version < whole.version) heads.set(pk, whole);
      names.push(pk);
    }
    // At one go, with what was noted since it was read.
    return names.flatMap((pk) => {
      const head = heads.get(pk);
      return head ? [entryOf(head, roster)] : [];
    });
  };
  const lists = keepRefreshed(read, QUEUE, stores);
  const yearsOnFile = (): Promise<readonly number[]> => {
    if (years && isFresh(years, FRESH.yearsMilliseconds)) return years.value;
    const now = stores.clock();
    const last = now.getUTCFullYear() + 1;
    const asked = Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => last - back);
    const value = stores.reader.yearsOnFile(asked);
    years = { at: now.getTime(), value };
    value.catch(() => {
      years = undefined;
    });
    return value;
  };
  let caughtUp = stores.clock().getTime();
  let noticed = new Set<string>();
  /** Notes what another function than this one let somebody decide: who sees an older decision is refused theirs. */
  const catchUp = async () => {
    const now = stores.clock();
    const since = new Date(caughtUp - FRESH.decisionsMilliseconds);
    caughtUp = now.getTime();
    const decisions = await stores.reader.decisionsSince(since, now);
    const nameOf = ({ report, decision }: AuditedDecision) =>
      `${headKey(report).pk} ${decision.key} ${decision.version}`;
    const fresh = decisions.filter((one) => !noticed.has(nameOf(one)));
    const reports = new Map(fresh.map(({ report }) => [headKey(report).pk, report]));
    for (const head of await Promise.all([...reports.values()].map((report) => stores.reader.readHead(report)))) {
      if (head) note(head);
    }
    noticed = new Set(decisions.map(nameOf));
  };
  const note = (head: Head): void => {
    const { pk } = headKey(head);
    const known = heads.get(pk);
    if (known && known.version >= head.version) return;
    heads.set(pk, head);
    const shown = entries.get(pk);
    if (!shown) return;
    const entry = entryOf(head, shown.roster);
    lists.change(head.year, (list) => list.map((one) => (one === shown.entry ? entry : one)));
  };
  return {
    async ofYear(asked) {
      const all = await yearsOnFile();
      const year = asked ?? all[0] ?? null;
      await Promise.all([lists.ready(year), lists.ready(null), catchUp()]);
      const own = year === null ? [] : (lists.latest(year) ?? []);
      return { year, years: all, entries: [...own, ...(lists.latest(null) ?? [])] };
    },
    years: yearsOnFile,
    note,
  };
}
