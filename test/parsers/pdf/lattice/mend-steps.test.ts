import { expect, test } from 'vitest';
import { findLattices } from '../../../../parsers/pdf/lattice/find-lattices.ts';
import { findRulings } from '../../../../parsers/pdf/rulings/find-rulings.ts';
import { PageBuilder } from '../page-builder.ts';

const EM = 10;
const THIN = { width: 0.5 };
const cellsOf = (page: PageBuilder) =>
  findLattices(findRulings(page.build(), EM), EM)[0]?.cells.map(({ box }) => box.map(Math.round).join(' '));

/** Two columns from 100 to 300; the lower border of the left cell of the first row is at 140, that of the right one at 155. */
function stepped(middleTo: number): PageBuilder {
  const page = new PageBuilder().frame([100, 100, 300, 200], THIN);
  page.line([100, 140, 180, 140], THIN).line([180, 155, 300, 155], THIN);
  return page.line([180, 100, 180, middleTo], THIN).line([180, 155, 180, 200], THIN);
}

test('a border in two heights, with none between them, is one at the lower height', () => {
  expect(cellsOf(stepped(140))).toEqual(['100 100 180 155', '180 100 300 155', '100 155 180 200', '180 155 300 200']);
});

test('cells that are staggered have a border between them', () => {
  expect(cellsOf(stepped(155))).toEqual(['100 100 180 140', '180 100 300 155', '100 140 180 200', '180 155 300 200']);
});

test('at the foot of a page a cell that goes on keeps its sides', () => {
  const page = new PageBuilder().line([100, 100, 300, 100], THIN).line([160, 140, 240, 140], THIN);
  for (const [x, to] of [
    [100, 155],
    [160, 155],
    [240, 140],
    [300, 155],
  ] as const)
    page.line([x, 100, x, to], THIN);
  page.line([100, 80, 300, 80], THIN).line([100, 80, 100, 100], THIN).line([300, 80, 300, 100], THIN);
  expect(cellsOf(page)).toContain('240 100 300 155');
});
