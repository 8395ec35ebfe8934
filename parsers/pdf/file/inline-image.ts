import { isWhiteSpace } from './characters.ts';
import { type Lexer, TOKEN } from './lexer.ts';

/** What an inline image states of itself; 0 where it does not. */
export interface InlineImage {
  readonly width: number;
  readonly height: number;
}

/** Samples of a picture's colour spaces, by the names that inline images may use. */
const COMPONENTS: Readonly<Record<string, number>> = {
  G: 1,
  DeviceGray: 1,
  RGB: 3,
  DeviceRGB: 3,
  CMYK: 4,
  DeviceCMYK: 4,
};
/** So many bytes after `EI` must be text for it to be the operator and not two bytes of the picture; as pdf.js does. */
const FOLLOWING = 15;

/**
 * Skips an inline image (ISO 32000-1, 8.9.7): call it when the lexer has given the operator `BI`; it then stands after
 * `EI`, or at the end where there is none.
 */
export function skipInlineImage(lexer: Lexer): InlineImage {
  const entries = readEntries(lexer);
  const number = (short: string, long: string) => {
    const value = entries.get(short) ?? entries.get(long);
    return typeof value === 'number' ? value : 0;
  };
  const width = number('W', 'Width');
  const height = number('H', 'Height');
  // One white space stands between ID and the data.
  const data = Math.min(lexer.at + 1, lexer.end);
  const bits = (entries.get('IM') ?? entries.get('ImageMask')) ? 1 : number('BPC', 'BitsPerComponent');
  const filtered = entries.has('F') || entries.has('Filter');
  const components = COMPONENTS[String(entries.get('CS') ?? entries.get('ColorSpace') ?? 'G')];
  const length = filtered || components === undefined ? 0 : Math.ceil((width * components * bits) / 8) * height;
  lexer.at = endOfData(lexer.bytes, data, length, lexer.end);
  return { width, height };
}

/** Keys with the values that matter: numbers, names as text, `true`; other values are there as ''. */
function readEntries(lexer: Lexer): ReadonlyMap<string, number | string | boolean> {
  const entries = new Map<string, number | string | boolean>();
  let key: string | null = null;
  for (let token = lexer.next(); token !== TOKEN.end; token = lexer.next()) {
    if (token === TOKEN.keyword && lexer.text === 'ID') break;
    if (key === null) {
      if (token === TOKEN.name) key = lexer.text;
      continue;
    }
    if (token === TOKEN.number) entries.set(key, lexer.number);
    else if (token === TOKEN.name) entries.set(key, lexer.text);
    else if (token === TOKEN.keyword) entries.set(key, lexer.text === 'true');
    else {
      entries.set(key, '');
      if (token === TOKEN.arrayStart || token === TOKEN.dictStart) skipNested(lexer);
    }
    key = null;
  }
  return entries;
}

/** To the end of an array or dictionary, counting brackets alike: they are only to be passed. */
function skipNested(lexer: Lexer): void {
  for (let depth = 1; depth > 0; ) {
    const token = lexer.next();
    if (token === TOKEN.end) return;
    if (token === TOKEN.arrayStart || token === TOKEN.dictStart) depth++;
    else if (token === TOKEN.arrayEnd || token === TOKEN.dictEnd) depth--;
  }
}

/** Where the picture's own length leads to `EI`, there; otherwise at the first `EI` that looks like the operator. */
function endOfData(bytes: Uint8Array, data: number, length: number, end: number): number {
  if (length > 0 && data + length < end) {
    let at = data + length;
    while (at < end && isWhiteSpace(bytes[at])) at++;
    if (isEnd(bytes, at, end)) return at + 2;
  }
  for (let at = data; at + 1 < end; at++) {
    if (bytes[at] === 0x45 && (at === data || isWhiteSpace(bytes[at - 1])) && isEnd(bytes, at, end)) return at + 2;
  }
  return end;
}

function isEnd(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49 || at + 2 > end) return false;
  if (at + 2 < end && !isWhiteSpace(bytes[at + 2])) return false;
  for (let after = at + 2; after < Math.min(end, at + 2 + FOLLOWING); after++) {
    const byte = bytes[after] ?? 0;
    if (byte > 0x7e || (byte < 0x20 && !isWhiteSpace(byte)) || byte === 0) return false;
  }
  return true;
}
