import { describe, expect, test } from 'vitest';
import { draw, hundredths, places, textOf, whyNot } from './read-lean.ts';

/** In Courier at 10 points each character advances by 6. */
const show = (content: string) => places(draw(`BT /F 10 Tf ${content} ET`));

describe('where text stands', () => {
  test.each([
    ['Tj', '(ab) Tj', ['a 0,100', 'b 6,100']],
    ['TJ moves back by thousandths of an em', '[(a) -400 (b) 600 (c)] TJ', ['a 0,100', 'b 10,100', 'c 10,100']],
    ['Td, from the start of the line', '5 50 Td (a) Tj 1 -10 Td (b) Tj', ['a 5,50', 'b 6,60']],
    ['TD sets the leading, T* uses it', '0 50 Td 0 -8 TD (a) Tj T* (b) Tj', ['a 0,58', 'b 0,66']],
    ['TL', '7 TL T* (a) Tj', ['a 0,107']],
    ["'", "7 TL (a) ' (b) '", ['a 0,107', 'b 0,114']],
    ['" sets both spacings', '7 TL 2 1 (a b) "', ['a 0,107', '  7,107', 'b 16,107']],
    ['Tm', '2 0 0 2 30 40 Tm (ab) Tj', ['a 30,60', 'b 42,60']],
    ['Tc', '3 Tc (abc) Tj', ['a 0,100', 'b 9,100', 'c 18,100']],
    ['Tw counts for the space alone', '5 Tw (a b) Tj', ['a 0,100', '  6,100', 'b 17,100']],
    ['Tz scales advances, spacings and adjustments', '50 Tz 4 Tc [(a) -400 (b)] TJ', ['a 0,100', 'b 7,100']],
    ['Ts', '0 50 Td 3 Ts (a) Tj -3 Ts (b) Tj', ['a 0,47', 'b 6,53']],
    ['BT begins anew', '5 5 Td (a) Tj ET BT (b) Tj', ['a 5,95', 'b 0,100']],
  ])('%s', (_, content, expected) => {
    expect(show(content)).toEqual(expected);
  });

  test('the extent of a glyph leaves spacing out', () => {
    const [glyph] = draw('BT /F 10 Tf 5 Tc 50 Tz (a) Tj ET').glyphs;
    expect([glyph?.dx, glyph?.dy].map((value) => hundredths(value ?? 0))).toEqual([3, 0]);
  });

  test('font, size and spacing are restored with the state', () => {
    expect(show('2 Tc q /F 20 Tf 9 Tc Q (ab) Tj')).toEqual(['a 0,100', 'b 8,100']);
  });
});

describe('how text lies', () => {
  const glyphOf = (content: string) => {
    const glyph = draw(`BT /F 10 Tf ${content} (a) Tj ET`).glyphs[0];
    if (!glyph) throw new Error('no glyph');
    const { upX, upY, size, dx, dy } = glyph;
    return [upX, upY, size, dx, dy].map(hundredths);
  };

  test('upright', () => {
    expect(glyphOf('1 0 0 1 0 0 Tm')).toEqual([0, -1, 10, 6, 0]);
  });

  test('turned by a quarter against the clock', () => {
    expect(glyphOf('0 1 -1 0 50 50 Tm')).toEqual([-1, 0, 10, 0, -6]);
  });

  test('fake italics lie upright', () => {
    expect(glyphOf('1 0 .33 1 0 0 Tm')).toEqual([0, -1, 10, 6, 0]);
  });

  test('on its head, by a negative size', () => {
    expect(glyphOf('/F -10 Tf')).toEqual([0, 1, 10, -6, 0]);
  });

  test('in a space with y downwards, as WPS writes', () => {
    expect(places(draw('1 0 0 -1 0 100 cm BT /F 200 Tf .05 0 0 -.05 30 40 Tm (ab) Tj ET'))).toEqual([
      'a 30,40',
      'b 36,40',
    ]);
  });

  test('squeezed to nothing, it does not show', () => {
    expect(draw('BT /F 10 Tf 1 0 1 0 0 0 Tm (a) Tj 0 Tz (b) Tj ET').glyphs.map(({ invisible }) => invisible)).toEqual([
      true,
      true,
    ]);
  });
});

describe('whether text shows', () => {
  const shown = (mode: number) => {
    const glyph = draw(`1 0 0 rg 0 0 1 RG BT /F 10 Tf ${mode} Tr (a) Tj ET`).glyphs[0];
    return [glyph?.invisible, glyph?.paint.rgb];
  };

  test.each([
    [0, false, 0xff0000],
    [1, false, 0x0000ff],
    [2, false, 0xff0000],
    [3, true, 0xff0000],
    [5, false, 0x0000ff],
    [7, true, 0xff0000],
  ])('mode %i', (mode, invisible, rgb) => {
    expect(shown(mode)).toEqual([invisible, rgb]);
  });

  test('the clip goes with the glyph', () => {
    expect(draw('1 2 30 40 re W n BT /F 10 Tf (a) Tj ET').glyphs[0]?.clip).toEqual([1, 58, 31, 98]);
  });

  test('under a soft mask it is not known', () => {
    const resources = '/ExtGState<</M <</SMask<</S/Alpha>>>>/N <</SMask/None>>>>';
    expect(whyNot('/M gs BT /F 10 Tf (a) Tj ET', { resources })).toBe('declined: soft-mask');
    expect(whyNot('q /M gs 0 0 9 9 re f Q BT /F 10 Tf (a) Tj ET', { resources })).toBe('');
    expect(whyNot('/M gs /N gs BT /F 10 Tf (a) Tj ET', { resources })).toBe('');
  });
});

test('glyphs of one operator are one run', () => {
  expect(draw('BT /F 10 Tf [(a) 9 (b)] TJ (c) Tj ET').glyphs.map(({ run }) => run)).toEqual([1, 1, 2]);
});

test('a font that is not there cannot be read', () => {
  expect(whyNot('BT /G 10 Tf (a) Tj ET')).toBe('declined: missing-font');
  expect(whyNot('BT /G 10 Tf ET')).toBe('');
});

test('text without BT is read', () => {
  expect(textOf(draw('/F 10 Tf (ab) Tj'))).toBe('ab');
});
