import { LIMITS } from '../../bytes/limits.ts';
import { CHARACTER_CLASS, REGULAR, WHITE_SPACE } from './characters.ts';
import { decodeHexString, decodeLiteralString, endOfHexString, endOfLiteralString } from './lexer-strings.ts';
import { operatorText } from './operators.ts';
import { PdfTrouble } from './pdf-trouble.ts';

/** Kinds of tokens, as {@link Lexer.next} gives them. */
export const TOKEN = {
  end: 0,
  /** In `number`; `integer` tells whether it was written as one. */
  number: 1,
  /** In `text`, without the slash, `#xx` resolved. */
  name: 2,
  /** In `string`. */
  string: 3,
  /** In `text`: an operator of a content stream, or `obj`, `R`, `true`, `null` and the like. */
  keyword: 4,
  arrayStart: 5,
  arrayEnd: 6,
  dictStart: 7,
  dictEnd: 8,
} as const;

export type Token = (typeof TOKEN)[keyof typeof TOKEN];

/** Digits after the dot that are read: more than a double tells apart. */
const MAX_FRACTION = 15;
const POWERS_OF_TEN = Array.from({ length: MAX_FRACTION + 1 }, (_, power) => 10 ** power);
/** Decoded strings share buffers of this size: most have two to forty bytes, and a buffer each costs more than they. */
const POOL_BYTES = 8192;

/**
 * Splits PDF syntax (ISO 32000-1, 7.2 and 7.3) into tokens: of a file, of an object stream, of a content stream or of a
 * CMap. Every byte sequence has tokens: what is malformed is read as pdf.js reads it, or skipped. It only goes forward;
 * `at` may be set to go elsewhere.
 */
export class Lexer {
  readonly bytes: Uint8Array;
  readonly end: number;
  /** Where the next token is looked for. */
  at: number;
  /** Where the last token begins. */
  start = 0;
  number = 0;
  integer = false;
  text = '';
  /** Of the last string token: bytes that stay valid, but may be a view of the input. */
  string: Uint8Array = new Uint8Array(0);
  private pool: Uint8Array = new Uint8Array(0);
  private pooled = 0;

  constructor(bytes: Uint8Array, at = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.at = Math.max(0, at);
    this.end = Math.min(end, bytes.length);
  }

  /**
   * Reads the next token into the fields and gives its kind.
   * @throws PdfTrouble `too-complex` for a name or string that is longer than any should be
   */
  next(): Token {
    for (;;) {
      const byte = this.skipSpace();
      if (byte < 0) return TOKEN.end;
      this.start = this.at;
      if (isDigit(byte) || isSign(byte) || byte === 0x2e) return this.readNumber(byte);
      if (CHARACTER_CLASS[byte] === REGULAR) return this.readKeyword();
      const token = this.readDelimited(byte);
      if (token !== null) return token;
    }
  }

