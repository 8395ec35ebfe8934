import { type Lexer, TOKEN } from '../../file/lexer.ts';
import { PdfTrouble } from '../../file/pdf-trouble.ts';
import type { CodeSpace } from './code-lengths.ts';
import type { CodeMap } from './code-map.ts';
import { statedText } from './stated-text.ts';

/** What a character map is read into: one to Unicode fills `texts`, one of an encoding the rest. */
export interface CMapSink {
  readonly texts: CodeMap<string>;
  readonly cids: CodeMap<number>;
  readonly spaces: CodeSpace[];
  vertical: boolean;
}

/** More of them are no map of a real font: GB 18030 has five. */
const MOST_CODE_SPACES = 100;
const LONGEST_CODE = 4;

type Section = (lexer: Lexer, sink: CMapSink) => void;

const SECTIONS: ReadonlyMap<string, Section> = new Map([
  ['begincodespacerange', readCodeSpaces],
  ['beginbfchar', readTextsOfCodes],
  ['beginbfrange', readTextsOfRanges],
  ['begincidchar', readCidsOfCodes],
  ['begincidrange', readCidsOfRanges],
]);

/**
 * Reads a character map embedded in a file (ISO 32000-1, 9.7.5.4 and 9.10.3; Adobe Technical Note 5014).
 * @throws PdfTrouble `declined` when it builds on another one, `too-complex` when it is beyond the budget
 */
export function readCMap(lexer: Lexer, sink: CMapSink): void {
  let name = '';
  let number = 0;
  for (let token = lexer.next(); token !== TOKEN.end; token = lexer.next()) {
    if (token === TOKEN.name) name = lexer.text;
    else if (token === TOKEN.number) number = lexer.number;
    else if (token === TOKEN.keyword) {
      if (lexer.text === 'usecmap') throw new PdfTrouble('declined', 'predefined-cmap');
      if (lexer.text === 'def' && name === 'WMode') sink.vertical = number === 1;
      SECTIONS.get(lexer.text)?.(lexer, sink);
    }
  }
}

/** The code that a string token stands for, or −1 at the end of a section. */
function nextCode(lexer: Lexer): number {
  if (lexer.next() !== TOKEN.string || lexer.string.length > LONGEST_CODE) return -1;
  return lexer.string.reduce((code, byte) => code * 256 + byte, 0);
}

function readCodeSpaces(lexer: Lexer, { spaces }: CMapSink): void {
  while (lexer.next() === TOKEN.string) {
    const low = lexer.string;
    if (lexer.next() !== TOKEN.string) return;
    const high = lexer.string;
    if (low.length !== high.length || low.length < 1 || low.length > LONGEST_CODE) continue;
    if (spaces.length >= MOST_CODE_SPACES) throw new PdfTrouble('declined', 'character-map');
    spaces.push({ low, high });
  }
}

function readTextsOfCodes(lexer: Lexer, { texts }: CMapSink): void {
  for (let code = nextCode(lexer); code >= 0; code = nextCode(lexer)) {
    const token = lexer.next();
    if (token === TOKEN.string) texts.put(code, statedText(utf16Text(lexer.string)));
    else if (token !== TOKEN.name) return;
  }
}

function readTextsOfRanges(lexer: Lexer, { texts }: CMapSink): void {
  for (let first = nextCode(lexer); first >= 0; first = nextCode(lexer)) {
    const last = nextCode(lexer);
    const token = lexer.next();
    if (token === TOKEN.string) {
      const text = utf16Text(lexer.string);
      if (first <= last) texts.putRange(first, last, (offset) => statedText(textAfter(text, offset)));
    } else if (token === TOKEN.arrayStart) readTextsInArray(lexer, first, last, texts);
    else return;
  }
}

function readTextsInArray(lexer: Lexer, first: number, last: number, texts: CodeMap<string>): void {
  let code = first;
  for (let token = lexer.next(); token !== TOKEN.arrayEnd && token !== TOKEN.end; token = lexer.next()) {
    if (token === TOKEN.string && code <= last) texts.put(code, statedText(utf16Text(lexer.string)));
    code += 1;
  }
}

function readCidsOfCodes(lexer: Lexer, { cids }: CMapSink): void {
  for (let code = nextCode(lexer); code >= 0; code = nextCode(lexer)) {
    if (lexer.next() !== TOKEN.number) return;
    cids.put(code, lexer.number);
  }
}

function readCidsOfRanges(lexer: Lexer, { cids }: CMapSink): void {
  for (let first = nextCode(lexer); first >= 0; first = nextCode(lexer)) {
    const last = nextCode(lexer);
    if (lexer.next() !== TOKEN.number) return;
    const cid = lexer.number;
    if (first <= last) cids.putRange(first, last, (offset) => cid + offset);
  }
}

/** UTF-16, the high byte first; a lone byte is a character by itself, as some writers put it. */
function utf16Text(bytes: Uint8Array): string {
  if (bytes.length === 1) return String.fromCharCode(bytes[0] ?? 0);
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  return bytes.length % 2 === 0 ? text : '';
}

/** The text of the code that many after the first: its last character goes on by as many. */
function textAfter(text: string, offset: number): string {
  if (offset === 0 || text === '') return text;
  const characters = [...text];
  const last = (characters.pop()?.codePointAt(0) ?? 0) + offset;
  return last > 0x10ffff ? '' : characters.join('') + String.fromCodePoint(last);
}
