import { describe, expect, test } from 'vitest';
import { stream } from '../../pdfjs/small-pdf.ts';
import { draw, whyNot } from '../read-lean.ts';

const DESCENDANT = '<</Subtype/CIDFontType2/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>';

function fontWith(map: string, encoding = '/Identity-H') {
  const font = `<</Type/Font/Subtype/Type0/BaseFont/F/Encoding ${encoding}/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>`;
  return { resources: '/Font<</F 5 0 R>>', objects: [font, stream('', map), DESCENDANT] };
}

/** The texts of codes as a map gives them. */
const texts = (map: string, codes: string) =>
  draw(`BT /F 9 Tf <${codes}> Tj ET`, fontWith(map)).glyphs.map(({ text }) => text);

describe('a map to Unicode', () => {
  test.each([
    ['of single codes', '2 beginbfchar <0001> <4E00> <0002> <0031> endbfchar', '00010002', ['一', '1']],
    ['of a range', '1 beginbfrange <0010> <0012> <0030> endbfrange', '001000110012', ['0', '1', '2']],
    [
      'of a range in an array',
      '1 beginbfrange <0001> <0003> [<0061> <00620063> <0064>] endbfrange',
      '000100020003',
      ['a', 'bc', 'd'],
    ],
    [
      'an array longer than its range',
      '1 beginbfrange <0001> <0001> [<0061> <0062>] endbfrange',
      '00010002',
      ['a', ''],
    ],
    [
      'several characters to a code, counting in the last',
      '1 beginbfrange <0001> <0002> <00660069> endbfrange',
      '00010002',
      ['fi', 'fj'],
    ],
    ['beyond the first plane', '1 beginbfchar <0001> <D840DC0B> endbfchar', '0001', ['\u{2000b}']],
    ['counting there', '1 beginbfrange <0001> <0002> <D840DFFF> endbfrange', '00010002', ['\u{203ff}', '\u{20400}']],
    ['a range of all codes', '1 beginbfrange <0000> <FFFF> <0000> endbfrange', '4E2D0041', ['中', 'A']],
    [
      'the later statement counts',
      '1 beginbfchar <0001> <0061> endbfchar 1 beginbfchar <0001> <0062> endbfchar',
      '0001',
      ['b'],
    ],
    ['a source of one byte', '1 beginbfchar <01> <0061> endbfchar', '0001', ['a']],
    ['a text of one byte', '1 beginbfchar <0001> <61> endbfchar', '0001', ['a']],
    ['codes that it does not name', '1 beginbfchar <0001> <0061> endbfchar', '0002', ['']],
    [
      'sections that are cut',
      '2 beginbfchar <0001> <0061> <0002> endbfchar 1 beginbfrange <0003>',
      '000100020003',
      ['a', '', ''],
    ],
    ['backwards', '1 beginbfrange <0005> <0001> <0061> endbfrange', '0001', ['']],
  ])('%s', (_, map, codes, expected) => {
    expect(texts(map, codes)).toEqual(expected);
  });

  test.each(['FFFD', '0000', 'E000', 'F8FF', 'F0B7', 'D800', 'DBFFDFFD', '0003', 'FFFF'])(
    '%s stands for no character',
    (hex) => {
      expect(texts(`1 beginbfchar <0001> <${hex}> endbfchar`, '0001')).toEqual(['']);
    },
  );

  test('nothing is folded', () => {
    expect(texts('3 beginbfchar <0001> <2F00> <0002> <00B2> <0003> <FF11> endbfchar', '000100020003')).toEqual([
      '⼀',
      '²',
      '１',
    ]);
  });

  test('that is only a name says nothing', () => {
    const { resources, objects } = fontWith('');
    const named = [objects[0]?.replace('6 0 R', '/Identity-H') ?? '', ...objects.slice(1)];
    expect(draw('BT /F 9 Tf <0041> Tj ET', { resources, objects: named }).glyphs[0]?.text).toBe('');
  });

  test('that cannot be decoded is left to another engine, once the font shows something', () => {
    const { resources, objects } = fontWith('');
    const damaged = objects.with(1, stream('/Filter/FlateDecode', 'no such data'));
    expect(whyNot('BT /F 9 Tf <0041> Tj ET', { resources, objects: damaged })).toBe('declined: character-map');
    expect(whyNot('BT /F 9 Tf ET', { resources, objects: damaged })).toBe('');
  });

  test('of ranges without end is refused', () => {
    const ranges = '<0000> <00FF> <4E00> '.repeat(5_000);
    expect(whyNot('BT /F 9 Tf <0041> Tj ET', fontWith(`5000 beginbfrange ${ranges} endbfrange`))).toBe(
      'too-complex: font-entries',
    );
    const long = '<0000> <FFFF> <4E00> '.repeat(300);
    expect(whyNot('BT /F 9 Tf <0041> Tj ET', fontWith(`300 beginbfrange ${long} endbfrange`))).toBe(
      'declined: character-map',
    );
  });
});
