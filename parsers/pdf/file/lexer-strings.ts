import { hexDigit } from './characters.ts';

/**
 * Where the closing bracket of a literal string is (ISO 32000-1, 7.3.4.2), `end` if there is none: as a negative number
 * when the bytes before it stand for themselves, so that nothing has to be decoded.
 */
export function endOfLiteralString(bytes: Uint8Array, start: number, end: number): number {
  let depth = 0;
  let plain = true;
  let at = start;
  for (; at < end; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) {
      plain = false;
      at++;
    } else if (byte === 0x28) depth++;
    else if (byte === 0x29) {
      if (depth === 0) break;
      depth--;
    } else if (byte === 0x0d) plain = false;
  }
  const close = Math.min(at, end);
  return plain ? -close : close;
}

/** Writes the bytes of a literal string to `out` from `at`; where they end. They are never more than the input. */
export function decodeLiteralString(
  bytes: Uint8Array,
  start: number,
  close: number,
  out: Uint8Array,
  at: number,
): number {
  let to = at;
  for (let from = start; from < close; ) {
    const byte = bytes[from] ?? 0;
    const length = byte === 0x5c ? lengthOfEscape(bytes, from, close) : lengthOfLine(bytes, from);
    const code = byte === 0x5c ? codeOfEscape(bytes, from, length) : byte === 0x0d ? 0x0a : byte;
    if (code >= 0) out[to++] = code;
    from += length;
  }
  return to;
}

/** An end of line is one line feed, however it is written. */
function lengthOfLine(bytes: Uint8Array, at: number): number {
  return bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 1;
}

function lengthOfEscape(bytes: Uint8Array, at: number, close: number): number {
  let digits = 0;
  while (digits < 3 && at + 1 + digits < close && octalDigit(bytes[at + 1 + digits]) >= 0) digits++;
  return 1 + (digits > 0 ? digits : lengthOfLine(bytes, at + 1));
}

/** The byte that an escape of this length stands for; −1 for one that continues the string on the next line. */
function codeOfEscape(bytes: Uint8Array, at: number, length: number): number {
  const escaped = bytes[at + 1];
  if (escaped === undefined || escaped === 0x0d || escaped === 0x0a) return -1;
  if (octalDigit(escaped) < 0) return ESCAPES[escaped] ?? escaped;
  let code = 0;
  for (let digit = 1; digit < length; digit++) code = code * 8 + octalDigit(bytes[at + digit]);
  return code & 255;
}

const ESCAPES: Readonly<Record<number, number>> = { 110: 0x0a, 114: 0x0d, 116: 0x09, 98: 0x08, 102: 0x0c };

function octalDigit(byte: number | undefined): number {
  return byte !== undefined && byte >= 0x30 && byte <= 0x37 ? byte - 0x30 : -1;
}

/** Where the `>` of a hexadecimal string is, `end` if there is none. */
export function endOfHexString(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== 0x3e) at++;
  return at;
}

/** As {@link decodeLiteralString}. What is no digit is skipped; a last digit alone has a 0 after it. */
export function decodeHexString(bytes: Uint8Array, start: number, close: number, out: Uint8Array, at: number): number {
  let to = at;
  let first = -1;
  for (let from = start; from < close; from++) {
    const digit = hexDigit(bytes[from] ?? 0);
    if (digit < 0) continue;
    if (first < 0) first = digit;
    else {
      out[to++] = first * 16 + digit;
      first = -1;
    }
  }
  if (first >= 0) out[to++] = first * 16;
  return to;
}
