import type { StoredReport } from '../../records/exports/stored-report.ts';
import type { Head } from '../../records/head.ts';
import type { StoredReports } from '../adapters/stored-record.ts';

/** Which revision of a report is handed on: the one that others may rely on, or what was read last. */
export type WhichRevision = 'accepted' | 'newest';

/** Reports that are read at the same time: a year of some thousand is wanted within seconds. */
const AT_ONCE = 16;

/**
 * Reads reports for an export, in the order of the heads. Left out are those that have no such revision, and those
 * whose record was written in an older shape, which `onUnreadable` is told.
 */
export async function* readStoredReports(
  heads: Iterable<Head>,
  which: WhichRevision,
  stores: Stores,
): AsyncGenerator<StoredReport> {
  const begun: Begun[] = [];
  for (const head of heads) {
    const wanted = which === 'accepted' ? head.accepted?.revision : head.newest.revision;
    if (wanted === undefined) continue;
    const report = readReport(head, wanted, stores);
    // A fault shows when it is this report's turn, which may be after another one's.
    report.catch(() => {});
    begun.push({ head, report });
    if (begun.length >= AT_ONCE) yield* takeFirst(begun, stores);
  }
  while (begun.length > 0) yield* takeFirst(begun, stores);
}

interface Stores {
  readonly reports: Pick<StoredReports, 'readRecord' | 'readAcross' | 'revisions' | 'decisions'>;
  readonly digest: (text: string) => string;
  readonly onUnreadable: (head: Head) => void;
}

interface Begun {
  readonly head: Head;
  readonly report: Promise<StoredReport | undefined>;
}

async function* takeFirst(begun: Begun[], { onUnreadable }: Stores): AsyncGenerator<StoredReport> {
  const first = begun.shift();
  if (!first) return;
  const report = await first.report;
  if (report) yield report;
  else onUnreadable(first.head);
}

async function readReport(head: Head, wanted: string, { reports, digest }: Stores): Promise<StoredReport | undefined> {
  const [record, revisions, decisions, across] = await Promise.all([
    reports.readRecord(head, wanted),
    reports.revisions(head),
    reports.decisions(head),
    wanted === head.newest.revision ? reports.readAcross(head) : undefined,
  ]);
  const revision = revisions.find((candidate) => candidate.revision === wanted);
  return record && revision ? { head, revision, record, across, decisions, digest } : undefined;
}
