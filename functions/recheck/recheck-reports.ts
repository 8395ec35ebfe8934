import { ALL_RULES, RULES_VERSION } from '../../checks/catalogue.ts';
import type { Checks } from '../../checks/check-figures.ts';
import type { Rule } from '../../checks/rule.ts';
import { isAcross, type Neighbours } from '../../records/across.ts';
import { type Decision, decisionKeyOf } from '../../records/decision.ts';
import { linesOf } from '../../records/finding-line.ts';
import { advanceHead, countFindings, type Head } from '../../records/head.ts';
import { recheckedRevisionIdOf } from '../../records/keys.ts';
import { compareFindings, type FindingChange, recheck, rechecked } from '../../records/recheck.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import type { IngestDependencies } from '../dependencies.ts';
import { compareReport } from '../neighbours/compare-neighbours.ts';
import { readNeighbours } from '../neighbours/read-neighbours.ts';

/** What a rule set would say of one stored report. */
export interface Rechecked {
  readonly head: Head;
  /** `unreadable`: its record was written in an older shape; the file has to be read again. */
  readonly state: 'checked' | 'unreadable';
  readonly changes: readonly FindingChange[];
  /** Decisions whose finding stands with the same values, and those whose finding would be gone or have others. */
  readonly kept: readonly Decision[];
  readonly voided: readonly Decision[];
}

type Stores = Pick<IngestDependencies, 'objects' | 'reports' | 'bodies' | 'readAgain' | 'wait' | 'clock' | 'digest'>;

interface Options {
  readonly rules: readonly Rule[];
  /** Publishes what changed as a new revision of the same bytes; only with the rule set in force. */
  readonly apply: boolean;
}

/** Runs rules over the newest revision of each of these reports, without reading a file again. */
export async function* recheckReports(
  heads: Iterable<Head>,
  { rules, apply }: Options,
  stores: Stores,
): AsyncGenerator<Rechecked> {
  for (const head of heads) yield await recheckReport(head, rules, apply, stores);
}

async function recheckReport(head: Head, rules: readonly Rule[], apply: boolean, stores: Stores): Promise<Rechecked> {
  const { reports } = stores;
  const record = await reports.readRecord(head, head.newest.revision);
  if (!record) return { head, state: 'unreadable', changes: [], kept: [], voided: [] };
  const across = await reports.readAcross(head);
  const checks = recheck(record, await neighboursOf(head, record, stores), rules);
  const changes = compareFindings([...record.findings, ...(across?.findings ?? [])], checks.findings);
  if (apply && changes.length > 0) await applyChanges(head, record, checks, changes, rules, stores);
  return { head, state: 'checked', changes, ...(await sortDecisions(head, record, checks, stores)) };
}

async function neighboursOf({ bodyKey, year }: Head, { body }: ReportRecord, stores: Stores): Promise<Neighbours> {
  return year === null ? {} : (await readNeighbours({ bodyKey, year }, body, stores)).neighbours;
}

async function sortDecisions(head: Head, record: ReportRecord, { findings }: Checks, stores: Stores) {
  const digest = (text: string) => stores.digest(new TextEncoder().encode(text));
  const standing = new Set(findings.map((finding) => decisionKeyOf(finding, record.figures, digest)));
  const decisions = await stores.reports.decisions(head);
  return {
    kept: decisions.filter(({ key }) => standing.has(key)),
    voided: decisions.filter(({ key }) => !standing.has(key)),
  };
}

async function applyChanges(
  head: Head,
  record: ReportRecord,
  checks: Checks,
  changes: readonly FindingChange[],
  rules: readonly Rule[],
  stores: Stores,
): Promise<void> {
  const { bodyKey, year } = head;
  // A finding that is gone may be of a rule that is not among them any more.
  const across = new Set([...ALL_RULES, ...rules].filter(isAcross).map(({ id }) => id));
  if (changes.some(({ finding }) => !across.has(finding.rule))) {
    await publish(head, rechecked(record, checks, across), stores);
  }
  if (year !== null) await compareReport({ bodyKey, year }, stores);
}

/** A head that moved meanwhile has a newer revision, which was checked by the rules in force when it came. */
async function publish(head: Head, next: ReportRecord, stores: Stores): Promise<void> {
  const revisions = await stores.reports.revisions(head);
  const before = revisions.find(({ revision }) => revision === head.newest.revision);
  if (!before) throw new Error(`revision ${head.newest.revision} is not among those of its report`);
  const id = recheckedRevisionIdOf(before.sha256, RULES_VERSION);
  const revision = {
    ...before,
    revision: id,
    staged: await stores.reports.stage(head, id, next),
    number: head.revisions + 1,
    outcome: next.outcome,
    publishedAt: stores.clock().toISOString(),
    counts: countFindings(next.findings),
    versions: next.versions,
  };
  const { bodyKey, body, year } = head;
  const digest = (text: string) => stores.digest(new TextEncoder().encode(text));
  const after = advanceHead(head, { bodyKey, body, year }, revision, {
    lines: linesOf(next.findings, next.figures, 'report', digest),
    format: next.source.format,
  });
  await stores.reports.republish(head, revision, head, after);
}
