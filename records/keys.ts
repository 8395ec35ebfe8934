import { INDEXES } from './table-schema.ts';

/** Every key of the single table, as pure functions of what they name. Nothing else spells a key. */

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** User metadata of an upload (`x-amz-meta-…`) that tells when the body published the report, as `YYYY-MM-DD`. */
export const PUBLISHED_ON = 'published-on';

/** An upload: one version of one object. */
export interface UploadRef {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
}

/** An upload in one word, as the ledger and logs spell it. */
export const uploadName = ({ bucket, key, versionId }: UploadRef) => `${bucket}/${key}@${versionId}`;

/** A report: a body's fiscal year, from its content. */
export interface ReportRef {
  readonly bodyKey: string;
  readonly year: number | null;
}

/** A body's name as it is compared: compatibility forms folded, spaces and quotes removed. */
export function bodyKeyOf(body: string): string {
  return body.normalize('NFKC').replace(/[\s\p{P}\p{C}]+/gu, '');
}

/**
 * A report whose body or year is unknown is filed by its bytes until somebody tells.
 * @param bodyKey the body's key, where its name was read
 */
export function reportRefOf(bodyKey: string | undefined, year: number | null, sha256: string): ReportRef {
  return bodyKey && year !== null ? { bodyKey, year } : { bodyKey: `?${sha256.slice(0, 16)}`, year };
}

/** Identical bytes make the same revision, however often they arrive. */
export const revisionIdOf = (sha256: string) => sha256.slice(0, 32);

/** The same bytes checked again by another rule set. */
export const recheckedRevisionIdOf = (sha256: string, rules: string) => `${revisionIdOf(sha256)}.${rules}`;

/** The same bytes read again by another reader, by other forms or another rule set. */
export const rereadRevisionIdOf = (
  sha256: string,
  { parser, forms, rules }: { readonly parser: string; readonly forms: string; readonly rules: string },
) => `${revisionIdOf(sha256)}.${parser}-${forms}-${rules}`;

const reportPk = (report: ReportRef) => `REPORT#${report.bodyKey}#${report.year ?? '?'}`;

export const uploadKey = (upload: UploadRef): Key => ({
  pk: `UPLOAD#${upload.bucket}/${upload.key}`,
  sk: `VERSION#${upload.versionId}`,
});
export const contentKey = (sha256: string): Key => ({ pk: `CONTENT#${sha256}`, sk: 'CONTENT' });
export const headKey = (report: ReportRef): Key => ({ pk: reportPk(report), sk: 'HEAD' });
/** Published with the revision; a revision without it is only staged. */
export const revisionKey = (report: ReportRef, revision: string): Key => ({
  pk: reportPk(report),
  sk: `REVISION#${revision}`,
});
/** A revision's record and findings as one worker staged them. */
export interface Staging {
  readonly revision: string;
  /** Named by what the record says; of revisions of an older shape there is none. */
  readonly staged?: string | undefined;
}
const stagingPrefix = ({ revision, staged }: Staging) =>
  `STAGED#${revision}#${staged === undefined ? '' : `${staged}#`}`;
export const revisionRecordKey = (report: ReportRef, staging: Staging): Key => ({
  pk: reportPk(report),
  sk: `${stagingPrefix(staging)}RECORD`,
});
/** A second reading of the revision's file, taken after it was published. */
export const secondReadingKey = (report: ReportRef, revision: string): Key => ({
  pk: reportPk(report),
  sk: `AGAIN#${revision}`,
});
export const findingKey = (report: ReportRef, staging: Staging, rule: string, scope: string): Key => ({
  pk: reportPk(report),
  sk: `${findingsPrefix(staging)}${rule}#${scope}`,
});
/** One decision on a finding; never overwritten. */
export const decisionKey = (report: ReportRef, key: string, at: string): Key => ({
  pk: reportPk(report),
  sk: `${DECISION_PREFIX}${key}#${at}`,
});
/** Sort key prefix of all decisions on a report's findings. */
export const DECISION_PREFIX = 'DECISION#';
/** A reading of one revision that a person corrected; those of a revision stand in order of time. */
export const overlayKey = (
  report: ReportRef,
  { revision, figure, at }: { readonly revision: string; readonly figure: string; readonly at: string },
): Key => ({ pk: reportPk(report), sk: `${OVERLAY_PREFIX}${revision}#${at}#${figure}` });
/** Sort key prefix of all corrected readings of a report. */
export const OVERLAY_PREFIX = 'OVERLAY#';
/** What comparing the newest revision with its neighbours found. */
export const acrossKey = (report: ReportRef): Key => ({ pk: reportPk(report), sk: 'ACROSS' });
/** Sort key prefix of all revisions of a report. */
export const REVISION_PREFIX = 'REVISION#';
/** One move of a report's head, by the version that it moved to. */
export const changeKey = (report: ReportRef, sequence: number): Key => ({
  pk: reportPk(report),
  sk: `${CHANGE_PREFIX}${padded(sequence)}`,
});
/** Sort key prefix of all changes of a report. */
export const CHANGE_PREFIX = 'CHANGE#';
/** Sort key prefix of the findings of one revision. */
export const findingsPrefix = (staging: Staging) => `${stagingPrefix(staging)}FINDING#`;

