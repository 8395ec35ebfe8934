import { createHash } from 'node:crypto';
import type { Assessment } from '../../records/assess-report.ts';
import type { ConsistentReport } from '../dresses/arbitrary.ts';
import { type Dress, dress } from '../dresses/dress.ts';
import { dressReport } from '../dresses/dress-report.ts';
import { assessDocx } from '../reports/assess-docx.ts';

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const assess = (bytes: Uint8Array, fileName = '报告.docx'): Assessment =>
  assessDocx({ bytes, sha256: sha256Of(bytes), fileName });

/** A generated report as a .docx, plain unless dressed. */
export function docxOf(report: ConsistentReport, worn: Partial<Dress> = {}, seed = 1): Uint8Array {
  return dressReport({ ...report, dress: dress('a test’s own', worn), seed }).bytes;
}