  /** Past white space and comments; the byte found there, −1 at the end. */
  skipSpace(): number {
    const { bytes, end } = this;
    let at = this.at;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x25) {
        while (at < end && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
      } else if (CHARACTER_CLASS[byte] === WHITE_SPACE) at++;
      else {
        this.at = at;
        return byte;
      }
    }
    this.at = at;
    return -1;
  }

  /** `null` for a stray bracket, which is skipped. */
  private readDelimited(byte: number): Token | null {
    switch (byte) {
      case 0x2f:
        return this.readName();
      case 0x28:
        return this.readLiteralString();
      case 0x5b:
        this.at++;
        return TOKEN.arrayStart;
      case 0x5d:
        this.at++;
        return TOKEN.arrayEnd;
      case 0x3c:
        if (this.bytes[this.at + 1] !== 0x3c || this.at + 1 >= this.end) return this.readHexString();
        this.at += 2;
        return TOKEN.dictStart;
      case 0x3e:
        if (this.bytes[this.at + 1] === 0x3e && this.at + 1 < this.end) {
          this.at += 2;
          return TOKEN.dictEnd;
        }
        this.at++;
        return null;
      case 0x7b:
      case 0x7d:
        this.at++;
        this.text = byte === 0x7b ? '{' : '}';
        return TOKEN.keyword;
      default:
        this.at++;
        return null;
    }
  }

  /** Without making text of it: digits are added up as they come. Of signs too many the first counts, as in pdf.js. */
  private readNumber(first: number): Token {
    const { bytes, end } = this;
    let at = this.at;
    while (at < end && isSign(bytes[at])) at++;
    let value = 0;
    for (; at < end; at++) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.at = at;
    this.integer = at >= end || bytes[at] !== 0x2e;
    if (!this.integer) value = this.readFraction(value);
    const next = this.at < end ? (bytes[this.at] ?? 0) : 0;
    if ((next | 0x20) === 0x65) value *= this.readExponent();
    else if (next === 0x2d) this.skipDigits();
    this.number = finite(first === 0x2d ? -value : value);
    return TOKEN.number;
  }

  /** The digits after the dot that stands here, added to what stands before it. */
  private readFraction(whole: number): number {
    const { bytes, end } = this;
    let at = this.at + 1;
    let value = whole;
    let scale = 0;
    for (; at < end; at++) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) break;
      if (scale === MAX_FRACTION) continue;
      value = value * 10 + digit;
      scale++;
    }
    this.at = at;
    return value / (POWERS_OF_TEN[scale] ?? 1);
  }

  /** A minus within a number, which some writers leave there: it and the digits after it mean nothing. */
  private skipDigits(): void {
    const { bytes, end } = this;
    while (this.at < end && (isSign(bytes[this.at]) || isDigit(bytes[this.at]))) this.at++;
  }

  /** `e` and digits after a number are no PDF, but written by some; the factor that they mean. */
  private readExponent(): number {
    const { bytes, end } = this;
    let at = this.at + 1;
    const sign = bytes[at];
    if (isSign(sign)) at++;
    const digits = at;
    let power = 0;
    for (; at < end; at++) {
      if (!isDigit(bytes[at])) break;
      power = Math.min(power * 10 + ((bytes[at] ?? 0) - 0x30), 400);
    }
    if (at === digits) return 1;
    this.at = at;
    return 10 ** (sign === 0x2d ? -power : power);
  }

  private readKeyword(): Token {
    const { bytes, end, start } = this;
    let at = start;
    let packed = 0;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (CHARACTER_CLASS[byte] !== REGULAR) break;
      if (at - start < 3) packed = packed * 256 + byte;
      at++;
    }
    this.at = at;
    this.text = (at - start <= 3 ? operatorText(packed) : undefined) ?? this.textOf(start, at);
    return TOKEN.keyword;
  }

  private readName(): Token {
    const { bytes, end } = this;
    let at = this.at + 1;
    let escaped = false;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (CHARACTER_CLASS[byte] !== REGULAR) break;
      if (byte === 0x23) escaped = true;
      at++;
    }
    this.at = at;
    const text = this.textOf(this.start + 1, at);
    this.text = escaped
      ? text.replace(/#([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)))
      : text;
    return TOKEN.name;
  }

  private textOf(start: number, end: number): string {
    if (end - start > LIMITS.pdfNameBytes) throw new PdfTrouble('too-complex', 'name');
    return String.fromCharCode.apply(null, this.bytes.subarray(start, end) as unknown as number[]);
  }

  private readLiteralString(): Token {
    const { bytes, end } = this;
    const start = this.at + 1;
    const stop = endOfLiteralString(bytes, start, end);
    const close = Math.abs(stop);
    this.at = Math.min(close + 1, end);
    if (stop < 0) this.string = bytes.subarray(start, close);
    else this.string = this.take(decodeLiteralString(bytes, start, close, this.room(close - start), this.pooled));
    return TOKEN.string;
  }

  private readHexString(): Token {
    const { bytes, end } = this;
    const start = this.at + 1;
    const close = endOfHexString(bytes, start, end);
    this.at = Math.min(close + 1, end);
    this.string = this.take(decodeHexString(bytes, start, close, this.room(close - start + 1), this.pooled));
    return TOKEN.string;
  }

  /** The pool, with room for as many bytes after those that are taken. */
  private room(bytes: number): Uint8Array {
    if (bytes > LIMITS.pdfStringBytes) throw new PdfTrouble('too-complex', 'string');
    if (this.pool.length - this.pooled < bytes) {
      this.pool = new Uint8Array(Math.max(bytes, Math.min(POOL_BYTES, this.end - this.start)));
      this.pooled = 0;
    }
    return this.pool;
  }

  private take(pooledEnd: number): Uint8Array {
    const string = this.pool.subarray(this.pooled, pooledEnd);
    this.pooled = pooledEnd;
    return string;
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isSign(byte: number | undefined): boolean {
  return byte === 0x2d || byte === 0x2b;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