const yearPartition = (year: number | null) => `YEAR#${year ?? '?'}`;

/** Reports of a year, sorted by status and body. */
export function reportsByYearAttributes(report: ReportRef, status: string): Readonly<Record<string, string>> {
  const { partition, sort } = INDEXES.reportsByYear;
  return { [partition]: yearPartition(report.year), [sort]: `${status}#${report.bodyKey}` };
}
export const reportsOfYear = (year: number | null) => yearPartition(year);

/** Reports with open findings, gravest first; on the HEAD item only, so that staged findings never show. */
export function openFindingsAttributes(
  report: ReportRef,
  counts: { error: number; explain: number; hint: number },
): Readonly<Record<string, string>> {
  const { partition, sort } = INDEXES.openFindings;
  const rank = counts.error > 0 ? '0-error' : counts.explain > 0 ? '1-explain' : counts.hint > 0 ? '2-hint' : undefined;
  return rank ? { [partition]: OPEN_FINDINGS, [sort]: `${rank}#${report.year ?? '?'}#${report.bodyKey}` } : {};
}
const OPEN_FINDINGS = 'OPEN';

/** Ledger entries of a day (UTC), by time of arrival. */
export function ledgerByDayAttributes(upload: UploadRef, receivedAt: string): Readonly<Record<string, string>> {
  const { partition, sort } = INDEXES.ledgerByDay;
  return { [partition]: ledgerDay(receivedAt), [sort]: `${receivedAt}#${upload.versionId}` };
}
export const ledgerDay = (time: string) => `DAY#${time.slice(0, 10)}`;

/** Decisions of a day (UTC), by time, in the index of the ledger's days. */
export function decidedByDayAttributes(report: ReportRef, key: string, at: string): Readonly<Record<string, string>> {
  const { partition, sort } = INDEXES.ledgerByDay;
  return { [partition]: decidedDay(at), [sort]: `${at}#${reportPk(report)}#${key}` };
}
export const decidedDay = (time: string) => `DECIDED#${time.slice(0, 10)}`;

/** Numbers whose order as texts is their order. */
const padded = (number: number) => String(number).padStart(10, '0');

/** Changes that no event told of yet, the oldest first. */
export function pendingChangeAttributes(report: ReportRef, sequence: number, at: string): Record<string, string> {
  const { partition, sort } = INDEXES.changes;
  return { [partition]: PENDING_CHANGES, [sort]: `${at}#${reportPk(report)}#${padded(sequence)}` };
}
export const PENDING_CHANGES = 'PENDING';

/** Changes that events told of, by their position in the feed of all of them. */
export function feedAttributes(position: number): Record<string, string> {
  const { partition, sort } = INDEXES.changes;
  return { [partition]: feedPartition(position), [sort]: feedPlace(position) };
}
/** Positions of one partition: few enough for its size, so many that a reader seldom asks two. */
const FEED_PARTITION = 10_000;
export const feedPartition = (position: number) => `FEED#${padded(Math.floor(position / FEED_PARTITION))}`;
export const feedPlace = (position: number) => padded(position);
/** Says which position of the feed was given last. */
export const FEED_COUNTER_KEY: Key = { pk: 'FEED', sk: 'COUNTER' };

/** Says which roster stands; moved when a roster was written whole. */
export const ROSTER_POINTER_KEY: Key = { pk: 'ROSTER', sk: 'CURRENT' };
/** A part of a roster, which is too large for one item. */
export const rosterPartKey = (version: string, part: number): Key => ({
  pk: `ROSTER#${version}`,
  sk: `PART#${String(part).padStart(4, '0')}`,
});

/** A letter, by its number, which begins with the year; `0` where that is not known. */
export const letterKey = (id: string): Key => ({ pk: `LETTERS#${id.split('-')[0]}`, sk: id });
export const lettersOfYear = (year: number | null) => `LETTERS#${year ?? '0'}`;

/** Somebody who may use the API. */
export const userKey = (principal: string): Key => ({ pk: USERS, sk: principal });
export const USERS = 'USERS';

/** Where the reconciler goes on. */
export const RECONCILE_KEY: Key = { pk: 'RECONCILE', sk: 'POSITION' };

/** Where the document of a file is kept as evidence: by content, so that it is written once. */
export const evidenceObjectKey = (sha256: string) => `evidence/${sha256.slice(0, 2)}/${sha256}.json.gz`;

/** The office that an upload belongs to: the folder under `inbox/`. */
export function officeOf(objectKey: string): string | null {
  const [root, office, ...rest] = objectKey.split('/');
  return root === 'inbox' && office && rest.length > 0 ? office : null;
}

export const fileNameOf = (objectKey: string) => objectKey.split('/').at(-1) ?? objectKey;
