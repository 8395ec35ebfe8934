import type { ReportEvent } from '../../records/contract/report-event.ts';
import { countFindings, type Head, type Revision } from '../../records/head.ts';
import { fileNameOf, type UploadRef, uploadName } from '../../records/keys.ts';
import type { LedgerEntry } from '../../records/ledger.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import type { DroppedFile } from './drop.ts';

/** A version in the inbox, with what its maker knows of it. */
export interface StoredUpload {
  readonly upload: UploadRef;
  readonly file: Pick<DroppedFile, 'sha256' | 'report'>;
}

export interface SoakEnd {
  /** Versions that the inbox acknowledged and does not hold. */
  readonly vanished: readonly string[];
  readonly stored: readonly StoredUpload[];
  /** As the lists of the days give them. */
  readonly ledger: readonly LedgerEntry[];
  /** Every report with its published revisions. */
  readonly reports: readonly { readonly head: Head; readonly revisions: readonly Revision[] }[];
  /** What the stack's bus took, in that order; an event may come again. Nothing where the stack has no bus. */
  readonly events: readonly ReportEvent[] | undefined;
}

export interface Verdict {
  readonly lost: number;
  readonly doubled: number;
  readonly torn: number;
  readonly because: readonly string[];
}

const nameOfReport = (report: { body: string | null; year: number | null }) => `${report.body} ${report.year}`;

type Complaint = readonly [what: 'lost' | 'doubled' | 'torn', why: string];
type Entries = ReadonlyMap<string, readonly LedgerEntry[]>;

/** Compares what is stored at the end with what was handed in; of the program's own answers it believes none. */
export function judgeEnd(end: SoakEnd): Verdict {
  const entries = groupBy(end.ledger, uploadName);
  const complaints: Complaint[] = [
    ...end.vanished.map((name): Complaint => ['lost', `${name} was acknowledged and is not in the inbox`]),
    ...judgeEntries(end, entries),
    ...end.stored.flatMap((one) => judgeOutcome(one, entries)),
    ...judgeRevisions(end, entries),
    ...judgeEvents(end),
    ...end.reports.flatMap(({ head, revisions }) =>
      standsApart(head, revisions).map((why): Complaint => ['torn', why]),
    ),
  ];
  const count = (sort: Complaint[0]) => complaints.filter(([what]) => what === sort).length;
  return {
    lost: count('lost'),
    doubled: count('doubled'),
    torn: count('torn'),
    because: complaints.map(([what, why]) => `${what}: ${why}`),
  };
}

function judgeEntries({ stored }: SoakEnd, entries: Entries): Complaint[] {
  const names = new Set(stored.map(({ upload }) => uploadName(upload)));
  const complaints: Complaint[] = [];
  for (const [name, { length }] of entries) {
    if (length > 1) complaints.push(['doubled', `${name} has ${length} entries`]);
    if (!names.has(name)) complaints.push(['doubled', `${name} has an entry and was never handed in`]);
  }
  return complaints;
}

const outcomeOf = (upload: UploadRef, entries: Entries) => entries.get(uploadName(upload))?.[0]?.settlement?.outcome;
const isNew = (outcome: string | undefined) => outcome === 'accepted' || outcome === 'needs-review';

function judgeOutcome({ upload, file }: StoredUpload, entries: Entries): Complaint[] {
  const outcome = outcomeOf(upload, entries);
  const isRight = file.report ? isNew(outcome) || outcome === 'duplicate' : outcome === 'rejected';
  return isRight ? [] : [['lost', `${uploadName(upload)} ended as ${outcome ?? 'nothing'}`]];
}

/** Each content has one revision, of its own report, and one upload that brought it. */
function judgeRevisions({ stored, reports }: SoakEnd, entries: Entries): Complaint[] {
  const published = groupBy(
    reports.flatMap(({ head, revisions }) => revisions.map(({ sha256 }) => ({ report: nameOfReport(head), sha256 }))),
    ({ sha256 }) => sha256,
  );
  const contents = groupBy(
    stored.filter(({ file }) => file.report),
    ({ file }) => file.sha256,
  );
  const complaints: Complaint[] = [];
  for (const [sha256, uploads] of contents) {
    const revisions = published.get(sha256) ?? [];
    const own = uploads.flatMap(({ file }) => (file.report ? nameOfReport(file.report) : []))[0];
    if (!revisions.some(({ report }) => report === own))
      complaints.push(['lost', `${sha256} has no revision of ${own}`]);
    if (revisions.length > 1) complaints.push(['doubled', `${sha256} has ${revisions.length} revisions`]);
    const firsts = uploads.filter(({ upload }) => isNew(outcomeOf(upload, entries))).length;
    if (firsts > 1) complaints.push(['doubled', `${sha256} was taken for new ${firsts} times`]);
    if (firsts === 0) complaints.push(['lost', `${sha256} is a duplicate of nothing`]);
  }
  for (const sha256 of published.keys())
    if (!contents.has(sha256)) complaints.push(['doubled', `nobody handed in ${sha256}`]);
  return complaints;
}

