import { LIMITS } from '../../parsers/bytes/limits.ts';
import { tooLarge, type Unreadable } from '../../parsers/bytes/unreadable.ts';
import type { ContentLink } from '../../records/content-link.ts';
import { explainUnreadable } from '../../records/explain.ts';
import { failure, failureByFault } from '../../records/failures.ts';
import { linesOf } from '../../records/finding-line.ts';
import { advanceHead, countFindings, type Revision } from '../../records/head.ts';
import {
  fileNameOf,
  reportRefOf,
  rereadRevisionIdOf,
  revisionIdOf,
  type Staging,
  type UploadRef,
  uploadName,
} from '../../records/keys.ts';
import type { Settlement } from '../../records/ledger.ts';
import { isOtherReading } from '../../records/other-reading.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import type { Assessed, Claim, Claimed, IngestDependencies } from '../dependencies.ts';
import { compareNeighbours } from '../neighbours/compare-neighbours.ts';
import { ReaderStarved } from '../reader-starved.ts';
import { TryAgain } from '../try-again.ts';

const INGEST = {
  /** Longer than the function may run, so that a lease outlives only a worker that died. */
  leaseSeconds: 60,
  /**
   * How long a second delivery waits for the first before it goes back to the queue: about what most uploads take. The
   * others of its batch wait with it, and who died is waited for in vain.
   */
  heldPolls: 3,
  heldPollMilliseconds: 250,
  /** Publications that may be overtaken by another revision of the same report before the delivery is given back. */
  publicationTries: 8,
} as const;

/**
 * Takes one upload from the inbox to its ledger entry. Repeating it changes nothing: the claim admits one worker, the
 * staged items are named by content, and one transaction publishes.
 * @param lastDelivery the queue will not deliver again: a fault is written to the ledger before it is given up
 * @throws TryAgain, ReaderStarved, and faults of the stores; the queue delivers the upload again
 */
export async function ingestUpload(upload: UploadRef, lastDelivery: boolean, deps: IngestDependencies): Promise<void> {
  const claimed = await claimUpload(upload, deps);
  if (!claimed) return;
  const { claim, rereading } = claimed;
  try {
    await ingestClaimed(claim, rereading, deps);
  } catch (fault) {
    if (lastDelivery) await settle(claim, failureByFault(faultName(fault)), deps);
    else await deps.ledger.release(claim, deps.clock());
    throw fault;
  }
}

const faultName = (fault: unknown) => (fault instanceof Error ? fault.name : 'unknown');

async function ingestClaimed(claim: Claim, rereading: boolean, deps: IngestDependencies): Promise<void> {
  const { upload } = claim;
  const fetched = await deps.objects.fetch(upload, LIMITS.fileBytes);
  if (fetched.kind === 'gone') return settleGone(claim, deps);
  if (fetched.kind === 'too-large') return settle(claim, rejection(tooLarge()), deps);
  const { bytes, uploadedAt, publishedOn } = fetched;
  const sha256 = deps.digest(bytes);
  const known = await deps.reports.findContent(sha256);
  if (known && !(rereading && isOwn(claim, known))) return settleKnown(claim, known, sha256, deps);
  const assessed = await deps.assess({ bytes, sha256, fileName: fileNameOf(upload.key), publishedOn });
  if ('starved' in assessed) throw new ReaderStarved();
  if (known && !(await isNewReading(assessed, known, sha256, deps))) return finish(claim, known, sha256, deps);
  if (assessed.readable) return publish(claim, assessed, uploadedAt, known, deps);
  if ('code' in assessed) return settle(claim, { ...rejection(assessed), sha256 }, deps);
  // The same bytes would end the same way: no other delivery is asked for. `gouji replay` reads them by a better reader.
  deps.log.error(assessed.failed, { ...upload, sha256, fault: assessed.fault });
  await settle(claim, { ...failure(assessed.failed), sha256 }, deps);
}

/**
 * Whether reading published bytes again gave something to publish. What could be read once and now cannot, stands as it
 * was: the log says so.
 */
async function isNewReading(
  assessed: Exclude<Assessed, { starved: true }>,
  known: ContentLink,
  sha256: string,
  { reports, log }: IngestDependencies,
): Promise<boolean> {
  if (!assessed.readable) {
    log.error('reread-unreadable', {
      sha256,
      ...('code' in assessed ? { code: assessed.code } : { code: assessed.failed, fault: assessed.fault }),
    });
    return false;
  }
  const ofTheseBytes = (await reports.revisions(known.report)).filter((revision) => revision.sha256 === sha256);
  const last = ofTheseBytes.at(-1);
  const before = last && (await reports.readRecord(known.report, last.revision));
  return !before || isOtherReading(before, assessed.record);
}

