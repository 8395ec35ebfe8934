import { LIMITS } from '../../bytes/limits.ts';
import type { Budget } from './budget.ts';
import { isWhiteSpace } from './characters.ts';
import type { CrossReference, Entry, Section } from './cross-reference.ts';
import { bytesOf, findLastBytes, holdsAt } from './find-bytes.ts';
import { Lexer, TOKEN } from './lexer.ts';
import { countOf } from './pdf-kinds.ts';
import type { PdfDict } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';
import { headerAt } from './read-indirect.ts';
import { readXrefStream } from './xref-stream.ts';
import { readXrefTable } from './xref-table.ts';

const STARTXREF = bytesOf('startxref');
const XREF = bytesOf('xref');

/**
 * The cross-reference of a file as it states it, over all its revisions; `null` when any part of it is unusable, or
 * does not lead to the objects that it promises. `header` is where `%PDF-` stands: offsets count from there or from
 * the first byte.
 */
export function readCrossReference(bytes: Uint8Array, header: number, budget: Budget): CrossReference | null {
  const last = findLastBytes(bytes, STARTXREF);
  if (last < 0) return null;
  const lexer = new Lexer(bytes, last + STARTXREF.length);
  const start = lexer.next() === TOKEN.number ? countOf(lexer.number) : null;
  if (start === null) return null;
  return readFrom(bytes, start, 0, budget) ?? (header > 0 ? readFrom(bytes, start, header, budget) : null);
}

function readFrom(bytes: Uint8Array, start: number, base: number, budget: Budget): CrossReference | null {
  try {
    const reference = readChain(bytes, start, base, budget);
    return reference !== null && leadsToObjects(bytes, reference.entries) ? reference : null;
  } catch (trouble) {
    // What cannot be inflated is one more reason to search the file for its objects.
    if (trouble instanceof PdfTrouble && (trouble.code === 'damaged' || trouble.code === 'declined')) return null;
    throw trouble;
  }
}

/** The newest section first: what it says of an object is not changed by the older ones. */
function readChain(bytes: Uint8Array, start: number, base: number, budget: Budget): CrossReference | null {
  const entries = new Map<number, Entry>();
  const trailers: PdfDict[] = [];
  const seen = new Set<number>();
  for (let next: number | null = start; next !== null && !seen.has(next); ) {
    seen.add(next);
    if (seen.size > LIMITS.pdfRevisions) throw new PdfTrouble('too-complex', 'revisions');
    const section = readSection(bytes, next + base, base, budget);
    if (section === null) return null;
    trailers.push(section.trailer);
    if (!addHybrid(bytes, section, base, budget, entries)) return null;
    addMissing(entries, section.entries, () => true);
    const previous = section.trailer.get('Prev');
    next = countOf(previous);
    if (next === null && typeof previous === 'number') return null;
    if (entries.size > LIMITS.pdfObjects) throw new PdfTrouble('too-complex', 'objects');
  }
  return { entries, trailers };
}

function readSection(bytes: Uint8Array, offset: number, base: number, budget: Budget): Section | null {
  let at = offset;
  while (at < bytes.length && isWhiteSpace(bytes[at])) at++;
  budget.spendParsed(at - offset);
  if (holdsAt(bytes, XREF, at)) return readXrefTable(bytes, at + XREF.length, base, budget);
  return headerAt(bytes, at) === null ? null : readXrefStream(bytes, at, base, budget);
}

/**
 * A table for old readers hides objects, which it calls free, from them: a stream beside it tells where they are
 * (7.5.8.4). What the table does not call free it knows best.
 */
function addHybrid(bytes: Uint8Array, section: Section, base: number, budget: Budget, entries: Map<number, Entry>) {
  const offset = countOf(section.trailer.get('XRefStm'));
  if (offset === null) return true;
  const hidden = readXrefStream(bytes, offset + base, base, budget);
  if (hidden === null) return false;
  addMissing(entries, section.entries, (entry) => entry.at !== 'nowhere');
  addMissing(entries, hidden.entries, () => true);
  return true;
}

function addMissing(
  entries: Map<number, Entry>,
  more: ReadonlyMap<number, Entry>,
  wanted: (entry: Entry) => boolean,
): void {
  for (const [number, entry] of more) if (!entries.has(number) && wanted(entry)) entries.set(number, entry);
}

/** Looked at for all objects at once, so that a file is either read as it states or searched, never half and half. */
function leadsToObjects(bytes: Uint8Array, entries: ReadonlyMap<number, Entry>): boolean {
  for (const [number, entry] of entries) {
    if (entry.at === 'offset' && headerAt(bytes, entry.offset) !== number) return false;
  }
  return true;
}
