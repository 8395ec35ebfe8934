import type { Filter } from '../records/contract/api/findings.ts';
import type { FindingLine } from '../records/finding-line.ts';
import { advanceHead, type Head } from '../records/head.ts';
import { cutPage } from '../records/queue/cut-page.ts';
import { makeEntry } from '../records/queue/make-entry.ts';
import { narrowFindings, narrowReports } from '../records/queue/narrow-queue.ts';
import { VERSIONS } from '../records/versions.ts';
import { milliseconds, printTable, times } from './print-table.ts';
import { spreadOf } from './statistics.ts';

const QUEUED = { reports: 2_000, findingsOfEach: 5, rounds: 60 } as const;

const DIVISIONS = ['350128', '330302', '320813', undefined] as const;
const SEVERITIES = ['error', 'explain', 'hint'] as const;
const RULES = ['T3-BALANCE', 'T3-RESULTS', 'T3-APPLICANTS', 'T4-OUTCOMES'] as const;

const QUESTIONS: Readonly<Record<string, Filter>> = {
  'no filter': {},
  'three filters': { severity: 'error,explain', state: 'open', division: '350000' },
};

/** A page of 100 with all facets out of 10,000 findings; the peer is writing their rows as JSON. */
export function benchQueue() {
  const entries = Array.from({ length: QUEUED.reports }, (_, at) =>
    makeEntry(headOf(at), { division: DIVISIONS[at % DIVISIONS.length], level: 'county' }),
  );
  const rows = entries.flatMap(({ findings }) => findings.map(({ row }) => row));
  const peer = spreadOf(timesOf(() => JSON.stringify(rows)));
  const measured = Object.entries(QUESTIONS).flatMap(([name, filter]) => [
    { name: `findings, ${name}`, ...spreadOf(timesOf(() => page(narrowFindings(entries, filter, 'all').items))) },
    { name: `reports, ${name}`, ...spreadOf(timesOf(() => page(narrowReports(entries, filter, 'all').items))) },
  ]);
  printTable(
    `Queue of ${rows.length} findings in ${entries.length} reports, a page with all facets, ms`,
    ['', 'median', '95 %', '× JSON of the rows'],
    [...measured, { name: 'JSON of the rows', ...peer }].map(({ name, median, p95 }) => [
      name,
      milliseconds(median),
      milliseconds(p95),
      times(median / peer.median),
    ]),
  );
  return { measured, peer };
}

const page = <Item extends { readonly place: string }>(items: readonly Item[]) => cutPage(items, { limit: 100 });

function timesOf(work: () => unknown): number[] {
  return Array.from({ length: QUEUED.rounds }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
}

function headOf(at: number): Head {
  const lines = Array.from(
    { length: QUEUED.findingsOfEach },
    (_, number): FindingLine => ({
      key: `${at}-${number}`.padStart(64, '0'),
      rule: RULES[(at + number) % RULES.length] ?? RULES[0],
      scope: `scope ${number}`,
      severity: SEVERITIES[(at + number) % SEVERITIES.length] ?? 'hint',
      cause: number === 0 ? 'possibly-misread' : 'report',
      reach: 'report',
      expected: at,
      found: number,
    }),
  );
  const report = { bodyKey: `机关${at}`, body: `机关${at}`, year: 2020 };
  const revision = {
    revision: 'r',
    number: 1,
    outcome: 'needs-review' as const,
    uploadedAt: '2021-01-20T08:00:00.000Z',
    publishedAt: '2021-01-20T08:00:00.000Z',
    sha256: 'r',
    upload: { bucket: 'inbox', key: `inbox/office-${at % 20}/a.docx`, versionId: 'v' },
    counts: { error: 2, explain: 2, hint: 1 },
    versions: VERSIONS,
  };
  return advanceHead(undefined, report, revision, { lines, format: 'docx' });
}
