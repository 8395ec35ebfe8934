import { createHash } from 'node:crypto';
import type { StoredReport } from '../../../records/exports/stored-report.ts';
import { advanceHead, countFindings, type Revision } from '../../../records/head.ts';
import type { ReportRecord } from '../../../records/report-record.ts';

/** A record as if it had been published. */
export function storedReport(record: ReportRecord, key = 'inbox/鹿城区/报告.docx'): StoredReport {
  const revision: Revision = {
    revision: record.source.sha256.slice(0, 32),
    number: 1,
    outcome: record.outcome,
    uploadedAt: '2022-01-20T08:00:00.000Z',
    publishedAt: '2022-01-20T08:00:01.000Z',
    sha256: record.source.sha256,
    upload: { bucket: 'inbox', key, versionId: 'v1' },
    counts: countFindings(record.findings),
    versions: record.versions,
  };
  const { body, year } = record;
  const head = advanceHead(undefined, { bodyKey: body ?? '?', body, year }, revision, {
    lines: [],
    format: record.source.format,
  });
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  return { head, revision, record, decisions: [], digest };
}
