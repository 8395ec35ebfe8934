import { expect, test } from 'vitest';
import type { Block, Cell, Document, Grid, Note } from '../../../../parsers/document/document.ts';
import { doubtFragments } from '../../../../parsers/tables/over-pages/doubt-fragments.ts';

const cell = (column: number, text: string, notes: readonly Note[] = []): Cell => ({
  row: 0,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  where: { page: 1, boxes: [[100 + column * 50, 100, 150 + column * 50, 120]] },
  notes,
});
const grid = (...cells: Cell[]): Grid => ({ kind: 'grid', rowCount: 1, columnCount: cells.length, cells, notes: [] });
const line = (text: string, x: number, page = 1): Block => ({
  kind: 'paragraph',
  text,
  notes: [],
  where: { page, boxes: [[x, 125, x + 60, 135]] },
});
const doubted = (...blocks: Block[]) => {
  const document: Document = { format: 'pdf', blocks, notes: [] };
  const grids = doubtFragments(document).blocks.filter((block) => block.kind === 'grid');
  return grids.flatMap(({ cells }) => cells.map(({ notes }) => notes.some(({ code }) => code === 'row-cut-unclear')));
};
const row = grid(cell(0, '规章'), cell(1, ''), cell(2, '7'));

test('numbers on a line of their own beside a grid make its blank cells doubtful', () => {
  expect(doubted(row, line('13 524', 120))).toEqual([false, true, false]);
  expect(doubted(line('13 524', 120), row)).toEqual([false, true, false]);
});

test.each([
  ['words', line('注：13 524', 120)],
  ['one number, such as that of a page', line('13', 120)],
  ['numbers outside of its width', line('13 524', 400)],
  ['numbers on another page', line('13 524', 120, 2)],
])('%s beside it do not', (_, other) => {
  expect(doubted(row, other)).toEqual([false, false, false]);
});

test('words printed over words make the blanks of the table doubtful, overprinted digits do not', () => {
  const over: Note[] = [{ code: 'overprinted' }];
  expect(doubted(grid(cell(0, '存在问题', over), cell(1, '')))).toEqual([false, true]);
  expect(doubted(grid(cell(0, '规章'), cell(1, '\ufffd', over), cell(2, '')))).toEqual([false, false, false]);
});
