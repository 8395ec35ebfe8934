import { describe, expect, test } from 'vitest';
import type { Block, Box, Cell, Grid } from '../../../../parsers/document/document.ts';
import { joinOverPages } from '../../../../parsers/tables/join-over-pages.ts';
import { gridOf, line, type PlainCell, pdfOf } from './cut-table.ts';

type Row = readonly (string | readonly [text: string, columns: number])[];

/** A grid on a page from the texts of its rows; a pair takes several columns. */
function page(number: number, rows: readonly Row[], left = 80, scale = 1): Grid {
  const cells = rows.flatMap((texts, row) => {
    let column = 0;
    return texts.map((entry): PlainCell => {
      const [text, columnSpan] = typeof entry === 'string' ? [entry, 1] : entry;
      const cell = { row, column, rowSpan: 1, columnSpan, text };
      column += columnSpan;
      return cell;
    });
  });
  const columns = Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan));
  return gridOf({ widths: Array(columns).fill(1), rowCount: rows.length, cells }, number, left, scale);
}

const joined = (...blocks: Block[]) =>
  joinOverPages(pdfOf(blocks)).blocks.filter((block): block is Grid => block.kind === 'grid');

const texts = (grid: Grid | undefined, row: number) =>
  grid?.cells.filter((cell) => cell.row === row).map(({ text }) => text);
const codes = (cell: Cell | undefined) => cell?.notes.map(({ code }) => code);
const at = (grid: Grid | undefined, row: number, column: number) =>
  grid?.cells.find((cell) => cell.row === row && cell.column === column);

const SECRET: Row = ['（三）不予公开', '1.属于国家秘密', '1', '2', '3'];
const FORBIDDEN: Row = ['', '2.其他法律行政法规禁止公开', '4', '5', '6'];

describe('what is joined', () => {
  test('a .docx stays as it is', () => {
    const document = { ...pdfOf([page(1, [SECRET]), page(2, [FORBIDDEN])]), format: 'docx' as const };
    expect(joinOverPages(document)).toBe(document);
  });

  test('two whole rows stay two, and the merged label beside them becomes one cell', () => {
    const [grid, ...others] = joined(page(1, [SECRET]), page(2, [FORBIDDEN]));
    expect(others).toEqual([]);
    expect(texts(grid, 1)).toEqual(FORBIDDEN.slice(1));
    const group = at(grid, 0, 0);
    expect(group).toMatchObject({ text: '（三）不予公开', rowSpan: 2, where: { page: 1 } });
    expect(group && 'boxes' in group.where && group.where.boxes.length).toBe(2);
    expect(codes(group)).toEqual(['cut-by-page']);
  });

  test.each([
    ['cut in its text', '（三）不', '予公开'],
    ['repeated', '（三）不予公开', '（三）不予公开'],
    ['on the second page only', '', '（三）不予公开'],
  ])('a merged label %s', (_, above, below) => {
    const [grid] = joined(page(1, [[above, ...SECRET.slice(1)]]), page(2, [[below, ...FORBIDDEN.slice(1)]]));
    expect(at(grid, 0, 0)).toMatchObject({ text: '（三）不予公开', rowSpan: 2 });
  });

  test('labels of two groups stay two', () => {
    const other: Row = ['（四）无法提供', '1.本机关不掌握相关政府信息', '4', '5', '6'];
    const [grid] = joined(page(1, [SECRET]), page(2, [other]));
    expect([at(grid, 0, 0)?.text, at(grid, 1, 0)?.text]).toEqual([SECRET[0], other[0]]);
  });

  test('over three pages, past blank lines, shifted sideways', () => {
    const last: Row = ['', '3.危及“三安全一稳定”', '7', '8', '9'];
    const grids = joined(page(1, [SECRET]), line(' '), page(2, [FORBIDDEN], 95), page(3, [last]));
    expect(grids).toHaveLength(1);
    expect(grids[0]?.rowCount).toBe(3);
    expect(at(grids[0], 0, 0)?.rowSpan).toBe(3);
  });

  test.each([
    ['a paragraph stands between', [page(1, [SECRET]), line('注：本表单位为件。'), page(2, [FORBIDDEN])]],
    ['a page lies between', [page(1, [SECRET]), page(3, [FORBIDDEN])]],
    ['they stand on one page', [page(1, [SECRET]), page(1, [FORBIDDEN])]],
    ['they are not as wide', [page(1, [SECRET]), page(2, [FORBIDDEN], 80, 0.8)]],
    ['their columns differ', [page(1, [SECRET]), page(2, [['甲', '乙', '1', '2', '3', '4', '5', '6']])]],
  ])('not when %s', (_, blocks) => {
    expect(joined(...blocks)).toHaveLength(2);
  });

  test('not with a table that begins with the header of another', () => {
    const table3: readonly Row[] = [
      ['', '自然人', '商业企业', '科研机构', '法律服务机构'],
      ['一、本年新收政府信息公开申请数量', '1', '2', '3', '4'],
    ];
    const table4: readonly Row[] = [
      ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
      ['1', '2', '3', '4', '10'],
    ];
    expect(joined(page(1, table3), page(2, table4))).toHaveLength(2);
  });

  test('a header that the second page repeats is dropped', () => {
    const header: Row = [['', 2], '自然人', '商业企业', '总计'];
    const [grid] = joined(page(1, [header, SECRET]), page(2, [header, FORBIDDEN]));
    expect(grid?.rowCount).toBe(3);
    expect(texts(grid, 2)).toEqual(FORBIDDEN.slice(1));
  });
});

