import { describe, expect, it } from 'vitest';
import { findRulings } from '../../../../parsers/pdf/rulings/find-rulings.ts';
import type { Ruling } from '../../../../parsers/pdf/rulings/ruling.ts';
import { PageBuilder } from '../page-builder.ts';

const EM = 10;

function rulingsOf(page: PageBuilder): readonly Ruling[] {
  return findRulings(page.build(), EM);
}

/** Axis, position and extent, rounded to points. */
function placesOf(page: PageBuilder): string[] {
  return rulingsOf(page).map(({ axis, at, from, to }) => {
    return `${axis} ${Math.round(at)}: ${Math.round(from)} to ${Math.round(to)}`;
  });
}

describe('what is a ruling', () => {
  it('is a stroke, a thin fill, a thick border', () => {
    const page = new PageBuilder()
      .line([100, 50, 300, 50])
      .fill([100, 99.75, 300, 100.25])
      .fill([60, 100, 65, 300], { rgb: 0x808080 });
    expect(placesOf(page)).toEqual([
      'horizontal 50: 100 to 300',
      'horizontal 100: 100 to 300',
      'vertical 63: 100 to 300',
    ]);
  });

  it('is a stroke as thin as can be, but not one of no colour', () => {
    expect(placesOf(new PageBuilder().line([100, 50, 300, 50], { width: 0 }))).toHaveLength(1);
    expect(placesOf(new PageBuilder().line([100, 50, 300, 50], { rgb: null }))).toHaveLength(1);
  });

  it('is slanted by no more than a scan is', () => {
    expect(placesOf(new PageBuilder().line([100, 50, 300, 50.7]))).toEqual(['horizontal 50: 100 to 300']);
    expect(placesOf(new PageBuilder().line([100, 50, 300, 60]))).toEqual([]);
    expect(placesOf(new PageBuilder().line([100, 50, 140, 90]))).toEqual([]);
  });

  it('is no chord of a curve', () => {
    const wave = { points: [100, 50, 110, 50, 120, 50, 130, 50], closed: false, curved: true };
    expect(placesOf(new PageBuilder().path([wave], { stroke: {} }))).toEqual([]);
  });

  it('is no letter drawn as an outline, and no dot', () => {
    const page = new PageBuilder().polygon([100, 100, 104, 100, 108, 110, 104, 110]).dot(200, 200, 0.5);
    expect(placesOf(page)).toEqual([]);
  });

  it('is the frame between two rectangles, by the even-odd rule or by their turning', () => {
    const sides = ['horizontal 100: 100 to 300', 'horizontal 200: 100 to 300'];
    const even = placesOf(new PageBuilder().ring([100, 99.5, 300, 200.5], [101, 100.5, 299, 199.5]));
    expect(even).toEqual(expect.arrayContaining(sides));
    expect(even).toHaveLength(4);
    const outer = { points: [100, 99.5, 300, 99.5, 300, 200.5, 100, 200.5], closed: true, curved: false };
    const inner = { points: [101, 100.5, 101, 199.5, 299, 199.5, 299, 100.5], closed: true, curved: false };
    expect(placesOf(new PageBuilder().path([outer, inner], { fill: {} }))).toEqual(even);
  });

  it('is a whole grid drawn as one shape', () => {
    const page = new PageBuilder().path(
      [
        [100, 100, 201, 141],
        [101, 101, 150, 120],
        [151, 101, 200, 120],
        [101, 121, 150, 140],
        [151, 121, 200, 140],
      ].map(([x0 = 0, y0 = 0, x1 = 0, y1 = 0]) => ({
        points: [x0, y0, x1, y0, x1, y1, x0, y1],
        closed: true,
        curved: false,
      })),
      { fill: {}, evenOdd: true },
    );
    expect(placesOf(page)).toEqual([
      'horizontal 101: 100 to 201',
      'horizontal 121: 100 to 201',
      'horizontal 141: 100 to 201',
      'vertical 101: 101 to 140',
      'vertical 151: 101 to 140',
      'vertical 201: 101 to 140',
    ]);
  });

  it('is a series of dashes or dots, one ruling', () => {
    const page = new PageBuilder();
    for (let x = 100; x < 300; x += 6) page.line([x, 50, x + 3, 50]);
    for (let x = 100; x < 300; x += 2) page.dot(x, 80, 0.4);
    for (let y = 100; y < 200; y += 2) page.line([60, y, 60, y], { width: 0.8 });
    expect(rulingsOf(page).map(({ axis, kind }) => `${axis} ${kind}`)).toEqual([
      'horizontal dashes',
      'horizontal dashes',
      'vertical dashes',
    ]);
  });

  it('is whole where a piece from crossing to crossing is hardly longer than thick', () => {
    const page = new PageBuilder();
    page.fill([100, 50, 200, 51.3]).fill([200, 50, 203.8, 51.3]).fill([203.82, 50, 300, 51.3]);
    const [whole, ...others] = rulingsOf(page).filter(({ kind }) => kind !== 'edge-of-fill');
    expect(whole).toMatchObject({ axis: 'horizontal', from: 100, to: 300 });
    expect(others).toEqual([]);
  });

  it('is a series of squares as large as three pixels beside small text', () => {
    const page = new PageBuilder();
    for (let x = 100; x < 300; x += 6.6) page.fill([x, 50, x + 3.3, 53.3]);
    expect(rulingsOf(page).filter(({ kind }) => kind !== 'edge-of-fill')).toMatchObject([
      { axis: 'horizontal', kind: 'dashes', from: 100 },
    ]);
  });

  it('stays two where a gap is too wide for a dash', () => {
    const page = new PageBuilder().line([100, 50, 140, 50]).line([145, 50, 200, 50]);
    expect(placesOf(page)).toEqual(['horizontal 50: 100 to 140', 'horizontal 50: 145 to 200']);
  });
});

