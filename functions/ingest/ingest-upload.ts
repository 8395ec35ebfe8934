import { LIMITS } from '../../parsers/bytes/limits.ts';
import { tooLarge, type Unreadable } from '../../parsers/bytes/unreadable.ts';
import { type Assessment, assessReport } from '../../records/assess-report.ts';
import type { ContentLink } from '../../records/content-link.ts';
import { explainUnreadable } from '../../records/explain.ts';
import { advanceHead, type Revision } from '../../records/head.ts';
import { fileNameOf, reportRefOf, revisionIdOf, type UploadRef } from '../../records/keys.ts';
import type { Settlement } from '../../records/ledger.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import type { Claim, IngestDependencies } from './dependencies.ts';

const INGEST = {
  /** Longer than the function may run, so that a lease outlives only a worker that died. */
  leaseSeconds: 60,
  /** How long a second delivery waits for the first before it goes back to the queue. */
  heldPolls: 8,
  heldPollMilliseconds: 500,
  /** Publications that may be overtaken by another revision of the same report before the delivery is given back. */
  publicationTries: 8,
} as const;

/** Another worker is at the same upload, or the report's head kept moving: the queue delivers again. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

/**
 * Takes one upload from the inbox to its ledger entry. Repeating it changes nothing: the claim admits one worker, the
 * staged items are named by content, and one transaction publishes.
 * @param lastDelivery the queue will not deliver again: a fault is written to the ledger before it is given up
 * @throws TryAgain, and faults of the stores; the queue delivers the upload again
 */
export async function ingestUpload(upload: UploadRef, lastDelivery: boolean, deps: IngestDependencies): Promise<void> {
  const claim = await claimUpload(upload, deps);
  if (!claim) return;
  try {
    await ingestClaimed(claim, deps);
  } catch (fault) {
    if (lastDelivery) await settle(claim, { outcome: 'failed', code: faultName(fault) }, deps);
    else await deps.ledger.release(claim, deps.clock());
    throw fault;
  }
}

const faultName = (fault: unknown) => (fault instanceof Error ? fault.name : 'unknown');

async function ingestClaimed(claim: Claim, deps: IngestDependencies): Promise<void> {
  const { upload } = claim;
  const fetched = await deps.objects.fetch(upload, LIMITS.fileBytes);
  if (fetched.kind === 'gone') return settle(claim, { outcome: 'failed', code: 'object-gone' }, deps);
  if (fetched.kind === 'too-large') return settle(claim, rejection(tooLarge()), deps);
  const { bytes, uploadedAt } = fetched;
  const sha256 = deps.digest(bytes);
  const known = await deps.reports.findContent(sha256);
  if (known) return settle(claim, duplicate(known, sha256), deps);
  const assessment = await assessReport({ bytes, sha256, fileName: fileNameOf(upload.key) }, deps.readers);
  if (!assessment.readable) return settle(claim, { ...rejection(assessment), sha256 }, deps);
  await publish(claim, assessment, uploadedAt, deps);
}

/** @returns nothing when the upload is settled already */
async function claimUpload(upload: UploadRef, deps: IngestDependencies): Promise<Claim | undefined> {
  for (let poll = 0; poll < INGEST.heldPolls; poll++) {
    const outcome = await deps.ledger.claim(upload, deps.clock(), INGEST.leaseSeconds);
    if (outcome.kind === 'claimed') return outcome.claim;
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

function rejection(trouble: Unreadable): Settlement {
  return { outcome: 'rejected', code: trouble.code, message: explainUnreadable(trouble) };
}

function duplicate(known: ContentLink, sha256: string): Settlement {
  const { bucket, key, versionId } = known.upload;
  const { bodyKey, year } = known.report;
  const duplicateOf = `${bucket}/${key}@${versionId}`;
  return { outcome: 'duplicate', duplicateOf, sha256, body: known.body, year, bodyKey, revision: known.revision };
}

async function publish(
  claim: Claim,
  { record, document }: Extract<Assessment, { readable: true }>,
  uploadedAt: string,
  deps: IngestDependencies,
): Promise<void> {
  const { sha256 } = record.source;
  const report = reportRefOf(record, sha256);
  const revision = revisionIdOf(sha256);
  await deps.objects.putEvidence(sha256, document);
  await deps.reports.stage(report, revision, record);
  const { outcome, body } = record;
  const content = { upload: claim.upload, report, body, revision, outcome };
  const settlement = { outcome, sha256, body, year: record.year, bodyKey: report.bodyKey, revision };
  for (let attempt = 0; attempt < INGEST.publicationTries; attempt++) {
    const before = await deps.reports.readHead(report);
    const now = deps.clock();
    const next = describeRevision(record, claim, uploadedAt, (before?.revisions ?? 0) + 1, now);
    const after = advanceHead(before, { ...report, body }, next);
    const done = await deps.reports.publish({ claim, settlement, report, revision: next, before, after, content, now });
    if (done === 'published' || done === 'claim-lost') {
      deps.log.info(done === 'published' ? 'upload-settled' : 'claim-lost', { ...claim.upload, outcome });
      return;
    }
    if (done === 'content-known') return settleAsDuplicate(claim, sha256, deps);
    await deps.wait(20 * attempt);
  }
  throw new TryAgain('the head of the report kept moving');
}

/** The same bytes were published by another upload between our look and our transaction. */
async function settleAsDuplicate(claim: Claim, sha256: string, deps: IngestDependencies): Promise<void> {
  const known = await deps.reports.findContent(sha256);
  if (!known) throw new TryAgain('the content link is not visible yet');
  await settle(claim, duplicate(known, sha256), deps);
}

function describeRevision(record: ReportRecord, claim: Claim, uploadedAt: string, number: number, now: Date): Revision {
  const count = (severity: string) => record.findings.filter((finding) => finding.severity === severity).length;
  return {
    revision: revisionIdOf(record.source.sha256),
    number,
    outcome: record.outcome,
    uploadedAt,
    publishedAt: now.toISOString(),
    sha256: record.source.sha256,
    upload: claim.upload,
    counts: { error: count('error'), explain: count('explain'), hint: count('hint') },
    versions: record.versions,
  };
}
