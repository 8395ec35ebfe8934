import { expect, test } from 'vitest';
import { tableForm } from '../../../forms/catalogue.ts';
import type { Box, Cell, Grid } from '../../../parsers/document/document.ts';
import { fitTable } from '../../../parsers/tables/fit-table.ts';
import { viewGrid } from '../../../parsers/tables/grid-view.ts';

/** One row of cells: labels from 0 to 100, then columns of 20. */
function rowOf(page: number, texts: readonly string[], left: readonly number[]): Grid {
  const cells = texts.map((text, column): Cell => {
    const box: Box = [left[column] ?? 0, 10, left[column + 1] ?? 0, 30];
    return { row: 0, column, rowSpan: 1, columnSpan: 1, text, where: { page, boxes: [box] }, notes: [] };
  });
  return { kind: 'grid', rowCount: 1, columnCount: texts.length, cells, notes: [] };
}

const HEADER = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const EDGES = [0, 100, 120, 140, 160, 180, 200, 220, 240];
const FIGURES = ['一、本年新收政府信息公开申请数量', '1', '2', '3', '4', '5', '6', '21'];

const read = (edges: readonly number[]) => {
  const views = [rowOf(1, HEADER, EDGES), rowOf(2, FIGURES, edges)].map((grid) => viewGrid(grid));
  return fitTable(views, tableForm('2021', 't3')).cells.get('t3.new_received.natural_person')?.cell.text;
};

test('as many cells under a header of the page before are its columns', () => {
  expect(read(EDGES)).toBe('1');
});

test('wherever the table stands across its page', () => {
  expect(read(EDGES.map((x) => x + 30))).toBe('1');
});

test('not where each stands under the next column: the table fell apart', () => {
  expect(read([0, 80, 100, 120, 140, 160, 180, 200, 220])).toBeUndefined();
});
