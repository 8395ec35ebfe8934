import { createHash } from 'node:crypto';
import { isolatedReaders } from '../../functions/adapters/isolated-readers.ts';
import { assessReport } from '../../records/assess-report.ts';

/** Starts no thread before a file needs one: pdf.js for what the lean engine declines, mammoth for a second reading. */
const readers = isolatedReaders();

/** What ingesting does with the bytes of a report, whatever its format: digest, reading, fitting, checking, record. */
export async function run(bytes: Uint8Array): Promise<unknown> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const assessment = await assessReport({ bytes, sha256, fileName: '报告' }, readers);
  // The blank form is no report of anybody: no-tables and the like would mean that nothing was read.
  if (!assessment.readable) throw new Error(`not read: ${assessment.code}`);
  return assessment;
}
