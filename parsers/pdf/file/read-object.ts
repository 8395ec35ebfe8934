import { LIMITS } from '../../bytes/limits.ts';
import type { Budget } from './budget.ts';
import { type Lexer, TOKEN, type Token } from './lexer.ts';
import { countOf } from './pdf-kinds.ts';
import { type PdfArray, type PdfDict, PdfName, type PdfObject, PdfRef } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';

/** A dictionary is a table of its own: it costs about as much memory as ten numbers in an array. */
const DICT_ITEMS = 10;

/** What stands where an object should: the end, or a keyword such as `endobj`. */
export type NoObject = { readonly keyword: string };

/**
 * Reads the object that stands at the lexer, without following references (a stream is its dictionary here).
 * What is malformed within it is left out.
 * @throws PdfTrouble `damaged` where the input ends within it, `too-complex` where it is nested or long beyond the limits
 */
export function readObject(lexer: Lexer, budget: Budget): PdfObject | NoObject {
  return readAfter(lexer.next(), lexer, budget, 0);
}

/** The same where there must be one: a keyword that is no object is null. */
export function readValue(lexer: Lexer, budget: Budget): PdfObject {
  const object = readObject(lexer, budget);
  return isNoObject(object) ? null : object;
}

export function isNoObject(object: PdfObject | NoObject): object is NoObject {
  return typeof object === 'object' && object !== null && 'keyword' in object;
}

function readAfter(token: Token, lexer: Lexer, budget: Budget, depth: number): PdfObject | NoObject {
  if (depth > LIMITS.pdfDepth) throw new PdfTrouble('too-complex', 'depth');
  switch (token) {
    case TOKEN.number:
      return lexer.integer ? readIntegerOrReference(lexer) : lexer.number;
    case TOKEN.name:
      return new PdfName(lexer.text);
    case TOKEN.string:
      return lexer.string;
    case TOKEN.arrayStart:
      return readArray(lexer, budget, depth + 1);
    case TOKEN.dictStart:
      return readDict(lexer, budget, depth + 1);
    case TOKEN.keyword:
      return constantOf(lexer.text) ?? (lexer.text === 'null' ? null : { keyword: lexer.text });
    default:
      return { keyword: '' };
  }
}

function constantOf(keyword: string): boolean | null {
  if (keyword === 'true') return true;
  return keyword === 'false' ? false : null;
}

/** `12 0 R` is a reference; of any other two numbers the second is left for the next reading. */
function readIntegerOrReference(lexer: Lexer): number | PdfRef {
  const value = lexer.number;
  const after = lexer.at;
  if (lexer.next() === TOKEN.number && lexer.integer) {
    const generation = lexer.number;
    if (lexer.next() === TOKEN.keyword && lexer.text === 'R') return referenceOf(value, generation) ?? value;
  }
  lexer.at = after;
  return value;
}

function referenceOf(number: number, generation: number): PdfRef | null {
  return countOf(number) === null || countOf(generation) === null ? null : new PdfRef(number, generation);
}

/** Here `R` takes the two numbers before it, so that an array of numbers is read once. */
function readArray(lexer: Lexer, budget: Budget, depth: number): PdfArray {
  const elements: PdfObject[] = [];
  for (;;) {
    const token = lexer.next();
    if (token === TOKEN.arrayEnd) return elements;
    if (token === TOKEN.end) throw new PdfTrouble('damaged', 'object cut');
    budget.spendItems(1);
    if (token === TOKEN.number) elements.push(lexer.number);
    else if (token === TOKEN.keyword && lexer.text === 'R') joinReference(elements);
    else {
      const element = readAfter(token, lexer, budget, depth);
      if (isNoObject(element)) {
        if (endsObject(element.keyword, lexer)) return elements;
      } else elements.push(element);
    }
  }
}

function joinReference(elements: PdfObject[]): void {
  const generation = elements.pop();
  const number = elements.pop();
  const both = typeof number === 'number' && typeof generation === 'number';
  elements.push(both ? referenceOf(number, generation) : null);
}

function readDict(lexer: Lexer, budget: Budget, depth: number): PdfDict {
  budget.spendItems(DICT_ITEMS);
  const dict = new Map<string, PdfObject>();
  for (;;) {
    const token = lexer.next();
    if (token === TOKEN.dictEnd) return dict;
    if (token === TOKEN.end) throw new PdfTrouble('damaged', 'object cut');
    if (token === TOKEN.keyword && endsObject(lexer.text, lexer)) return dict;
    if (token !== TOKEN.name) continue;
    budget.spendItems(1);
    const key = lexer.text;
    const value = lexer.next();
    if (value === TOKEN.dictEnd) return dict;
    const object = readAfter(value, lexer, budget, depth);
    // Of a key that is given twice the last counts, as in pdf.js.
    if (!isNoObject(object)) dict.set(key, object);
    else if (endsObject(object.keyword, lexer)) return dict;
  }
}

/** An object that lost its closing brackets ends where the next thing in the file begins; that is read again. */
function endsObject(keyword: string, lexer: Lexer): boolean {
  if (keyword !== 'endobj' && keyword !== 'stream' && keyword !== 'endstream') return false;
  lexer.at = lexer.start;
  return true;
}