describe('a row that the page cuts', () => {
  const pieces = (above: Row, below: Row) => joined(page(1, [above]), page(2, [below]))[0];

  test.each<[string, Row, Row]>([
    ['in its label', ['（三）不予公开', '1.属于国家', '1', '2', '3'], ['', '秘密', '', '', '']],
    ['above its figures', ['（三）不予公开', '1.属于国家秘密', '', '', ''], ['', '', '1', '2', '3']],
    ['below its figures', ['', '', '1', '2', '3'], ['（三）不予公开', '1.属于国家秘密', '', '', '']],
    ['between its figures', ['（三）不予公开', '1.属于国家', '1', '', '3'], ['', '秘密', '', '2', '']],
    ['and nothing is left below', SECRET, ['', '', '', '', '']],
  ])('%s', (_, above, below) => {
    const grid = pieces(above, below);
    expect(grid?.rowCount).toBe(1);
    expect(texts(grid, 0)).toEqual(SECRET);
    expect(grid?.cells.flatMap(codes)).not.toContain('figure-cut-by-page');
  });

  test('digits on both sides are put together and doubted', () => {
    const grid = pieces(['（三）不予公开', '1.属于国家', '39857', '2', '3'], ['', '秘密', '58', '', '']);
    expect(at(grid, 0, 2)?.text).toBe('3985758');
    expect(codes(at(grid, 0, 2))).toEqual(['figure-cut-by-page']);
    expect(codes(at(grid, 0, 3))).toEqual(['cut-by-page']);
  });

  test('digits that their font does not name are those of a figure, and no label', () => {
    const [grid] = joined(
      page(1, [['', '', '8902', '\uFFFD15\uFFFD', '34']]),
      page(2, [['', '1.属于国家秘密', '8', '9', '1']]),
    );
    const figures = grid?.cells.filter(({ column, row }) => column >= 2 && row === 0) ?? [];
    expect(figures).toHaveLength(3);
    expect(figures.every(({ notes }) => notes.length > 0)).toBe(true);
  });

  test('two numbers that are no one number are never made one', () => {
    const grid = pieces(SECRET, ['', '', '0', '-4', '7']);
    expect(texts(grid, 0)).toEqual(SECRET);
    const figures = grid?.cells.filter(({ column }) => column >= 2) ?? [];
    expect(figures).toHaveLength(6);
    expect(figures.every((cell) => codes(cell)?.includes('row-cut-unclear'))).toBe(true);
  });

  test('rows that the forms do not know stay two and are doubted', () => {
    const grid = pieces(['甲', '其中某类事项', '1', '', '3'], ['乙', '另外某类事项', '', '5', '']);
    expect(grid?.rowCount).toBe(2);
    expect(codes(at(grid, 0, 3))).toContain('row-cut-unclear');
    expect(codes(at(grid, 1, 2))).toContain('row-cut-unclear');
  });

  test('past a footnote the pieces stay apart and are doubted', () => {
    const above: Row = ['（三）不予公开', '1.属于国家秘密', '', '', ''];
    const [first, second] = joined(page(1, [above]), line('注：含区县。'), page(2, [['', '', '1', '2', '3']]));
    expect(codes(at(first, 0, 2))).toContain('row-cut-unclear');
    expect(codes(at(second, 0, 2))).toContain('row-cut-unclear');
  });

  test('whole rows past a footnote are not doubted', () => {
    const grids = joined(page(1, [SECRET]), line('注：含区县。'), page(2, [FORBIDDEN]));
    expect(grids.flatMap(({ cells }) => cells.flatMap(codes))).toEqual([]);
  });
});

