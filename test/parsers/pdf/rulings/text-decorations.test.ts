import { describe, expect, test } from 'vitest';
import { findRulings } from '../../../../parsers/pdf/rulings/find-rulings.ts';
import { PageBuilder } from '../page-builder.ts';

const EM = 10;
const horizontals = (page: PageBuilder) => findRulings(page.build(), EM).filter(({ axis }) => axis === 'horizontal');

/** A cell from 100 to 200 with the baseline of its text at 120. */
const cell = () => new PageBuilder().frame([100, 100, 200, 130]);
const FULL_WIDTH_TEXT = '本机关不掌握相关政'; // 90 points

describe('lines that belong to text are no rulings', () => {
  test('an underline as long as its text', () => {
    const page = cell().text(105, 120, FULL_WIDTH_TEXT, { size: EM }).line([105, 121.2, 195, 121.2], { width: 0.5 });
    expect(horizontals(page).map(({ at }) => at)).toEqual([100, 130]);
  });

  test('a line through the text', () => {
    const page = cell().text(105, 120, '123456', { size: EM }).line([105, 116.5, 135, 116.5], { width: 0.5 });
    expect(horizontals(page).map(({ at }) => at)).toEqual([100, 130]);
  });
});

describe('rulings that lie near text stay', () => {
  test('a line longer than the text over it', () => {
    const page = cell().text(105, 120, '规章', { size: EM }).line([100, 121.5, 200, 121.5], { width: 0.5 });
    expect(horizontals(page).map(({ at }) => at)).toContain(121.5);
  });

  test('the border of a row of which one cell is filled by its text', () => {
    const page = new PageBuilder().text(100, 118, FULL_WIDTH_TEXT, { size: EM });
    page.line([100, 120, 190, 120], { width: 0.5 }).line([190, 120, 300, 120], { width: 0.5 });
    page.line([100, 100, 100, 140], { width: 0.5 }).line([300, 100, 300, 140], { width: 0.5 });
    const [border, ...others] = horizontals(page);
    expect(border).toMatchObject({ at: 120, from: 100, to: 300 });
    expect(others).toEqual([]);
  });

  test('a line with lines across at both its ends', () => {
    const page = new PageBuilder().text(100, 118, FULL_WIDTH_TEXT, { size: EM });
    page.line([100, 120, 190, 120], { width: 0.5 });
    page.line([100, 100, 100, 140], { width: 0.5 }).line([190, 100, 190, 140], { width: 0.5 });
    expect(horizontals(page)).toHaveLength(1);
  });
});
