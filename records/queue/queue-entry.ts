import type { Facet, FindingRow } from '../contract/api/findings.ts';
import type { ReportRow } from '../contract/api/reports.ts';

/** What an entry of the queue has in each facet; `none` where it has nothing. */
export type FacetValues = Readonly<Record<Facet, readonly string[]>>;

/** A report in the queue with its findings. */
export interface QueueEntry {
  readonly row: ReportRow;
  /** Words that a search looks into. */
  readonly words: string;
  /** By which reports are ordered; no two have the same. */
  readonly place: string;
  readonly findings: readonly QueueFinding[];
}

export interface QueueFinding {
  readonly row: FindingRow;
  /** By which findings are ordered; no two have the same. */
  readonly place: string;
  readonly values: FacetValues;
}

/** Without one of these a report is found by its own facets only. */
export const NONE = 'none';