describe('a table printed sideways', () => {
  const PAGE = { width: 595, height: 842 };
  /** The page as it lies when its text runs up, upside down, or down. */
  const TURNS: Record<string, (box: Box) => Box> = {
    up: ([x0, y0, x1, y1]) => [y0, PAGE.width - x1, y1, PAGE.width - x0],
    'upside down': ([x0, y0, x1, y1]) => [PAGE.width - x1, PAGE.height - y1, PAGE.width - x0, PAGE.height - y0],
    down: ([x0, y0, x1, y1]) => [PAGE.height - y1, x0, PAGE.height - y0, x1],
  };
  const turn = (grid: Grid, way: string): Grid => ({
    ...grid,
    cells: grid.cells.map((cell): Cell => {
      if (!('page' in cell.where)) return cell;
      const boxes = cell.where.boxes.map((box) => TURNS[way]?.(box) ?? box);
      return { ...cell, where: { ...cell.where, boxes } };
    }),
  });

  test.each(Object.keys(TURNS))('that runs %s is joined where the page cuts a number', (way) => {
    const above = page(1, [SECRET, ['', '5.属于三类内', '27', '2728', '3']]);
    const below = page(2, [['', '部事务信息', '', '859', '']]);
    const [grid, ...others] = joined(turn(above, way), turn(below, way));
    expect(others).toEqual([]);
    expect(texts(grid, 1)).toEqual(['', '5.属于三类内部事务信息', '27', '2728859', '3']);
    expect(codes(at(grid, 1, 3))).toEqual(['figure-cut-by-page']);
  });

  test.each(Object.keys(TURNS))('that runs %s is doubted behind a footnote', (way) => {
    const above = page(1, [['（三）不予公开', '1.属于国家秘密', '', '', '']]);
    const below = page(2, [['', '', '1', '2', '3']]);
    const grids = joined(turn(above, way), line('注：含区县。'), turn(below, way));
    expect(grids.map((grid) => codes(at(grid, 0, 2)))).toEqual([['row-cut-unclear'], ['row-cut-unclear']]);
  });
});

test('the border that the break leaves open is no doubt once the parts are joined', () => {
  const open = (grid: Grid): Grid => ({
    ...grid,
    cells: grid.cells.map((cell) => ({ ...cell, notes: [{ code: 'border-unclear' as const }] })),
  });
  const [grid] = joined(open(page(1, [SECRET])), open(page(2, [FORBIDDEN])));
  expect(grid?.cells.flatMap(codes)).not.toContain('border-unclear');
});

test('a table of 500 rows, or of ten thousand columns, is left in parts', () => {
  const pages = Array.from({ length: 5 }, (_, at) => page(at + 1, Array(100).fill(FORBIDDEN)));
  expect(joined(...pages).reduce((rows, { rowCount }) => rows + rowCount, 0)).toBe(500);
  const cells = page(1, [SECRET]).cells.slice(0, 1);
  const wide: Grid = { kind: 'grid', rowCount: 1, columnCount: 10_000, cells, notes: [] };
  expect(joined(wide, page(2, [FORBIDDEN]))).toHaveLength(2);
});

