import { expect, test } from 'vitest';
import type { Grid } from '../../../../parsers/document/document.ts';
import { joinOverPages } from '../../../../parsers/tables/join-over-pages.ts';
import { gridOf, type PlainCell, pdfOf } from './cut-table.ts';

const WIDTHS = [1, 2, 4, 1, 1, 1];

/** A row of a label and three figures behind two columns of groups. */
const row = (at: number, label: string, first: number, rowSpan = 1): PlainCell[] => [
  { row: at, column: 2, rowSpan, columnSpan: 1, text: label },
  ...[0, 1, 2].map((k) => ({ row: at, column: 3 + k, rowSpan, columnSpan: 1, text: String(first + k) })),
];
const group = (column: number, at: number, rowSpan: number, text: string): PlainCell => ({
  row: at,
  column,
  rowSpan,
  columnSpan: 1,
  text,
});
const table = (rowCount: number, ...cells: PlainCell[]) => ({ widths: WIDTHS, rowCount, cells });
const joined = (...grids: Grid[]) => joinOverPages(pdfOf(grids)).blocks as readonly Grid[];
const read = (grid: Grid | undefined) =>
  grid?.cells.map(({ row, column, rowSpan, text }) => [row, column, rowSpan, text]);

const UPPER = [
  group(0, 0, 2, '三、本年度办理结果'),
  group(1, 0, 2, '（三）不予公开'),
  ...row(0, '1.属于国家秘密', 10),
  ...row(1, '2.其他法律行政法规禁止公开', 20),
];
const LOWER = [group(0, 0, 1, ''), group(1, 0, 1, ''), ...row(0, '3.危及“三安全一稳定”', 30)];
const WHOLE = joined(gridOf(table(2, ...UPPER), 1), gridOf(table(1, ...LOWER), 2));

test('a strip below the last row, with nothing but merged labels that go on, is no row', () => {
  const longer = UPPER.map((cell) => (cell.column < 2 ? { ...cell, rowSpan: 3 } : cell));
  const grids = joined(gridOf(table(3, ...longer), 1), gridOf(table(1, ...LOWER), 2));
  expect(grids.map(read)).toEqual(WHOLE.map(read));
});

test('columns that a merged label hides on the second page are those of the first', () => {
  const narrow = gridOf(table(1, ...LOWER), 2);
  const cells = narrow.cells.filter(({ column }) => column > 0).map((cell) => ({ ...cell, column: cell.column - 1 }));
  const grids = joined(gridOf(table(2, ...UPPER), 1), { ...narrow, columnCount: 5, cells });
  expect(grids.map(read)).toEqual(WHOLE.map(read));
});

test('a line that ends a merged label too early makes no row of its own', () => {
  const split = [...LOWER.map((cell) => (cell.column === 1 ? cell : { ...cell, rowSpan: 2 })), group(1, 1, 1, '')];
  const grids = joined(gridOf(table(2, ...UPPER), 1), gridOf(table(2, ...split), 2));
  expect(grids.map(read)).toEqual(WHOLE.map(read));
});

test('a blank cell among figures keeps its row', () => {
  const figures = [
    group(0, 0, 2, '甲'),
    ...row(0, '规章', 1, 2).map((cell) => (cell.column === 4 ? { ...cell, rowSpan: 1 } : cell)),
  ];
  const [grid] = joined(gridOf(table(2, ...figures, { row: 1, column: 4, rowSpan: 1, columnSpan: 1, text: '' }), 1));
  expect(grid?.rowCount).toBe(2);
});
