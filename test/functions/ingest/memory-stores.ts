import type { Across } from '../../../records/across.ts';
import type { Change } from '../../../records/changes/change.ts';
import type { ContentLink } from '../../../records/content-link.ts';
import type { ReportEvent, ToldFinding } from '../../../records/contract/report-event.ts';
import type { Decision } from '../../../records/decision.ts';
import type { Head, Revision } from '../../../records/head.ts';
import { headKey, type ReportRef, type Staging, uploadName } from '../../../records/keys.ts';
import type { LedgerEntry } from '../../../records/ledger.ts';
import type { ReportRecord } from '../../../records/report-record.ts';

/** A change, and what it holds more when events have told of it. */
export interface StoredChange {
  readonly change: Change;
  readonly told?: {
    readonly events: readonly ReportEvent[];
    readonly standing: readonly ToldFinding[];
    readonly position: number | undefined;
  };
}

/** What the single table holds, by what names it. */
export interface MemoryStores {
  readonly ledger: Map<string, LedgerEntry>;
  readonly content: Map<string, ContentLink>;
  readonly heads: Map<string, Head>;
  readonly revisions: Map<string, Map<string, Revision>>;
  readonly again: Map<string, ReportRecord['again']>;
  readonly staged: Map<string, ReportRecord>;
  readonly across: Map<string, Across>;
  readonly decisions: Map<string, Decision[]>;
  /** In order of their writing. */
  readonly changes: StoredChange[];
}

export const emptyStores = (): MemoryStores => ({
  ledger: new Map(),
  content: new Map(),
  heads: new Map(),
  revisions: new Map(),
  again: new Map(),
  staged: new Map(),
  across: new Map(),
  decisions: new Map(),
  changes: [],
});

export const addChange = (stores: MemoryStores, change: Change): void => {
  stores.changes.push({ change });
};

export const nameOf = uploadName;
export const reportName = (report: ReportRef): string => headKey(report).pk;
export const stagedName = (report: ReportRef, { revision, staged = '' }: Staging): string =>
  `${reportName(report)} ${revision} ${staged}`;