describe('damaged labels on both sides of a break', () => {
  const above: Row = ['（五）不予处理', '２．重复申', '0', '1', '3'];
  const doubted = (below: Row) =>
    joined(page(1, [above]), page(2, [below])).flatMap(({ cells }) =>
      cells.filter((cell) => codes(cell)?.includes('row-cut-unclear')),
    );

  test('a label that begins with its number begins a row', () => {
    expect(doubted(['', '３．要求提供公', '0', '0', '5'])).toEqual([]);
  });

  test('one without a number may be the rest of the row above', () => {
    expect(doubted(['', '要求提供公', '0', '0', '5'])).not.toEqual([]);
  });
});

describe('a header that the page cuts and the next one prints again', () => {
  const WHOLE: readonly Row[] = [['信息内容', '上一年项目数量', '本年增/减', '处理决定数量']];
  const LICENSING: Row = ['行政许可', '1', '2', '3'];

  test('only the whole one is left, without the rest of the cut one', () => {
    const [grid, ...others] = joined(
      page(1, [['信息', '上一年项', '', '处理决']]),
      page(2, [...WHOLE, ['内容', '目数量', '本年增/减', '定数量'], LICENSING]),
    );
    expect(others).toEqual([]);
    expect([0, 1].map((row) => texts(grid, row))).toEqual([WHOLE[0], LICENSING]);
    expect(grid?.rowCount).toBe(2);
  });

  test('a row of figures behind it stays, however much it looks like the rest', () => {
    const figures: Row = ['内容', '', '2', ''];
    const [grid] = joined(page(1, [['信息', '上一年项', '', '处理决']]), page(2, [...WHOLE, figures, LICENSING]));
    expect(texts(grid, 1)).toEqual(figures);
  });

  test('what stands above the cut header stays', () => {
    const above: Row = ['规章', '1', '0', '12'];
    const [grid] = joined(page(1, [above, ['信息', '上一年项', '', '处理决']]), page(2, [...WHOLE, LICENSING]));
    expect(texts(grid, 0)).toEqual(above);
  });
});

describe('a row whose label stands behind the break, beside the label of its group', () => {
  const cells = (
    rows: readonly (readonly [row: number, column: number, rowSpan: number, columnSpan: number, text: string])[],
  ) => rows.map(([row, column, rowSpan, columnSpan, text]): PlainCell => ({ row, column, rowSpan, columnSpan, text }));
  const widths = [1, 1, 3, 1, 1];
  const upper = gridOf(
    {
      widths,
      rowCount: 2,
      cells: cells([
        [0, 0, 2, 1, ''],
        [0, 1, 2, 1, '（五）不予处理'],
        [0, 2, 1, 1, '1.信访举报投诉类申请'],
        [0, 3, 1, 1, '978'],
        [0, 4, 1, 1, '978'],
        [1, 2, 1, 1, ''],
        [1, 3, 1, 1, '19'],
        [1, 4, 1, 1, ''],
      ]),
    },
    1,
  );
  /** Without a frame nothing bounds the first column before the last row. */
  const lower = (label: string, figures: readonly [string, string]) =>
    gridOf(
      {
        widths,
        rowCount: 2,
        cells: cells([
          [0, 1, 1, 1, ''],
          [0, 2, 1, 1, label],
          [0, 3, 1, 1, figures[0]],
          [0, 4, 1, 1, figures[1]],
          [1, 0, 1, 3, '四、结转下年度继续办理'],
          [1, 3, 1, 1, '0'],
          [1, 4, 1, 1, '0'],
        ]),
      },
      2,
    );

  test('its figures are put together, or left in doubt', () => {
    const [grid] = joined(upper, lower('2.重复申请', ['90', '7']));
    const figures = grid?.cells.filter(({ text }) => ['19', '90', '1990', '7'].includes(text)) ?? [];
    expect(figures.length).toBeGreaterThan(1);
    for (const figure of figures) {
      const isWhole =
        figure.text === '1990' || (figure.text === '7' && figure.row === 1 && !texts(grid, 2)?.includes('7'));
      expect(isWhole || codes(figure)?.includes('row-cut-unclear'), figure.text).toBe(true);
    }
  });
});
