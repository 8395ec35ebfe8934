import type { Budget } from './budget.ts';
import { type Entry, NOWHERE, type Section, setEntry } from './cross-reference.ts';
import { Lexer, TOKEN } from './lexer.ts';
import { countOf, isDict } from './pdf-kinds.ts';
import { readValue } from './read-object.ts';

/**
 * A cross-reference table (ISO 32000-1, 7.5.4) and the trailer after it; `at` is where the word `xref` ends. Lines may
 * end and be spaced in any way. `null` when it is not as it should be.
 */
export function readXrefTable(bytes: Uint8Array, at: number, base: number, budget: Budget): Section | null {
  const lexer = new Lexer(bytes, at);
  const entries = new Map<number, Entry>();
  for (;;) {
    const token = lexer.next();
    if (token === TOKEN.keyword && lexer.text === 'trailer') break;
    if (token !== TOKEN.number || !readSubsection(lexer, base, entries)) return null;
  }
  budget.spendParsed(lexer.at - at);
  const from = lexer.at;
  const trailer = readValue(lexer, budget);
  budget.spendParsed(lexer.at - from);
  return isDict(trailer) ? { entries, trailer } : null;
}

/** The lexer stands after the first of its two numbers. The count may promise more entries than there are. */
function readSubsection(lexer: Lexer, base: number, entries: Map<number, Entry>): boolean {
  let first = countOf(lexer.number);
  const count = lexer.next() === TOKEN.number ? countOf(lexer.number) : null;
  if (first === null || count === null) return false;
  for (let index = 0; index < count; index++) {
    const line = readLine(lexer);
    if (line === 'trailer') return true;
    if (line === null) return false;
    // The head of the free list is object 0: a table that begins with it and says 1 is one off.
    if (index === 0 && first === 1 && line.free && line.generation === 65535) first = 0;
    const lost = line.free || line.offset === 0;
    setEntry(entries, first + index, lost ? NOWHERE : { at: 'offset', offset: line.offset + base });
  }
  return true;
}

interface Line {
  readonly offset: number;
  readonly generation: number;
  readonly free: boolean;
}

/** `trailer` where that comes instead, to be read again. */
function readLine(lexer: Lexer): Line | 'trailer' | null {
  const before = lexer.at;
  const token = lexer.next();
  if (token === TOKEN.keyword && lexer.text === 'trailer') {
    lexer.at = before;
    return 'trailer';
  }
  const offset = token === TOKEN.number ? countOf(lexer.number) : null;
  if (offset === null || lexer.next() !== TOKEN.number) return null;
  const generation = lexer.number;
  if (lexer.next() !== TOKEN.keyword || (lexer.text !== 'n' && lexer.text !== 'f')) return null;
  return { offset, generation, free: lexer.text === 'f' };
}
