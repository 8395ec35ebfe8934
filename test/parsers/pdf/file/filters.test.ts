import { deflateSync, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openPdf } from '../../../../parsers/pdf/file/open-pdf.ts';
import { buildPdf, latin1, pagesOf, textOf, type Written } from './build-pdf.ts';
import { troubleOf } from './trouble.ts';

function decoded(written: Written): string {
  const file = openPdf(buildPdf(pagesOf(1, { 4: written })));
  const [content] = file.pages[0]?.contents ?? [];
  return content === undefined ? 'no stream' : textOf(file.decode(content));
}

const stream = (dict: string, data: Uint8Array | string): Written => ({ dict, data });
const flate = (data: Uint8Array | string) => stream('/Filter/FlateDecode', data);
const text = 'the same words, and the same words again, '.repeat(500);

describe('Flate', () => {
  const whole = zlibSync(latin1(text));

  test.each([
    ['is inflated', whole],
    ['needs no checksum', whole.subarray(0, -4)],
    ['nor all of it', whole.subarray(0, -2)],
    ['may have an end of line before it', latin1(`\r\n${textOf(whole)}`)],
    ['may be padded', latin1(`${textOf(whole)}\0\0\0\0\0\0\0\r\n`)],
  ])('%s', (_, data) => {
    expect(decoded(flate(data))).toBe(text);
  });

  test('may be empty', () => {
    expect(decoded(flate(''))).toBe('');
  });

  test('that was flushed and never finished is what was written', () => {
    const stored = [0x78, 0x01, 0, 5, 0, 0xfa, 0xff, ...latin1('hello'), 0, 0, 0, 0xff, 0xff];
    expect(decoded(flate(Uint8Array.from(stored)))).toBe('hello');
  });

  test.each([
    ['that breaks off', whole.subarray(0, whole.length >> 1)],
    ['without its header', deflateSync(latin1(text))],
    ['with a wrong checksum', latin1(`${textOf(whole).slice(0, -4)}abcd`)],
    ['with garbage in it', latin1(`${textOf(whole).slice(0, 20)}\xff\xff\xff\xff\xff\xff${textOf(whole).slice(26)}`)],
    ['that is none', latin1('x\x9c these are no deflated bytes')],
  ])('%s is damaged', (_, data) => {
    expect(troubleOf(() => decoded(flate(data)))).toBe('damaged');
  });
});

describe('prediction', () => {
  const rows = (parameters: string, data: number[]) =>
    decoded(stream(`/Filter/FlateDecode/DecodeParms<<${parameters}>>`, zlibSync(Uint8Array.from(data))));
  const bytes = (...values: number[]) => String.fromCharCode(...values);

  test('of PNG is undone, each row by its own kind', () => {
    const data = [0, 1, 2, 3, 1, 1, 1, 1, 2, 1, 1, 1, 3, 10, 10, 10, 4, 1, 1, 1];
    const expected = bytes(1, 2, 3, 1, 2, 3, 2, 3, 4, 11, 17, 20, 12, 18, 21);
    expect(rows('/Predictor 15/Columns 3', data)).toBe(expected);
  });

  test('of PNG goes over whole samples', () => {
    expect(rows('/Predictor 11/Columns 2/Colors 3', [1, 1, 2, 3, 1, 1, 1])).toBe(bytes(1, 2, 3, 2, 3, 4));
  });

  test('of PNG may end within a row', () => {
    expect(rows('/Predictor 12/Columns 4', [2, 1, 2, 3, 4, 2, 1, 1])).toBe(bytes(1, 2, 3, 4, 2, 3));
  });

  test('of TIFF is undone for all sizes of samples', () => {
    expect(rows('/Predictor 2/Columns 3', [1, 1, 1, 255, 2, 2])).toBe(bytes(1, 2, 3, 255, 1, 3));
    expect(rows('/Predictor 2/Columns 2/BitsPerComponent 16', [0, 255, 0, 2])).toBe(bytes(0, 255, 1, 1));
    expect(rows('/Predictor 2/Columns 4/BitsPerComponent 4', [0x11, 0xf1])).toBe(bytes(0x12, 0x12));
    expect(rows('/Predictor 2/Columns 8/BitsPerComponent 1', [0b11000001])).toBe(bytes(0b10000001));
  });

  test('of rows that cannot be is damaged; rows that are longer than the data are none', () => {
    expect(troubleOf(() => rows('/Predictor 12/BitsPerComponent 7', [1, 2]))).toBe('damaged');
    expect(troubleOf(() => rows('/Predictor 12/Columns 0', [1, 2]))).toBe('damaged');
    expect(rows('/Predictor 12/Columns 2000000000', [0, 1, 2])).toBe(bytes(1, 2));
  });
});

