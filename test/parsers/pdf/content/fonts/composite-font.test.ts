import { describe, expect, test } from 'vitest';
import { stream } from '../../pdfjs/small-pdf.ts';
import { draw, hundredths, places, textOf, whyNot } from '../read-lean.ts';

interface Font {
  readonly encoding?: string;
  readonly entries?: string;
  readonly ordering?: string;
  readonly map?: string | null;
  readonly cmap?: string;
}

const LETTERS = '1 beginbfrange <0041> <005A> <0041> endbfrange';

function withFont({ encoding = '/Identity-H', entries = '', ordering = 'Identity', map = LETTERS, cmap = '' }: Font) {
  const font = `<</Subtype/Type0/BaseFont/ABCDEF+Song/Encoding ${encoding}/DescendantFonts[7 0 R]${map === null ? '' : '/ToUnicode 6 0 R'}>>`;
  const descendant = `<</Subtype/CIDFontType2/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 0>>${entries}>>`;
  return { resources: '/Font<</F 5 0 R>>', objects: [font, stream('', map ?? ''), descendant, stream('', cmap)] };
}

const show = (codes: string, font: Font, before = '') => draw(`BT /F 10 Tf ${before} <${codes}> Tj ET`, withFont(font));
const advances = (codes: string, font: Font) => show(codes, font).glyphs.map(({ dx }) => hundredths(dx));

describe('widths', () => {
  test.each([
    ['one em where nothing is said', '', [10, 10, 10]],
    ['/DW', '/DW 500', [5, 5, 5]],
    ['/W, code by code', '/W[65[600 700]]', [6, 7, 10]],
    ['/W, by range', '/W[65 66 250]/DW 900', [2.5, 2.5, 9]],
    ['/W, both mixed', '/W[65[100]66 70 200 1[5]]', [1, 2, 2]],
    ['/W with rubbish in it', '/W[/X 65[100]66 null 67 67 300 9]', [1, 10, 3]],
    ['/W over all codes', '/W[0 65535 500]', [5, 5, 5]],
  ])('%s', (_, entries, expected) => {
    expect(advances('004100420043', { entries })).toEqual(expected);
  });
});

test('the name goes without the tag of the subset, and in UTF-8', () => {
  expect(show('0041', {}).glyphs[0]?.font).toBe('Song');
  const { resources, objects } = withFont({});
  const chinese = objects.map((object) => object.replace('Song', '#e5#ae#8b#e4#bd#93'));
  expect(draw('BT /F 9 Tf <0041> Tj ET', { resources, objects: chinese }).glyphs[0]?.font).toBe('宋体');
});

test('word spacing is for codes of one byte', () => {
  const twoBytes = '1 beginbfrange <0020> <0041> <0020> endbfrange';
  expect(places(show('00200041', { map: twoBytes }, '7 Tw'))).toEqual(['  0,100', 'A 10,100']);
});

test('half a code at the end shows nothing', () => {
  expect(textOf(show('004100', {}))).toBe('A');
});

describe('vertical writing', () => {
  const column = (entries: string, before = '') =>
    show('00410042', { encoding: '/Identity-V', entries }, `20 90 Td ${before}`);

  test('goes down by an em, from above the middle of the glyph', () => {
    const page = column('');
    expect(places(page)).toEqual(['A 20,10', 'B 20,20']);
    expect(page.glyphs[0]).toMatchObject({ vertical: true, dx: 0, dy: 10, upX: 0, upY: -1, size: 10 });
  });

  test('spacing and adjustments go along it', () => {
    expect(places(column('', '-2 Tc'))).toEqual(['A 20,10', 'B 20,22']);
    const page = draw('BT /F 10 Tf 20 90 Td [<0041> 500 <0042>] TJ ET', withFont({ encoding: '/Identity-V' }));
    expect(places(page)).toEqual(['A 20,10', 'B 20,25']);
  });

  test('/DW2 gives origin and advance', () => {
    expect(places(column('/DW2[780 -500]'))).toEqual(['A 20,9', 'B 20,14']);
  });

  test('/W2 gives them for some codes', () => {
    expect(places(column('/W2[65[-2000 300 880]]'))).toEqual(['A 22,10', 'B 20,30']);
    expect(places(column('/W2[65 66 -500 500 880]'))).toEqual(['A 20,10', 'B 20,15']);
  });
});

