import type { StoredReport } from '../../records/exports/stored-report.ts';
import type { Head } from '../../records/head.ts';
import type { StoredReports } from '../adapters/stored-record.ts';

/** Which revision of a report is handed on: the one that others may rely on, or what was read last. */
export type WhichRevision = 'accepted' | 'newest';

/**
 * Reads reports one by one for an export. Left out are those that have no such revision, and those whose record was
 * written in an older shape, which `onUnreadable` is told.
 */
export async function* readStoredReports(
  heads: Iterable<Head>,
  which: WhichRevision,
  stores: {
    readonly reports: Pick<StoredReports, 'readRecord' | 'readAcross' | 'revisions' | 'decisions'>;
    readonly digest: (text: string) => string;
    readonly onUnreadable: (head: Head) => void;
  },
): AsyncGenerator<StoredReport> {
  const { reports, digest, onUnreadable } = stores;
  for (const head of heads) {
    const wanted = which === 'accepted' ? head.accepted?.revision : head.newest.revision;
    if (wanted === undefined) continue;
    const [record, revisions, decisions, across] = await Promise.all([
      reports.readRecord(head, wanted),
      reports.revisions(head),
      reports.decisions(head),
      wanted === head.newest.revision ? reports.readAcross(head) : undefined,
    ]);
    const revision = revisions.find((candidate) => candidate.revision === wanted);
    if (record && revision) yield { head, revision, record, across, decisions, digest };
    else onUnreadable(head);
  }
}
