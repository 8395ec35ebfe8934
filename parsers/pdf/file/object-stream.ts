import type { Budget } from './budget.ts';
import { Lexer, TOKEN } from './lexer.ts';
import { countOf } from './pdf-kinds.ts';
import type { PdfDict, PdfObject } from './pdf-objects.ts';
import { readValue } from './read-object.ts';

/** The content of an object stream (ISO 32000-1, 7.5.7), of which each object is read when it is asked for. */
export interface ObjectStream {
  /** Numbers of its objects, in order. */
  readonly numbers: readonly number[];
  /** The object of this number, looked for first where the cross-reference puts it; null when it is not there. */
  read(number: number, index: number): PdfObject;
}

/** `content` is the decoded stream. As many objects as its table really names, whatever /N promises. */
export function openObjectStream(dict: PdfDict, content: Uint8Array, budget: Budget): ObjectStream {
  const first = countOf(dict.get('First')) ?? 0;
  const promised = countOf(dict.get('N')) ?? 0;
  const lexer = new Lexer(content, 0, first);
  const numbers: number[] = [];
  const offsets: number[] = [];
  while (numbers.length < promised) {
    const number = readCount(lexer);
    const offset = readCount(lexer);
    if (number === null || offset === null) break;
    numbers.push(number);
    offsets.push(offset);
  }
  budget.spendItems(numbers.length);
  return {
    numbers,
    read(number, index) {
      const offset = offsets[numbers[index] === number ? index : numbers.lastIndexOf(number)];
      if (offset === undefined) return null;
      const from = new Lexer(content, first + offset);
      const object = readValue(from, budget);
      budget.spendParsed(from.at - first - offset);
      return object;
    },
  };
}

function readCount(lexer: Lexer): number | null {
  return lexer.next() === TOKEN.number ? countOf(lexer.number) : null;
}
