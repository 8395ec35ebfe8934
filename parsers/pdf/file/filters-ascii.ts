import { ByteSink } from './byte-sink.ts';
import { hexDigit, isWhiteSpace } from './characters.ts';
import { PdfTrouble } from './pdf-trouble.ts';

const TILDE = 0x7e;
const GREATER = 0x3e;
const Z = 0x7a;

/** ASCIIHexDecode (ISO 32000-1, 7.4.2). @throws PdfTrouble `damaged` for what is no digit */
export function decodeAsciiHex(raw: Uint8Array, limit: number): Uint8Array {
  const sink = new ByteSink(limit);
  let first = -1;
  for (const byte of raw) {
    if (byte === GREATER) break;
    if (isWhiteSpace(byte)) continue;
    const digit = hexDigit(byte);
    if (digit < 0) throw new PdfTrouble('damaged', 'hex digit');
    if (first < 0) first = digit;
    else {
      sink.push(first * 16 + digit);
      first = -1;
    }
  }
  if (first >= 0) sink.push(first * 16);
  return sink.taken();
}

/** ASCII85Decode (7.4.3); the `<~` that btoa writes is skipped. @throws PdfTrouble `damaged` */
export function decodeAscii85(raw: Uint8Array, limit: number): Uint8Array {
  const sink = new ByteSink(limit);
  let value = 0;
  let count = 0;
  for (let at = startOfAscii85(raw); at < raw.length; at++) {
    const byte = raw[at] ?? 0;
    if (byte === TILDE) break;
    if (isWhiteSpace(byte)) continue;
    if (byte === Z && count === 0) {
      pushGroup(sink, 0, 4);
      continue;
    }
    if (byte < 0x21 || byte > 0x75) throw new PdfTrouble('damaged', 'ascii85 digit');
    value = value * 85 + (byte - 0x21);
    count++;
    if (count < 5) continue;
    pushGroup(sink, value, 4);
    value = 0;
    count = 0;
  }
  if (count > 1) {
    for (let missing = count; missing < 5; missing++) value = value * 85 + 84;
    pushGroup(sink, value, count - 1);
  }
  return sink.taken();
}

function startOfAscii85(raw: Uint8Array): number {
  let at = 0;
  while (isWhiteSpace(raw[at])) at++;
  return raw[at] === 0x3c && raw[at + 1] === TILDE ? at + 2 : at;
}

function pushGroup(sink: ByteSink, value: number, bytes: number): void {
  if (value > 0xffffffff) throw new PdfTrouble('damaged', 'ascii85 group');
  for (let index = 0; index < bytes; index++) sink.push((value >>> (24 - 8 * index)) & 255);
}
