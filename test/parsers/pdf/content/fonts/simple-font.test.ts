import { describe, expect, test } from 'vitest';
import { stream } from '../../pdfjs/small-pdf.ts';
import { draw, hundredths, textOf, whyNot } from '../read-lean.ts';

const withFont = (entries: string, map = '') => ({
  resources: '/Font<</F 5 0 R>>',
  objects: [`<</Type/Font${entries}>>`, stream('', map)],
});

const read = (codes: string, entries: string, map?: string) =>
  textOf(draw(`BT /F 10 Tf <${codes}> Tj ET`, withFont(entries, map)));

const FONT = '/Subtype/TrueType/BaseFont/Arial/Widths[]';

describe('what codes mean', () => {
  test.each([
    ['WinAnsi', '/Encoding/WinAnsiEncoding', '41279380A5AD', "A'“€¥-"],
    ['MacRoman', '/Encoding/MacRomanEncoding', '4127D2A5CA', "A'“•\u00a0"],
    ['Standard', '/Encoding/StandardEncoding', '4127AAA4D0', 'A’“⁄—'],
    ['Standard has gaps', '/Encoding/StandardEncoding', 'FF', '?'],
    [
      '/Differences',
      '/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/one/two 67/uni4E2D]>>',
      '41424344',
      '12中D',
    ],
    [
      'glyphs that are only counted',
      '/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/g12/.notdef]>>',
      '414243',
      '??C',
    ],
    [
      'a ligature, a variant',
      '/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/f_i/a.sc/uni00660069/u20000/minus]>>',
      '0102030405',
      'fiafi\u{20000}−',
    ],
    ['private use', '/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/uniF0B7/uFFFD]>>', '0102', '??'],
  ])('%s', (_, encoding, codes, expected) => {
    expect(read(codes, FONT + encoding)).toBe(expected);
  });

  test('a map to Unicode comes first, and what it leaves out is as encoded', () => {
    const map = '2 beginbfchar <41> <4E2D> <42> <F0B7> endbfchar';
    expect(read('414243', `${FONT}/Encoding/WinAnsiEncoding/ToUnicode 6 0 R`, map)).toBe('中?C');
    expect(read('414243', `${FONT}/ToUnicode 6 0 R`, map)).toBe('中??');
  });

  test.each([
    ['the program of the font', FONT],
    [
      'pictures at the codes of letters',
      '/Subtype/TrueType/BaseFont/ABCDEF+Wingdings/Widths[]/Encoding/WinAnsiEncoding',
    ],
    ['an encoding that is not known', `${FONT}/Encoding/MacExpertEncoding`],
    ['an embedded program', `${FONT}/Encoding<<>>/FontDescriptor<</Flags 32/FontFile2 6 0 R>>`],
  ])('declined where only %s would tell', (_, entries) => {
    expect(whyNot('BT /F 9 Tf (A) Tj ET', withFont(entries))).toBe('declined: built-in-encoding');
  });

  test('a font of Latin letters that is not embedded has the standard encoding', () => {
    expect(read('27', `${FONT}/Encoding<<>>/FontDescriptor<</Flags 32>>`)).toBe('’');
    expect(read('27', '/Subtype/Type1/BaseFont/Courier')).toBe('’');
  });

  test.each([
    ['Type3', 'type3-font'],
    ['Unknown', 'font-kind'],
  ])('%s is declined when it shows something', (subtype, why) => {
    expect(whyNot('BT /F 9 Tf (A) Tj ET', withFont(`/Subtype/${subtype}`))).toBe(`declined: ${why}`);
    expect(whyNot('BT /F 9 Tf ET', withFont(`/Subtype/${subtype}`))).toBe('');
  });
});

describe('widths', () => {
  const advances = (entries: string, codes = '414243') =>
    draw(`BT /F 10 Tf <${codes}> Tj ET`, withFont(`/Encoding/WinAnsiEncoding${entries}`)).glyphs.map(({ dx }) =>
      hundredths(dx),
    );

  test.each([
    ['stated', '/Subtype/Type1/BaseFont/X/FirstChar 65/Widths[500 600 700]', [5, 6, 7]],
    [
      'missing',
      '/Subtype/Type1/BaseFont/X/FirstChar 66/Widths[600]/FontDescriptor<</MissingWidth 250>>',
      [2.5, 6, 2.5],
    ],
    ['nowhere stated', '/Subtype/MMType1/BaseFont/X/FirstChar 66/Widths[600]', [0, 6, 0]],
    ['of Helvetica', '/Subtype/Type1/BaseFont/Helvetica', [6.67, 6.67, 7.22]],
    ['of Times', '/Subtype/Type1/BaseFont/Times-BoldItalic', [6.67, 6.67, 6.67]],
    ['of Courier', '/Subtype/Type1/BaseFont/Courier-Bold', [6, 6, 6]],
  ])('%s', (_, entries, expected) => {
    expect(advances(entries)).toEqual(expected);
  });

  test('digits of the standard fonts', () => {
    expect(advances('/Subtype/Type1/BaseFont/Helvetica-Bold', '30313239')).toEqual([5.56, 5.56, 5.56, 5.56]);
    expect(advances('/Subtype/Type1/BaseFont/Times-Roman', '30313239')).toEqual([5, 5, 5, 5]);
  });

  test.each(['Arial', 'Helvetica'])('of %s not at hand for every character', (name) => {
    const code = name === 'Arial' ? '41' : 'E9';
    expect(
      whyNot(`BT /F 9 Tf <${code}> Tj ET`, withFont(`/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding`)),
    ).toBe('declined: standard-font-width');
  });
});

test('the font of a parameter dictionary', () => {
  const resources = '/Font<<>>/ExtGState<</G<</Font[5 0 R 20]>>>>';
  const page = draw('/G gs BT (A) Tj ET', {
    resources,
    objects: ['<</Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>'],
  });
  expect(page.glyphs[0]).toMatchObject({ text: 'A', size: 20, font: 'Courier' });
});
