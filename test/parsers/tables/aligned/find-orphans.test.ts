import { expect, test } from 'vitest';
import type { ReadRow } from '../../../../parsers/tables/aligned/band-row.ts';
import { withoutDoubtful } from '../../../../parsers/tables/aligned/find-orphans.ts';
import type { FlowWord } from '../../../../parsers/tables/aligned/flow.ts';

const EM = 12;
const COLUMNS = [300, 400];

function word(text: string, x0: number, middle: number): FlowWord {
  const [x1, top, bottom] = [x0 + 20, middle - EM / 2, middle + EM / 2];
  return {
    text,
    page: 1,
    box: [x0, top, x1, bottom],
    x0,
    x1,
    top,
    bottom,
    middle,
    line: 0,
    isValue: true,
    isRepeated: false,
  };
}

const row = (at: number, middle: number, texts: readonly string[]): ReadRow => ({
  row: at,
  label: [word('标签', 100, middle)],
  top: middle,
  bottom: middle,
  left: 200,
  cells: new Map(texts.map((text, k) => [k, text === '' ? [] : [word(text, COLUMNS[k] ?? 0, middle)]])),
});

const header = {
  stacks: COLUMNS.map((x0, column) => ({ text: '', words: [], x0, x1: x0 + 20, column })),
  likeness: 1,
  top: 0,
};

test('the rest of a wrapped number that was taken for the next row leaves neither row certain of that column', () => {
  const rows = [row(0, 100, ['303', '629']), row(1, 140, ['616', '114']), row(2, 200, ['856', '146'])];
  // 303 goes on below; the next row has it among its words.
  const read = withoutDoubtful(rows, [], [[], [word('9', 300, 115)], []], { header, em: EM });
  expect(read.map(({ cells }) => [...cells.keys()])).toEqual([[1], [0, 1], [0, 1]]);
});

test('figures that are level with two rows leave no blank of either certain', () => {
  // The label of the blank row has a piece of the next group's label among its words, and ends where the next one stands.
  const blank = { ...row(0, 100, ['', '']), bottom: 140 };
  const read = withoutDoubtful(
    [blank, row(1, 140, ['', '']), row(2, 180, ['', '146'])],
    [word('4862', 300, 140)],
    [[], [], []],
    { header, em: EM },
  );
  expect(read.map(({ cells }) => [...cells.keys()])).toEqual([[], [], [0, 1]]);
});