/** Of each report what was told first of each id is in order, and the last word on what is accepted is so. */
function judgeEvents({ reports, events }: SoakEnd): Complaint[] {
  if (!events) return [];
  const told = groupBy(events, ({ report }) => `${report.bodyKey} ${report.year}`);
  return reports.flatMap(({ head }): Complaint[] => {
    const name = nameOfReport(head);
    const firsts = [...groupBy(told.get(`${head.bodyKey} ${head.year}`) ?? [], ({ id }) => id).values()].flatMap(
      ([first]) => first ?? [],
    );
    const late = firsts.filter((event, at) => {
      const before = firsts[at - 1];
      return before && (event.sequence - before.sequence || event.index - before.index) <= 0;
    });
    const accepted = firsts.map(acceptedBy).findLast((word) => word !== undefined) ?? null;
    const stands = head.accepted?.revision ?? null;
    return [
      ...late.map(({ sequence }): Complaint => ['torn', `${name} was told of ${sequence} too late`]),
      ...(accepted === stands ? [] : [['lost', `${name} accepts ${stands}, and events told ${accepted}`] as const]),
    ];
  });
}

/** The revision that is accepted after an event, null where none is; undefined where it does not speak of that. */
function acceptedBy(event: ReportEvent): string | null | undefined {
  if (event.type === 'ReportAccepted') return event.revision;
  if (event.type === 'ReportSuperseded') return event.to.revision;
  return event.type === 'ReportWithdrawn' ? null : undefined;
}

/** What of a head is not so by the revisions that are published. */
function standsApart(head: Head, revisions: readonly Revision[]): string[] {
  const name = nameOfReport(head);
  const why: string[] = [];
  const numbers = revisions.map(({ number }) => number).sort((a, b) => a - b);
  if (numbers.some((number, index) => number !== index + 1)) why.push(`${name} numbers its revisions ${numbers}`);
  if (head.revisions !== revisions.length)
    why.push(`${name} counts ${head.revisions} of ${revisions.length} revisions`);
  const newest = revisions
    .map(({ uploadedAt }) => uploadedAt)
    .sort()
    .at(-1);
  if (head.newest.uploadedAt !== newest) why.push(`${name} shows ${head.newest.uploadedAt} for newest, not ${newest}`);
  for (const pointer of [head.newest, head.accepted, head.acceptable]) {
    if (pointer && !revisions.some(({ revision }) => revision === pointer.revision))
      why.push(`${name} points to ${pointer.revision}, which is not published`);
  }
  return why;
}

/** What one reader saw of a report, in this order: its head, then what the head points to. */
export interface Sight {
  readonly head: Head;
  readonly before: Head | undefined;
  /** What is published of the revision that the head calls the newest. */
  readonly newest: Revision | undefined;
  readonly record: ReportRecord | undefined;
  /** Findings stored beside the record. */
  readonly findings: number;
  /** The revision that is accepted is published; true where none is. */
  readonly acceptedIsPublished: boolean;
}

/** Why a reader saw half of something, or something going back. */
export function tornIn({ head, before, newest, record, findings, acceptedIsPublished }: Sight): string[] {
  const name = nameOfReport(head);
  const why: string[] = [];
  if (before && head.version < before.version) why.push(`${name} went back to version ${head.version}`);
  if (before && head.newest.uploadedAt < before.newest.uploadedAt) why.push(`${name} went back to an older report`);
  if (!acceptedIsPublished) why.push(`${name} accepts a revision that is not published`);
  if (!record) return [...why, `${name} has no record of ${head.newest.revision}`];
  if (newest && record.source.fileName !== fileNameOf(newest.upload.key))
    why.push(`${name} has the record of another upload: ${record.source.fileName}`);
  const counts = countFindings(record.findings);
  const { error, explain, hint } = head.newest.counts;
  if (counts.error !== error || counts.explain !== explain || counts.hint !== hint)
    why.push(`${name} counts other findings than its record has`);
  if (findings !== record.findings.length) why.push(`${name} has ${findings} of ${record.findings.length} findings`);
  return why;
}

/** What `Map.groupBy` does, which Node 20 has not. */
function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
