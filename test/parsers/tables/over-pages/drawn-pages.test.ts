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

test('a blank cell across the page below the last row, beside labels that go on, is no row', () => {
  const longer = UPPER.map((cell) => (cell.column < 2 ? { ...cell, rowSpan: 3 } : cell));
  const ground = { row: 2, column: 2, rowSpan: 1, columnSpan: 4, text: '' };
  const grids = joined(gridOf(table(3, ...longer, ground), 1), gridOf(table(1, ...LOWER), 2));
  expect(grids.map(read)).toEqual(WHOLE.map(read));
});

test('an empty page between two parts changes nothing', () => {
  const grids = [gridOf(table(2, ...UPPER), 1), gridOf(table(1, ...LOWER), 3)];
  const pageOf = (page: number, texts: readonly string[]) => ({
    page,
    width: 595,
    height: 842,
    lines: texts.map((text) => ({ words: [{ text, box: [0, 0, 1, 1] as const }] })),
  });
  const onPages = (between: readonly string[]) =>
    joinOverPages({ ...pdfOf(grids), pages: [pageOf(1, ['1']), pageOf(2, between), pageOf(3, ['1'])] }).blocks;
  expect((onPages([]) as readonly Grid[]).map(read)).toEqual(WHOLE.map(read));
  expect(onPages(['其他'])).toHaveLength(2);
});

test('columns of rows far from the break need not go on, where those of the last row do', () => {
  const cells = (row: number, texts: readonly string[], spans: readonly number[]): PlainCell[] => {
    let column = 0;
    return texts.map((text, k) => {
      const cell = { row, column, rowSpan: 1, columnSpan: spans[k] ?? 1, text };
      column += cell.columnSpan;
      return cell;
    });
  };
  const widths = Array<number>(12).fill(1);
  const upper = [
    ...cells(0, ['第二十条第（八）项', '', '', '', '', ''], [1, 2, 2, 2, 2, 3]),
    ...cells(1, ['', '', '', '', ''], [2, 2, 2, 2, 4]),
    ...cells(2, ['1.属于国家秘密', '1', '2', '3'], [4, 3, 2, 3]),
  ];
  const lower = cells(0, ['2.其他法律行政法规禁止公开', '4', '5', '6'], [4, 3, 2, 3]);
  expect(
    joined(gridOf({ widths, rowCount: 3, cells: upper }, 1), gridOf({ widths, rowCount: 1, cells: lower }, 2)),
  ).toHaveLength(1);
});
