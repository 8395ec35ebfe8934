import { linesOf } from '../../records/finding-line.ts';
import type { Head } from '../../records/head.ts';
import type { StoredReports } from '../adapters/stored-record.ts';

/** What heads are made whole from. */
export interface WholeHeads {
  readonly reports: Pick<StoredReports, 'readRecord' | 'readAcross' | 'decisions'>;
  /** Hex sha256 of a text. */
  readonly digest: (text: string) => string;
}

/**
 * A head with its lines: one that was written before heads had any gets them from the records, so that no finding is
 * lost to a list. A record that cannot be read any more gives none.
 */
export async function readWholeHead(head: Head, { reports, digest }: WholeHeads): Promise<Head> {
  if (head.lines) return head;
  const [record, across, decisions] = await Promise.all([
    reports.readRecord(head, head.newest.revision),
    reports.readAcross(head),
    reports.decisions(head),
  ]);
  if (!record) return head;
  const own = linesOf(record.findings, record.figures, 'report', digest);
  const others = linesOf(across?.findings ?? [], record.figures, 'across', digest);
  const lines = [...new Map([...own, ...others].map((line) => [line.key, line])).values()];
  const decided = decisions.map(({ key, decision, by, at, version }) => [key, { decision, by, at, version }] as const);
  const review = { ...Object.fromEntries(decided), ...head.review };
  return { ...head, lines, review, format: record.source.format };
}
