import type { Budget } from './budget.ts';
import { isWhiteSpace } from './characters.ts';
import { bytesOf, findBytes, holdsAt } from './find-bytes.ts';
import { Lexer, TOKEN } from './lexer.ts';
import { isDict } from './pdf-kinds.ts';
import { type PdfDict, type PdfObject, PdfStream } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';
import { isNoObject, readObject } from './read-object.ts';

/** An object as it stands in the file after `12 0 obj`. */
export interface IndirectObject {
  readonly number: number;
  readonly object: PdfObject;
  /** Where its header begins. */
  readonly start: number;
  /** Where the reading ended: after the object, or after the data of a stream. */
  readonly end: number;
}

/** Gives the stated length of a stream, or nothing where that cannot be found out. */
export type LengthOf = (dict: PdfDict) => number | null;

const STREAM = bytesOf('stream');
const ENDSTREAM = bytesOf('endstream');
const ENDOBJ = bytesOf('endobj');
/** White space between the data of a stream and `endstream`: one end of line, and what careless writers add. */
const SLACK = 16;

/**
 * The indirect object whose header stands at `at`, white space before it allowed; `null` when there is none.
 * @throws PdfTrouble `damaged` for a stream that does not end, `too-complex` beyond the limits
 */
export function readIndirect(bytes: Uint8Array, at: number, budget: Budget, lengthOf: LengthOf): IndirectObject | null {
  const lexer = new Lexer(bytes, at);
  const number = readHeader(lexer);
  if (number === null) return null;
  const start = lexer.start;
  const object = readObject(lexer, budget);
  budget.spendParsed(lexer.at - at);
  // At least `endobj` stands after every object: the file was cut here, and a number may have gone on.
  if (lexer.skipSpace() < 0) throw new PdfTrouble('damaged', 'object cut');
  if (isNoObject(object)) return { number, object: null, start, end: lexer.at };
  const data = isDict(object) ? startOfData(lexer) : -1;
  if (!isDict(object) || data < 0) return { number, object, start, end: lexer.at };
  const end = endOfData(bytes, data, lengthOf(object), budget);
  return { number, object: new PdfStream(object, bytes.subarray(data, end)), start, end };
}

/** The number of the object whose header stands at `at`, without reading the object; `null` when there is none. */
export function headerAt(bytes: Uint8Array, at: number): number | null {
  // Forty bytes hold the longest header; a number or comment that goes on without end must not be read.
  return at < bytes.length ? readHeader(new Lexer(bytes, at, at + 40)) : null;
}

function readHeader(lexer: Lexer): number | null {
  if (lexer.next() !== TOKEN.number || !lexer.integer) return null;
  const number = lexer.number;
  if (lexer.next() !== TOKEN.number || !lexer.integer) return null;
  if (lexer.next() !== TOKEN.keyword || !lexer.text.startsWith('obj')) return null;
  // `obj` may be followed at once by what is no delimiter, as in `1 0 obj123`.
  lexer.at = lexer.start + 3;
  return number;
}

/** Where the data begin, if the keyword `stream` comes next; −1 otherwise. */
function startOfData(lexer: Lexer): number {
  const { bytes } = lexer;
  if (lexer.skipSpace() < 0 || !holdsAt(bytes, STREAM, lexer.at)) return -1;
  let at = lexer.at + STREAM.length;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++;
  if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1;
  return bytes[at] === 0x0a ? at + 1 : lexer.at + STREAM.length;
}

/** The stated length counts only when `endstream` follows: otherwise the data go on to the next one. */
function endOfData(bytes: Uint8Array, data: number, length: number | null, budget: Budget): number {
  if (length !== null && data + length <= bytes.length && endsAt(bytes, data + length)) return data + length;
  let end = findBytes(bytes, ENDSTREAM, data);
  if (end < 0) end = findBytes(bytes, ENDOBJ, data);
  budget.spendParsed((end < 0 ? bytes.length : end) - data);
  if (end < 0) throw new PdfTrouble('damaged', 'stream without end');
  if (end > data && bytes[end - 1] === 0x0a) end--;
  if (end > data && bytes[end - 1] === 0x0d) end--;
  return end;
}

function endsAt(bytes: Uint8Array, at: number): boolean {
  let after = at;
  while (after < at + SLACK && isWhiteSpace(bytes[after])) after++;
  return holdsAt(bytes, ENDSTREAM, after);
}