describe('encodings', () => {
  const codespaces = '2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange';

  test('codes of mixed lengths', () => {
    const cmap = `${codespaces} 1 begincidrange <8141> <8150> 7 endcidrange 1 begincidchar <41> 3 endcidchar`;
    const map = '2 beginbfchar <41> <0061> <8142> <4E2D> endbfchar';
    const page = show('4181424141', { encoding: '8 0 R', cmap, map, entries: '/W[3[500]8[900]]' });
    expect(places(page)).toEqual(['a 0,100', '中 5,100', 'a 14,100', 'a 19,100']);
  });

  test('bytes outside all code spaces are characters that the font does not have', () => {
    expect(
      textOf(show('FF41', { encoding: '8 0 R', cmap: codespaces, map: '1 beginbfchar <41> <0061> endbfchar' })),
    ).toBe('?a');
  });

  test('of a map that says so, vertical', () => {
    const cmap = '/WMode 1 def 1 begincodespacerange <0000> <FFFF> endcodespacerange';
    expect(show('0041', { encoding: '8 0 R', cmap }).glyphs[0]?.vertical).toBe(true);
  });

  test('UTF-16 says by itself what a code means', () => {
    expect(textOf(show('4E2DFF11', { encoding: '/UniGB-UCS2-H', map: null, ordering: 'Identity' }))).toBe('中１');
    expect(textOf(show('D840DC0B0031', { encoding: '/UniGB-UTF16-H', map: null }))).toBe('\u{2000b}1');
    expect(show('4E2D', { encoding: '/UniGB-UCS2-V', map: null }).glyphs[0]?.vertical).toBe(true);
  });

  test('UTF-16 does so for glyphs of a known collection, which without /W are all as wide as /DW', () => {
    const ofGb = { encoding: '/UniGB-UCS2-H', map: null, ordering: 'GB1' };
    expect(places(show('4E2D00310032', ofGb))).toEqual(['中 0,100', '1 10,100', '2 20,100']);
    expect(places(show('4E2D0031', { ...ofGb, entries: '/DW 500' }))).toEqual(['中 0,100', '1 5,100']);
    expect(places(show('4E2D0031', { ...ofGb, encoding: '/UniGB-UTF16-H' }))).toEqual(['中 0,100', '1 10,100']);
  });

  test.each([
    ['a table is needed', { encoding: '/GBK-EUC-H' }, 'predefined-cmap'],
    ['widths are by a table', { encoding: '/UniGB-UCS2-H', entries: '/W[1[500]]' }, 'predefined-cmap'],
    ['it builds on another', { encoding: '8 0 R', cmap: `/GBK-EUC-H usecmap ${codespaces}` }, 'predefined-cmap'],
    ['no code space', { encoding: '8 0 R', cmap: '' }, 'character-map'],
    ['glyphs are of a known collection', { map: null, ordering: 'GB1' }, 'cid-collection'],
  ])('declined where %s', (_, font, why) => {
    expect(whyNot('BT /F 9 Tf <0041> Tj ET', withFont(font))).toBe(`declined: ${why}`);
  });

  test('glyph numbers alone say nothing', () => {
    expect(textOf(show('00410042', { map: null }))).toBe('??');
  });

  test('a declined font that shows nothing is no harm', () => {
    expect(whyNot('BT /F 9 Tf () Tj ET', withFont({ encoding: '/GBK-EUC-H' }))).toBe('');
  });
});
