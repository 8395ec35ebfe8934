import { expect, test } from 'vitest';
import { findLattices } from '../../../../parsers/pdf/lattice/find-lattices.ts';
import { findRulings } from '../../../../parsers/pdf/rulings/find-rulings.ts';
import { PageBuilder } from '../page-builder.ts';

const EM = 10;
const THIN = { width: 0.5 };
const cellsOf = (page: PageBuilder) =>
  findLattices(findRulings(page.build(), EM), EM).flatMap(({ cells }) =>
    cells.map(({ box }) => box.map(Math.round).join(' ')),
  );

/** The first row of a header, 100 to 124: closed from 200 to 320, the cells on both sides go on over the page. */
function cutHeader(): PageBuilder {
  const page = new PageBuilder().line([140, 100, 400, 100], THIN).line([200, 124, 320, 124], THIN);
  for (const x of [140, 200, 320, 400]) page.line([x, 100, x, 124], THIN);
  return page;
}

test('one closed cell is a table where others beside it go on over the page', () => {
  expect(cellsOf(cutHeader())).toEqual(['140 100 200 124', '200 100 320 124', '320 100 400 124']);
});

test('a frame alone is none', () => {
  expect(cellsOf(new PageBuilder().frame([100, 100, 300, 200], THIN))).toEqual([]);
});

test('a side that is drawn in part goes on where the lines across end at it', () => {
  const page = new PageBuilder();
  for (const y of [124, 148, 300]) page.line([100, y, 300, y], THIN);
  for (const x of [100, 200]) page.line([x, 100, x, 148], THIN);
  page.line([300, 170, 300, 300], THIN).line([100, 148, 100, 300], THIN);
  expect(cellsOf(page)).toContain('200 100 300 124');
  expect(cellsOf(page)).toContain('200 124 300 148');
});

/** A header without its frame: 100 to 124 one cell beside another, parted by the only line up there, and columns below. */
function frameless(bottom: number): PageBuilder {
  const page = new PageBuilder().line([200, 100, 200, bottom], THIN).line([200, 124, 400, 124], THIN);
  return page.line([200, 148, 340, 148], THIN).line([270, 124, 270, bottom], THIN).line([340, 124, 340, bottom], THIN);
}

test('the corner of a missing frame is open where one line runs past, if another side shows that there is no frame', () => {
  expect(cellsOf(frameless(172))).toEqual(
    expect.arrayContaining(['200 100 400 124', '200 124 270 148', '270 148 340 172', '340 124 400 172']),
  );
});

test('one line that runs past a closed table opens nothing', () => {
  const page = new PageBuilder();
  for (const y of [100, 124, 148]) page.line([100, y, 300, y], THIN);
  for (const x of [100, 300]) page.line([x, 100, x, 148], THIN);
  page.line([200, 76, 200, 148], THIN);
  expect(cellsOf(page)).toEqual(['100 100 200 124', '200 100 300 124', '100 124 200 148', '200 124 300 148']);
});
