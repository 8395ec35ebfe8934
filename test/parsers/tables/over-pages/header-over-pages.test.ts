import { describe, expect, test } from 'vitest';
import type { Grid } from '../../../../parsers/document/document.ts';
import { joinOverPages } from '../../../../parsers/tables/join-over-pages.ts';
import { gridOf, type PlainCell, pdfOf } from './cut-table.ts';

// A browser that is told to part no row may print one row a page: then each row of a header stands on a page of its own,
// and of the labels that take several rows nothing is drawn beside the others, or one blank cell for all of them.

type Entry = readonly [column: number, columnSpan: number, text: string];

/** A row of a table of so many columns, on a page of its own; what no entry covers is not drawn. */
function rowOnPage(number: number, columns: number, entries: readonly Entry[]): Grid {
  const cells = entries.map(([column, columnSpan, text]): PlainCell => {
    return { row: 0, column, rowSpan: 1, columnSpan, text };
  });
  return gridOf({ widths: Array(columns).fill(1), rowCount: 1, cells }, number);
}

const each = (from: number, texts: readonly string[]) => texts.map((text, at): Entry => [from + at, 1, text]);

function joined(...pages: Grid[]): Grid[] {
  return joinOverPages(pdfOf(pages)).blocks.filter((block): block is Grid => block.kind === 'grid');
}

const shape = (grid: Grid | undefined) =>
  grid?.cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text]);

const KINDS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const NUMBERS = ['1', '2', '3', '4', '5', '6', '21'];

describe('a header with one row on each page', () => {
  const corner: Entry = [0, 1, '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'];
  const first = rowOnPage(1, 8, [corner, [1, 7, '申请人情况']]);
  const second = rowOnPage(2, 8, [
    [1, 1, '自然人'],
    [2, 5, '法人或其他组织'],
    [7, 1, '总计'],
  ]);
  const figures = rowOnPage(4, 8, [[0, 1, '一、本年新收政府信息公开申请数量'], ...each(1, NUMBERS)]);

  test('of table 3 is one, though its last row has neither the columns to the left nor those to the right', () => {
    const [grid, ...others] = joined(first, second, rowOnPage(3, 8, each(2, KINDS)), figures);
    expect(others).toEqual([]);
    expect(shape(grid)).toEqual([
      [0, 0, 3, 1, corner[2]],
      [0, 1, 1, 7, '申请人情况'],
      [1, 1, 2, 1, '自然人'],
      [1, 2, 1, 5, '法人或其他组织'],
      [1, 7, 2, 1, '总计'],
      ...KINDS.map((kind, at) => [2, 2 + at, 1, 1, kind]),
      [3, 0, 1, 1, '一、本年新收政府信息公开申请数量'],
      ...NUMBERS.map((text, at) => [3, 1 + at, 1, 1, text]),
    ]);
  });

  test('of table 4 is one, though one blank cell stands for five labels', () => {
    const [grid, ...others] = joined(
      rowOnPage(1, 15, [
        [0, 5, '行政复议'],
        [5, 10, '行政诉讼'],
      ]),
      rowOnPage(2, 15, [...each(0, OUTCOMES), [5, 5, '未经复议直接起诉'], [10, 5, '复议后起诉']]),
      rowOnPage(3, 15, [[0, 5, ''], ...each(5, OUTCOMES), ...each(10, OUTCOMES)]),
      rowOnPage(4, 15, each(0, [...'012345678901234'])),
    );
    expect(others).toEqual([]);
    expect(shape(grid)).toEqual([
      [0, 0, 1, 5, '行政复议'],
      [0, 5, 1, 10, '行政诉讼'],
      ...OUTCOMES.map((outcome, at) => [1, at, 2, 1, outcome]),
      [1, 5, 1, 5, '未经复议直接起诉'],
      [1, 10, 1, 5, '复议后起诉'],
      ...OUTCOMES.map((outcome, at) => [2, 5 + at, 1, 1, outcome]),
      ...OUTCOMES.map((outcome, at) => [2, 10 + at, 1, 1, outcome]),
      ...[...'012345678901234'].map((text, at) => [3, at, 1, 1, text]),
    ]);
  });

  test.each([
    ['figures', ['1', '2', '3', '4', '5']],
    ['words that no form has', ['甲', '乙', '丙', '丁', '戊']],
    ['labels of rows', ['规章', '行政许可', '行政处罚', '行政强制', '行政事业性收费']],
  ])('takes no row of %s for its own that is narrower than the table', (_, texts) => {
    expect(joined(first, second, rowOnPage(3, 8, each(2, texts)))).toHaveLength(2);
  });

  test('takes no labels that lie across the edges of those above', () => {
    const across = rowOnPage(3, 8, [
      [0, 2, '商业企业'],
      [2, 3, '科研机构'],
      [5, 3, '社会公益组织'],
    ]);
    const grids = joined(first, second, across);
    expect(
      grids.some(({ cells }) => ['自然人', '商业企业'].every((text) => cells.some((cell) => cell.text === text))),
    ).toBe(false);
  });
});
