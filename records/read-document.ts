import { sniff } from '../parsers/bytes/sniff.ts';
import { type Unreadable, unreadable } from '../parsers/bytes/unreadable.ts';
import type { Document } from '../parsers/document/document.ts';
import { readDocx } from '../parsers/docx/read-docx.ts';

/** Reads a file by what it holds, whatever it is called. A new format is a reader and a line here. */
export function readDocument(bytes: Uint8Array): Document | Unreadable {
  const sniffed = sniff(bytes);
  if ('code' in sniffed) return sniffed;
  switch (sniffed.format) {
    case 'docx':
      return readDocx(bytes);
    case 'pdf':
      return unreadable('pdf-not-supported');
  }
}