describe('what does not show', () => {
  const line = [100, 50, 300, 50];

  it('is white on white, or transparent', () => {
    expect(placesOf(new PageBuilder().line(line, { rgb: 0xffffff }))).toEqual([]);
    expect(placesOf(new PageBuilder().line(line, { alpha: 0 }))).toEqual([]);
    expect(placesOf(new PageBuilder().line(line, { alpha: 0.5 }))).toHaveLength(1);
    expect(placesOf(new PageBuilder().line(line, { rgb: 0xdddddd }))).toHaveLength(1);
  });

  it('is clipped, or off the page', () => {
    expect(placesOf(new PageBuilder().line(line, { clip: [0, 100, 595, 842] }))).toEqual([]);
    expect(placesOf(new PageBuilder().line(line, { clip: [150, 0, 595, 842] }))).toEqual(['horizontal 50: 150 to 300']);
    expect(placesOf(new PageBuilder().line([100, -50, 300, -50]))).toEqual([]);
    expect(placesOf(new PageBuilder().line([500, 50, 900, 50]))).toEqual(['horizontal 50: 500 to 595']);
  });

  it('is painted over afterwards, and not before', () => {
    const over = new PageBuilder().line(line).fill([90, 40, 200, 60], { rgb: 0xffffff });
    expect(placesOf(over)).toEqual(['horizontal 50: 200 to 300']);
    const before = new PageBuilder().fill([90, 40, 200, 60], { rgb: 0xffffff }).line(line);
    expect(placesOf(before)).toEqual(['horizontal 50: 100 to 300']);
    const faint = new PageBuilder().line(line).fill([90, 40, 310, 60], { rgb: 0xffff00, alpha: 0.3 });
    expect(rulingsOf(faint).filter(({ kind }) => kind === 'stroke')).toHaveLength(1);
  });

  it('is painted over by a white line, or by two fills that meet on it', () => {
    expect(placesOf(new PageBuilder().line(line).line(line, { rgb: 0xffffff, width: 1 }))).toEqual([]);
    const halves = new PageBuilder().line(line);
    halves.fill([90, 30, 310, 50], { rgb: 0xffffff }).fill([90, 50, 310, 70], { rgb: 0xffffff });
    expect(placesOf(halves)).toEqual([]);
    const half = new PageBuilder().line(line).fill([90, 30, 310, 50], { rgb: 0xffffff });
    expect(placesOf(half)).toEqual(['horizontal 50: 100 to 300']);
  });

  it('has the colour of what is on both its sides', () => {
    const blue = { rgb: 0xc6d9f1 };
    expect(placesOf(new PageBuilder().fill([0, 0, 595, 842], blue).line(line, blue))).toEqual([]);
    const white = new PageBuilder().fill([0, 0, 595, 842], blue).line(line, { rgb: 0xffffff });
    expect(placesOf(white)).toEqual(['horizontal 50: 100 to 300']);
  });
});

describe('the edges of fills', () => {
  it('are seen where colours differ, and not between fills of one colour', () => {
    const page = new PageBuilder()
      .fill([100, 100, 200, 150], { rgb: 0xc6d9f1 })
      .fill([200, 100, 300, 150], { rgb: 0xc6d9f1 })
      .fill([100, 150, 300, 200], { rgb: 0xffe0e0 });
    expect(placesOf(page)).toEqual([
      'horizontal 100: 100 to 300',
      'horizontal 150: 100 to 300',
      'horizontal 200: 100 to 300',
      'vertical 100: 100 to 200',
      'vertical 300: 100 to 200',
    ]);
    expect(rulingsOf(page).every(({ kind }) => kind === 'edge-of-fill')).toBe(true);
  });

  it('are not seen at the edge of the page, nor of white on white', () => {
    const page = new PageBuilder().fill([0, 0, 595, 842], { rgb: 0xeef4ff });
    expect(placesOf(page)).toEqual([]);
    expect(placesOf(new PageBuilder().fill([100, 100, 200, 150], { rgb: 0xffffff }))).toEqual([]);
  });
});

describe('a page with more than is safe', () => {
  it('keeps the longest lines of very many', () => {
    const page = new PageBuilder(5_000, 90_000);
    for (let i = 0; i < 9_000; i++) page.line([100, 10 + i * 9, 120, 10 + i * 9]);
    page.line([100, 85_000, 400, 85_000]);
    const rulings = rulingsOf(page);
    expect(rulings.length).toBeLessThan(9_000);
    expect(rulings.some(({ at }) => at === 85_000)).toBe(true);
  });

  it('is a picture when nobody could say what covers what', () => {
    const page = new PageBuilder();
    for (let i = 0; i < 3_000; i++) page.fill([100 + (i % 7), 100 + (i % 11), 400, 400], { rgb: i });
    expect(placesOf(page)).toEqual([]);
  });

  it('survives coordinates that are no numbers', () => {
    const page = new PageBuilder()
      .line([Number.NaN, 50, 300, 50])
      .line([100, Number.POSITIVE_INFINITY, 300, 50])
      .fill([Number.NaN, 0, 5, Number.NEGATIVE_INFINITY])
      .fill([-1e300, -1e300, 1e300, 1e300], { rgb: 0xff0000 });
    expect(placesOf(page)).toEqual([]);
    expect(findRulings(page.build(), 0)).toEqual([]);
    expect(findRulings(page.build(), Number.NaN)).toEqual([]);
  });
});
