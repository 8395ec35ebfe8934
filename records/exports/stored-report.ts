import type { Across } from '../across.ts';
import type { Decision } from '../decision.ts';
import type { Head, Revision } from '../head.ts';
import type { ReportRecord } from '../report-record.ts';

/** One revision of a report with everything that is known of it. */
export interface StoredReport {
  readonly head: Head;
  readonly revision: Revision;
  readonly record: ReportRecord;
  /** What comparing it with its neighbours found; only beside the newest revision. */
  readonly across?: Across | undefined;
  /** The newest decision of each key. */
  readonly decisions: readonly Decision[];
  /** Hex sha256 of a text. */
  readonly digest: (text: string) => string;
}
