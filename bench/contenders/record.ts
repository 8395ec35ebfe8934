import { createHash } from 'node:crypto';
import { assessReport } from '../../records/assess-report.ts';

/** What ingesting does with the bytes of a report: digest, reading, fitting, checking, record. */
export function run(bytes: Uint8Array): unknown {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const assessment = assessReport({ bytes, sha256, fileName: '报告.docx' });
  // The blank form is no report of anybody: no-tables and the like would mean that nothing was read.
  if (!assessment.readable) throw new Error(`not read: ${assessment.code}`);
  return assessment;
}
