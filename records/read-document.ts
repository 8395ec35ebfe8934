import { sniff } from '../parsers/bytes/sniff.ts';
import type { Unreadable, UnreadableCode } from '../parsers/bytes/unreadable.ts';
import type { Document } from '../parsers/document/document.ts';
import { readDocx } from '../parsers/docx/read-docx.ts';
import { readPdf } from '../parsers/pdf/read-pdf.ts';
import type { Readers } from './readers.ts';

const SCANS: ReadonlySet<UnreadableCode> = new Set(['no-text-layer', 'ocr-layer']);

/** Reads a file by what it holds, whatever it is called. A new format is a reader and a line here. */
export async function readDocument(bytes: Uint8Array, readers: Readers): Promise<Document | Unreadable> {
  const sniffed = sniff(bytes);
  if ('code' in sniffed) return sniffed;
  if (sniffed.format === 'docx') return readDocx(bytes);
  const read = await readPdf(bytes, readers.pdf);
  return 'code' in read && SCANS.has(read.code) && readers.scan ? readers.scan(bytes) : read;
}
