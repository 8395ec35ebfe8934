import { createHash } from 'node:crypto';
import type { Ledger, Reports } from '../functions/dependencies.ts';
import { linesOf } from '../records/finding-line.ts';
import { advanceHead, countFindings, type Revision } from '../records/head.ts';
import { revisionIdOf, type UploadRef } from '../records/keys.ts';
import type { ReportRecord } from '../records/report-record.ts';

/** Where and as whose a record is to be stored. */
interface StoredAs {
  readonly body: string;
  readonly year: number;
  readonly upload: UploadRef;
  readonly at: Date;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Publishes a record as the first revision of a report, as ingesting does, without reading a file. */
export async function storeReport(
  { ledger, reports }: { readonly ledger: Ledger; readonly reports: Reports },
  given: ReportRecord,
  { body, year, upload, at }: StoredAs,
): Promise<void> {
  const report = { bodyKey: body, year };
  const sha256 = digest(`${body} ${year}`);
  const record = { ...given, body, year, source: { ...given.source, sha256 } };
  const { outcome, versions, findings, source } = record;
  const revision: Revision = {
    revision: revisionIdOf(sha256),
    number: 1,
    outcome,
    uploadedAt: at.toISOString(),
    publishedAt: at.toISOString(),
    sha256,
    upload,
    counts: countFindings(findings),
    versions,
  };
  const lines = linesOf(findings, record.figures, 'report', digest);
  const after = advanceHead(undefined, { ...report, body }, revision, { lines, format: source.format });
  const claimed = await ledger.claim(upload, at, 60);
  if (claimed.kind !== 'claimed') throw new Error(`${upload.key} is ${claimed.kind}`);
  await reports.stage(report, revision.revision, record);
  const content = { upload, report, body, revision: revision.revision, outcome };
  const published = await reports.publish({
    claim: claimed.claim,
    report,
    revision,
    before: undefined,
    after,
    content,
  });
  if (published !== 'published') throw new Error(`${body} ${year}: ${published}`);
}
