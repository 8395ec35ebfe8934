import { bytesOf, findBytes } from './find-bytes.ts';
import { Lexer, TOKEN } from './lexer.ts';

const SECTIONS = ['beginbfrange', 'begincidrange'].map(bytesOf);

/**
 * How many codes the ranges of a character map give a text or a number; 0 for what is no character map. Two strings of
 * some bytes make a range of millions, each of which another engine keeps by itself.
 */
export function countMapped(bytes: Uint8Array): number {
  let codes = 0;
  for (const word of SECTIONS) {
    const lexer = new Lexer(bytes);
    // Each section is looked for after the one before: sections within sections would be read over and over.
    for (let at = findBytes(bytes, word, 0); at !== -1; at = findBytes(bytes, word, lexer.at)) {
      lexer.at = at + word.length;
      codes += codesOfSection(lexer);
    }
  }
  return codes;
}

/** Ranges are read as long as they are whole, and in the ways in which another engine would take them. */
function codesOfSection(lexer: Lexer): number {
  let codes = 0;
  while (lexer.next() === TOKEN.string) {
    const first = codeOf(lexer.string);
    if (lexer.next() !== TOKEN.string) break;
    const last = codeOf(lexer.string);
    const given = lexer.next();
    if (given === TOKEN.arrayStart) codes += skipArray(lexer);
    else if (given === TOKEN.string || given === TOKEN.number) codes += Math.max(0, last - first + 1);
    else break;
  }
  return codes;
}

/** The last four bytes, as the other engine takes them. */
const codeOf = (bytes: Uint8Array) => bytes.reduce((code, byte) => ((code << 8) | byte) >>> 0, 0);

function skipArray(lexer: Lexer): number {
  let elements = 0;
  for (let token = lexer.next(); token !== TOKEN.arrayEnd && token !== TOKEN.end; token = lexer.next()) elements += 1;
  return elements;
}