/** @returns nothing when the upload is settled already */
async function claimUpload(upload: UploadRef, deps: IngestDependencies): Promise<Claimed | undefined> {
  for (let poll = 0; poll < INGEST.heldPolls; poll++) {
    const outcome = await deps.ledger.claim(upload, deps.clock(), INGEST.leaseSeconds);
    if (outcome.kind === 'claimed') return outcome;
    if (outcome.kind === 'settled') {
      deps.log.info('upload-settled-already', { ...upload, outcome: outcome.outcome });
      return undefined;
    }
    await deps.wait(INGEST.heldPollMilliseconds);
  }
  throw new TryAgain('another worker holds the lease');
}

async function settle(claim: Claim, settlement: Settlement, deps: IngestDependencies): Promise<void> {
  const done = await deps.ledger.settle(claim, settlement, deps.clock());
  const { outcome, code } = settlement;
  deps.log.info(done ? 'upload-settled' : 'claim-lost', { ...claim.upload, outcome, code });
}

/** Removed before it was its turn: there is nothing that another try could read. */
async function settleGone(claim: Claim, deps: IngestDependencies): Promise<void> {
  const now = deps.clock();
  await deps.ledger.noteRemoval(claim.upload, 'gone', now.toISOString(), now);
  await settle(claim, failure('object-gone'), deps);
}

function rejection(trouble: Unreadable): Settlement {
  return { outcome: 'rejected', code: trouble.code, message: explainUnreadable(trouble) };
}

const isOwn = (claim: Claim, known: ContentLink) => uploadName(known.upload) === uploadName(claim.upload);

/** Bytes that were published before: by an earlier delivery of this upload that did not end, or by another upload. */
async function settleKnown(claim: Claim, known: ContentLink, sha256: string, deps: IngestDependencies): Promise<void> {
  return isOwn(claim, known) ? finish(claim, known, sha256, deps) : settle(claim, duplicate(known, sha256), deps);
}

/** What follows publication, repeated until it was done once: the neighbours, then the ledger. */
async function finish(claim: Claim, content: ContentLink, sha256: string, deps: IngestDependencies): Promise<void> {
  const { report, outcome, body, revision } = content;
  await compareNeighbours(report, deps);
  await settle(claim, { outcome, sha256, body, year: report.year, bodyKey: report.bodyKey, revision }, deps);
}

function duplicate(known: ContentLink, sha256: string): Settlement {
  const { bodyKey, year } = known.report;
  const duplicateOf = uploadName(known.upload);
  return { outcome: 'duplicate', duplicateOf, sha256, body: known.body, year, bodyKey, revision: known.revision };
}

async function publish(
  claim: Claim,
  { record, evidence }: Extract<Assessed, { readable: true }>,
  uploadedAt: string,
  replaces: ContentLink | undefined,
  deps: IngestDependencies,
): Promise<void> {
  const { sha256 } = record.source;
  const bodyKey = record.body === null ? undefined : await deps.bodies.keyOf(record.body);
  const report = reportRefOf(bodyKey, record.year, sha256);
  const revision = replaces ? rereadRevisionIdOf(sha256, record.versions) : revisionIdOf(sha256);
  await deps.objects.putEvidence(sha256, evidence);
  const staged = await deps.reports.stage(report, revision, record);
  if (replaces && replaces.report.bodyKey !== report.bodyKey) {
    // The report under the old name keeps its revisions: that is for a person to settle.
    deps.log.error('report-moved', { ...claim.upload, from: replaces.report, to: report });
  }
  const { outcome, body } = record;
  const content = { upload: claim.upload, report, body, revision, outcome };
  const lines = linesOf(record.findings, record.figures, 'report', (text) =>
    deps.digest(new TextEncoder().encode(text)),
  );
  for (let attempt = 0; attempt < INGEST.publicationTries; attempt++) {
    const before = await deps.reports.readHead(report);
    const now = deps.clock();
    const next = describeRevision({ revision, staged }, record, claim, uploadedAt, (before?.revisions ?? 0) + 1, now);
    const after = advanceHead(before, { ...report, body }, next, { lines, format: record.source.format });
    const done = await deps.reports.publish({ claim, report, revision: next, before, after, content, replaces });
    if (done === 'published') return finish(claim, content, sha256, deps);
    if (done === 'content-known') return settleOvertaken(claim, sha256, deps);
    if (done === 'claim-lost') {
      deps.log.info('claim-lost', { ...claim.upload, outcome });
      return;
    }
    await deps.wait(20 * attempt);
  }
  throw new TryAgain('the head of the report kept moving');
}

/** The same bytes were published by another upload between our look and our transaction. */
async function settleOvertaken(claim: Claim, sha256: string, deps: IngestDependencies): Promise<void> {
  const known = await deps.reports.findContent(sha256);
  if (!known) throw new TryAgain('the content link is not visible yet');
  await settleKnown(claim, known, sha256, deps);
}

function describeRevision(
  staging: Staging,
  record: ReportRecord,
  claim: Claim,
  uploadedAt: string,
  number: number,
  now: Date,
): Revision {
  return {
    ...staging,
    number,
    outcome: record.outcome,
    uploadedAt,
    publishedAt: now.toISOString(),
    sha256: record.source.sha256,
    upload: claim.upload,
    counts: countFindings(record.findings),
    versions: record.versions,
  };
}
