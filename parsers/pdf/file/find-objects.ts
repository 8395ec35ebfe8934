import { LIMITS } from '../../bytes/limits.ts';
import type { Budget } from './budget.ts';
import { isWhiteSpace } from './characters.ts';
import { bytesOf, findBytes } from './find-bytes.ts';
import { countOf } from './pdf-kinds.ts';
import { type PdfDict, PdfStream } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';
import { type IndirectObject, readIndirect } from './read-indirect.ts';

/** A stream that was found in the file itself. */
export interface FoundStream {
  readonly number: number;
  readonly offset: number;
  readonly dict: PdfDict;
}

export interface FoundObjects {
  /** Of several objects of one number the last one, which is the newest. */
  readonly offsets: Map<number, number>;
  readonly streams: readonly FoundStream[];
}

const OBJ = bytesOf('obj');
const STREAM = bytesOf('stream');
const MAX_SPACE = 16;
const MAX_DIGITS = 10;

/**
 * Searches a file for the headers of objects in one pass, which steps over the data of streams: an attached PDF has
 * objects of its own.
 */
export function findObjects(bytes: Uint8Array, budget: Budget): FoundObjects {
  const offsets = new Map<number, number>();
  const streams: FoundStream[] = [];
  let stream = 0;
  let at = 0;
  for (let keyword = findBytes(bytes, OBJ, 0); keyword >= 0; keyword = findBytes(bytes, OBJ, at)) {
    at = keyword + OBJ.length;
    const header = headerBefore(bytes, keyword);
    if (header === null) continue;
    offsets.set(header.number, header.offset);
    if (offsets.size > LIMITS.pdfObjects) throw new PdfTrouble('too-complex', 'objects');
    if (stream < at) stream = orNever(findBytes(bytes, STREAM, at));
    // The next `obj` is in `endobj`, unless the object is a stream.
    if (stream > orNever(findBytes(bytes, OBJ, at))) continue;
    const found = readStream(bytes, header.offset, budget);
    if (!(found?.object instanceof PdfStream)) continue;
    streams.push({ ...header, dict: found.object.dict });
    at = Math.max(at, found.end);
  }
  return { offsets, streams };
}

/** Nothing for a stream that does not end: whoever needs it will be told. */
function readStream(bytes: Uint8Array, offset: number, budget: Budget): IndirectObject | null {
  try {
    return readIndirect(bytes, offset, budget, (dict) => countOf(dict.get('Length')));
  } catch (trouble) {
    if (trouble instanceof PdfTrouble && trouble.code === 'damaged') return null;
    throw trouble;
  }
}

/** The two numbers before `obj`; `null` where that is the end of another word. */
function headerBefore(bytes: Uint8Array, keyword: number): { number: number; offset: number } | null {
  const generationEnd = skipBack(bytes, keyword, isWhiteSpace, MAX_SPACE);
  const generation = skipBack(bytes, generationEnd, isDigit, MAX_DIGITS);
  const numberEnd = skipBack(bytes, generation, isWhiteSpace, MAX_SPACE);
  const offset = skipBack(bytes, numberEnd, isDigit, MAX_DIGITS);
  const complete =
    generationEnd < keyword && generation < generationEnd && numberEnd < generation && offset < numberEnd;
  if (!complete) return null;
  let number = 0;
  for (let at = offset; at < numberEnd; at++) number = number * 10 + ((bytes[at] ?? 0) - 0x30);
  return { number, offset };
}

function skipBack(bytes: Uint8Array, from: number, belongs: (byte?: number) => boolean, most: number): number {
  let at = from;
  while (at > 0 && from - at < most && belongs(bytes[at - 1])) at--;
  return at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function orNever(found: number): number {
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}
