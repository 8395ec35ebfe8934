import type { Across } from '../../../records/across.ts';
import type { ContentLink } from '../../../records/content-link.ts';
import type { Decision } from '../../../records/decision.ts';
import type { Head, Revision } from '../../../records/head.ts';
import { headKey, type ReportRef, uploadName } from '../../../records/keys.ts';
import type { LedgerEntry } from '../../../records/ledger.ts';
import type { ReportRecord } from '../../../records/report-record.ts';

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
});

export const nameOf = uploadName;
export const reportName = (report: ReportRef): string => headKey(report).pk;
export const stagedName = (report: ReportRef, revision: string): string => `${reportName(report)} ${revision}`;