describe('other filters', () => {
  test.each([
    ['ASCIIHexDecode', '48 65 6C\n6c 6F 2>', 'Hello '],
    ['ASCIIHexDecode', '4865', 'He'],
    ['ASCII85Decode', '87cURD_*#4DfTZ)~>', 'Hello, World'],
    ['ASCII85Decode', '<~87cURD_*#4DfTZ)~>', 'Hello, World'],
    ['ASCII85Decode', 'z 87\ncURDZ', '\0\0\0\0Hello'],
    ['RunLengthDecode', '\x04Hello\xfd!\x80more', 'Hello!!!!'],
    ['RunLengthDecode', '\x04Hello\xfd!', 'Hello!!!!'],
    ['LZWDecode', '\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01', '-----A---B'],
  ])('%s of %j', (filter, data, expected) => {
    expect(decoded(stream(`/Filter/${filter}`, data))).toBe(expected);
  });

  test('LZW codes grow in width when they should, by either rule', () => {
    for (const early of [0, 1]) {
      const data = lzw(latin1(text), early);
      expect(decoded(stream(`/Filter/LZWDecode/DecodeParms<</EarlyChange ${early}>>`, data))).toBe(text);
    }
  });

  test('are undone one after the other, each with its own parameters', () => {
    const inner = zlibSync(Uint8Array.of(2, 65, 66, 2, 1, 1));
    const hex = [...inner].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const dict = '/Filter[/ASCIIHexDecode/Fl]/DecodeParms[null<</Predictor 12/Columns 2>>]';
    expect(decoded(stream(dict, `${hex}>`))).toBe('ABBC');
  });

  test.each(['ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode'])('%s of garbage is damaged', (filter) => {
    expect(troubleOf(() => decoded(stream(`/Filter/${filter}`, '\xff\xfe\xfd')))).toBe('damaged');
  });

  test.each(['DCTDecode', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode', 'Crypt', 'toString', 'Unknown'])(
    '%s is left to another engine',
    (filter) => {
      expect(troubleOf(() => decoded(stream(`/Filter[/FlateDecode/${filter}]`, zlibSync(latin1('x')))))).toBe(
        'declined',
      );
    },
  );

  test('too many are refused', () => {
    expect(troubleOf(() => decoded(stream(`/Filter[${'/AHx'.repeat(9)}]`, '3e')))).toBe('too-complex');
  });
});

/** LZW as a writer does it: the longest word that the table has, then the table grows by one. */
function lzw(content: Uint8Array, early: number): Uint8Array {
  let bits = '';
  let table = new Map<string, number>();
  let width = 9;
  const put = (code: number) => {
    bits += code.toString(2).padStart(width, '0');
  };
  const clear = () => {
    put(256);
    table = new Map(Array.from({ length: 256 }, (_, code) => [String.fromCharCode(code), code]));
    width = 9;
  };
  clear();
  let next = 258;
  let word = '';
  for (const byte of content) {
    const longer = word + String.fromCharCode(byte);
    if (table.has(longer)) {
      word = longer;
      continue;
    }
    put(table.get(word) ?? 0);
    table.set(longer, next++);
    if (next + early > 2 ** width) width++;
    word = String.fromCharCode(byte);
    if (next < 4095) continue;
    put(table.get(word) ?? 0);
    word = '';
    clear();
    next = 258;
  }
  if (word !== '') put(table.get(word) ?? 0);
  next++;
  if (next + early > 2 ** width) width++;
  put(257);
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
}
