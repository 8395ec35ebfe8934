import { describe, expect, test } from 'vitest';
import { readSmall } from './read-small.ts';
import { stream } from './small-pdf.ts';

const toUnicode = (pairs: string, digits = 4) =>
  stream(
    '',
    `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <${'0'.repeat(digits)}> <${'F'.repeat(digits)}> endcodespacerange\n1 beginbfchar\n${pairs}\nendbfchar\nendcmap end`,
  );

/** A composite font whose codes are two bytes; nothing is embedded. */
const composite = (encoding: string, ordering: string, more = '', name = 'STSong-Light') => [
  `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/${encoding}/DescendantFonts[6 0 R]${more}>>`,
  `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/FontDescriptor 7 0 R>>`,
  `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`,
];

const simple = (entries: string, flags: number, more: readonly string[] = []) => [
  `<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Some/FirstChar 32/LastChar 126/Widths[${'500 '.repeat(95)}]/FontDescriptor 6 0 R${entries}>>`,
  `<</Type/FontDescriptor/FontName/ABCDEF+Some/Flags ${flags}/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`,
  ...more,
];

const textsOf = async (shown: string, objects: readonly string[]) => {
  const { glyphs } = await readSmall({
    resources: '/Font<</F 5 0 R>>',
    content: `BT /F 10 Tf 20 50 Td ${shown} Tj ET`,
    objects,
  });
  return glyphs.map(({ text }) => text);
};

const SYMBOLIC = 4;
const NOT_SYMBOLIC = 32;

describe('fonts that are not embedded, in the character collections of the specification', () => {
  test('GBK is read by its character map', async () => {
    // 公开２０份 in GBK: two full-width digits among them.
    expect(await textsOf('<B9ABBFAAA3B2A3B0B7DD>', composite('GBK-EUC-H', 'GB1'))).toEqual([
      '公',
      '开',
      '２',
      '０',
      '份',
    ]);
  });

  test('UCS-2 is read by its character map', async () => {
    expect(await textsOf('<516C5F00>', composite('UniGB-UCS2-H', 'GB1'))).toEqual(['公', '开']);
  });

  test('glyphs stand where the widths of the file put them', async () => {
    const { glyphs } = await readSmall({
      resources: '/Font<</F 5 0 R>>',
      content: 'BT /F 10 Tf 20 50 Td <B9ABBFAA> Tj ET',
      objects: composite('GBK-EUC-H', 'GB1'),
    });
    expect(glyphs.map(({ x, y, dx, size, font }) => ({ x, y, dx, size, font }))).toEqual([
      { x: 20, y: 50, dx: 10, size: 10, font: 'STSong-Light' },
      { x: 30, y: 50, dx: 10, size: 10, font: 'STSong-Light' },
    ]);
  });

  test('a vertical character map writes downwards', async () => {
    const { glyphs } = await readSmall({
      resources: '/Font<</F 5 0 R>>',
      content: 'BT /F 10 Tf 20 80 Td <B9ABBFAA> Tj ET',
      objects: composite('GBK-EUC-V', 'GB1'),
    });
    expect(glyphs.map(({ text, x, y, dx, dy, vertical }) => ({ text, x, y, dx, dy, vertical }))).toEqual([
      { text: '公', x: 20, y: 20, dx: 0, dy: 10, vertical: true },
      { text: '开', x: 20, y: 30, dx: 0, dy: 10, vertical: true },
    ]);
  });
});

describe('what a font does not say is not guessed', () => {
  test('glyph numbers without a ToUnicode map', async () => {
    expect(await textsOf('<00410042>', composite('Identity-H', 'Identity'))).toEqual(['', '']);
  });

  test('glyph numbers of Arial, which pdf.js knows by heart', async () => {
    expect(await textsOf('<00130014>', composite('Identity-H', 'Identity', '', 'Arial'))).toEqual(['', '']);
  });

  test('codes that a ToUnicode map leaves out, or fills with what is no character', async () => {
    const map = toUnicode('<0001> <0031>\n<0003> <FFFD>\n<0004> <0000>');
    const objects = [...composite('Identity-H', 'Identity', '/ToUnicode 8 0 R'), map];
    expect(await textsOf('<0001000200030004>', objects)).toEqual(['1', '', '', '']);
  });

  test('a symbolic font without an encoding', async () => {
    expect(await textsOf('(12A)', simple('', SYMBOLIC))).toEqual(['', '', '']);
  });

  test('a symbolic font with a ToUnicode map for all it draws is read by that', async () => {
    const map = toUnicode('<31> <4E00>', 2);
    expect(await textsOf('(12)', simple('/ToUnicode 7 0 R', SYMBOLIC, [map]))).toEqual(['一', '']);
  });

  test('digits in the names of glyphs', async () => {
    const encoding = '/Encoding<</Differences[49/C51/g0034/G35/three/gamma]>>';
    expect(await textsOf('(12345)', simple(encoding, NOT_SYMBOLIC))).toEqual(['', '', '', '3', 'γ']);
  });

  test('pictures in place of letters', async () => {
    const objects = simple('/Encoding/WinAnsiEncoding', NOT_SYMBOLIC).map((object) =>
      object.replaceAll('ABCDEF+Some', 'Wingdings'),
    );
    expect(await textsOf('(1)', objects)).toEqual(['']);
  });

  test('a character map that is not to be had: the text leaves a trace', async () => {
    const [text, ...others] = await textsOf('<0041>', composite('No-Such-Map', 'GB1'));
    expect([text, others.length]).toEqual(['', 0]);
  });
});

test('a simple font with an encoding says what it means', async () => {
  expect(await textsOf('(1,2)', simple('/Encoding/WinAnsiEncoding', NOT_SYMBOLIC))).toEqual(['1', ',', '2']);
});

describe('Type 3 fonts', () => {
  const type3 = (more: string, names = '/one/two') => [
    `<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 49/LastChar 50/Widths[600 600]/CharProcs<</one 6 0 R/two 6 0 R/a 6 0 R/b 6 0 R>>/Encoding<</Differences[49${names}]>>/Resources<<>>${more}>>`,
    stream('', '600 0 0 0 600 700 d1 0 0 600 700 re f'),
  ];

  test('are read by a ToUnicode map', async () => {
    const map = toUnicode('<31> <0037>', 2);
    expect(await textsOf('(12)', [...type3('/ToUnicode 7 0 R', '/a/b'), map])).toEqual(['7', '']);
  });

  test('mean nothing by a letter for a name', async () => {
    expect(await textsOf('(12)', type3('', '/a/b'))).toEqual(['', '']);
  });

  test('have their widths in their own space', async () => {
    const { glyphs } = await readSmall({
      resources: '/Font<</F 5 0 R>>',
      content: 'BT /F 10 Tf 20 50 Td (12) Tj ET',
      objects: type3(''),
    });
    expect(glyphs.map(({ x, dx }) => [x, dx])).toEqual([
      [20, 6],
      [26, 6],
    ]);
  });
});
