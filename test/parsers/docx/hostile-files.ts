import { expect } from 'vitest';
import { isUnreadable } from '../../../parsers/bytes/unreadable.ts';
import { readDocx } from '../../../parsers/docx/read-docx.ts';
import { documentXml, packageParts, paragraph, zipParts } from './build-docx.ts';

const REASONABLE_MS = 5000;

/** The code of a file that is not readable, or `a document`; found in reasonable time. */
export function codeOf(bytes: Uint8Array): string {
  const before = performance.now();
  const result = readDocx(bytes);
  expect(performance.now() - before).toBeLessThan(REASONABLE_MS);
  return isUnreadable(result) ? result.code : 'a document';
}

/** A sound package with one part replaced or added. */
export function withPart(name: string, part: string | Uint8Array): Uint8Array {
  return zipParts({ ...packageParts(paragraph('x')), [name]: part });
}

export function withDocument(part: string | Uint8Array): Uint8Array {
  return withPart('word/document.xml', part);
}

export function body(content: string): Uint8Array {
  return withDocument(documentXml(content));
}
