import { createHash } from 'node:crypto';
import { isolatedReaders } from '../../../functions/adapters/isolated-readers.ts';
import { assessReport } from '../../../records/assess-report.ts';
import type { Readers } from '../../../records/readers.ts';
import { LEAN_READERS } from '../../readers.ts';
import type { Reading } from './compare.ts';

type ReadPdf = (bytes: Uint8Array) => Promise<Reading>;

/** Reads a PDF on the way that every upload takes. Its name says nothing, so that body and year come from the text. */
const readWith =
  (readers: Readers): ReadPdf =>
  async (bytes) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const assessment = await assessReport({ bytes, sha256, fileName: 'report.pdf' }, readers);
    if (!assessment.readable) return { readable: false, code: assessment.code };
    return { readable: true, figures: assessment.record.figures };
  };

/** As the ingest does: what the lean engine declines goes to pdf.js in its thread. */
export const readPdf = readWith(isolatedReaders());

/** What the lean engine declines is lost. */
export const readLean = readWith(LEAN_READERS);
