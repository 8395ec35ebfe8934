import { describe, expect, test } from 'vitest';
import { stream } from '../../pdfjs/small-pdf.ts';
import { draw, hundredths, textOf, whyNot } from '../read-lean.ts';

interface Font {
  readonly matrix?: string;
  readonly widths?: string;
  readonly map?: string | null;
  /** Of the code A; the glyph of B is another one, and C has none. */
  readonly glyph?: string;
  readonly entries?: string;
}

const MAP = '3 beginbfchar <41> <4E2D> <42> <0031> <43> <0020> endbfchar';
/** Y goes down in it, as in what Chromium writes. */
const SQUARE = '1000 0 50 -850 950 100 d1 50 -850 m 950 -850 l 950 100 l 50 100 900 -20 50 100 c h f';

function withFont({ matrix, widths = '1000 500 300 1000', map = MAP, glyph = SQUARE, entries = '' }: Font) {
  const font =
    `<</Subtype/Type3/FontMatrix[${matrix ?? '.00100000005 0 0 -.00100000005 0 0'}]/FontBBox[0 120 1000 -880]` +
    `/FirstChar 65/LastChar 68/Widths[${widths}]/Encoding<</Differences[65/a/b/space/four]>>/CharProcs<</a 7 0 R/b 8 0 R/four 8 0 R>>` +
    `/FontDescriptor<</FontName/AAAAAA+NotoSansCJKsc-Bold/Flags 4>>${map === null ? '' : '/ToUnicode 6 0 R'}${entries}>>`;
  const objects = [font, stream('', map ?? ''), stream('', glyph), stream('', '500 0 d0 9 9 300 -700 re f')];
  return { resources: '/Font<</F 5 0 R>>', objects };
}

const show = (text: string, font: Font = {}) => draw(`BT /F 10 Tf 5 20 Td (${text}) Tj ET`, withFont(font));
const why = (text: string, font: Font) => whyNot(`BT /F 10 Tf (${text}) Tj ET`, withFont(font));

test('its map says what its codes mean, its matrix how wide they are', () => {
  const page = show('ABCA');
  expect(textOf(page)).toBe('中1 中');
  expect(page.glyphs.map(({ x, dx }) => [hundredths(x), hundredths(dx)])).toEqual([
    [5, 10],
    [15, 5],
    [20, 3],
    [23, 10],
  ]);
  expect(page.glyphs[0]).toMatchObject({ size: 10, upX: 0, upY: -1, font: 'NotoSansCJKsc-Bold', invisible: false });
});

test('its glyphs leave nothing on the page but text', () => {
  expect(show('ABAB').paths).toEqual([]);
});

test('an em may have other parts than a thousand', () => {
  const page = show('AB', {
    matrix: '.00048828125 0 0 -.00048828125 0 0',
    widths: '2048 1024 600',
    glyph: '2048 0 d0 0 0 2000 -1700 re f',
  });
  expect(page.glyphs.map(({ dx, size }) => [hundredths(dx), hundredths(size)])).toEqual([
    [10, 10],
    [5, 10],
  ]);
});

test('a code that its map leaves out has no text, whatever its glyph is called', () => {
  expect(textOf(show('AD'))).toBe('中?');
});

test('a long dash takes two em, and no more', () => {
  const map = '1 beginbfchar <41> <2E3A> endbfchar';
  const dash = (length: number) => ({ map, widths: '2000', glyph: `2000 0 d0 0 -300 ${length} 50 re f` });
  expect(textOf(show('A', dash(2000)))).toBe('⸺');
  expect(why('A', dash(3000))).toBe('declined: type3-glyph');
  expect(why('A', { ...dash(2000), map: MAP, widths: '1000' })).toBe('declined: type3-glyph');
});

test('a code with neither width nor glyph nor text goes nowhere', () => {
  expect(show('Z').glyphs).toMatchObject([{ text: '', dx: 0 }]);
});

describe('declined', () => {
  test.each([
    ['without a map', { map: null }, 'type3-font'],
    ['without widths that are an array', { widths: '', entries: '/Widths 3' }, 'type3-font'],
    ['a matrix that is missing numbers', { matrix: '.001 0 0' }, 'type3-em'],
    ['a slanting matrix', { matrix: '.001 0 .0002 .001 0 0' }, 'type3-em'],
    ['a matrix that moves', { matrix: '.001 0 0 .001 1 0' }, 'type3-em'],
    ['a mirrored matrix', { matrix: '-.001 0 0 .001 0 0' }, 'type3-em'],
    ['glyphs twice as high as wide', { matrix: '.001 0 0 .002 0 0' }, 'type3-em'],
    ['an ideograph that is no em wide', { widths: '200 500' }, 'type3-em'],
    ['an ideograph of two em', { widths: '2000 500' }, 'type3-em'],
  ])('%s', (_, font, expected) => {
    expect(why('A', font)).toBe(`declined: ${expected}`);
  });

  test.each([
    ['a picture', '1000 0 d0 900 0 0 900 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI'],
    ['an object', '1000 0 d0 /X Do'],
    ['a bar wider than a character', '1000 0 d0 0 0 5000 20 re f'],
    ['a bar drawn from its right end', '1000 0 d0 0 0 -1300 20 re f'],
    ['a line as high as a table', '1000 0 d0 0 0 m 20 0 l 20 5000 l f'],
    ['a bar far from its origin', '1000 0 d0 3000 0 900 20 re f'],
    ['a stroke', '1000 0 d0 5000 w 0 0 m 1 0 l S'],
    ['colours of its own', '1000 0 d0 1 g 0 0 900 900 re f'],
    ['text', '1000 0 d0 BT /F 1 Tf (B) Tj ET'],
    ['operands that are no numbers', '1000 0 d0 [0 0] re f'],
    ['more operands than it takes', '1000 0 d0 1 1 0 0 900 900 re f'],
    ['what nobody would see', '1000 0 d0'],
    ['an outline that is not filled', '1000 0 d0 0 0 900 900 re n'],
  ])('a glyph that paints %s', (_, glyph) => {
    expect(why('A', { glyph })).toBe('declined: type3-glyph');
    expect(why('B', { glyph })).toBe('');
  });

  test('a glyph that cannot be decoded', () => {
    const { resources, objects } = withFont({});
    const damaged = objects.with(2, stream('/Filter/FlateDecode', 'no such data'));
    expect(whyNot('BT /F 9 Tf (A) Tj ET', { resources, objects: damaged })).toBe('declined: type3-glyph');
  });

  test('text without a glyph', () => {
    expect(why('C', { map: '1 beginbfchar <43> <4E2D> endbfchar', widths: '1 1 1000' })).toBe('declined: type3-glyph');
  });

  test('a digit of another em than its font', () => {
    expect(why('B', { widths: '1000 120' })).toBe('declined: type3-em');
  });
});
