import { expect, test } from 'vitest';
import { completeFigures } from '../../../parsers/figures/complete-figures.ts';
import type { Figure } from '../../../parsers/figures/figure.ts';

const PLACE = { page: 2, boxes: [[0, 0, 1, 1] as [number, number, number, number]] };
const lineAt = (foot: number) => ({ words: [{ text: '1', box: [0, foot - 1, 1, foot] as const }] });
const PAGES = [{ page: 2, width: 100, height: 100, lines: [lineAt(1), lineAt(90)] }];
const figure = (changed: Partial<Figure>): Figure => ({
  value: 7,
  state: 'stated',
  raw: '7',
  where: PLACE,
  notes: [],
  doubtful: false,
  ...changed,
});
const byLines = figure({ value: 12, raw: '12', notes: ['aligned-without-rulings'], doubtful: true });
const missing = figure({ value: null, state: 'missing', raw: null, where: null, notes: ['row-not-found'] });
const completed = (first: Figure, second: Figure) =>
  completeFigures({ 't3.granted.total': first }, { 't3.granted.total': second }, PAGES)['t3.granted.total'];

test('a figure that was found keeps its value', () => {
  expect(completed(figure({}), byLines)).toMatchObject({ value: 7, doubtful: false });
  expect(completed(figure({ value: null, state: 'blank', raw: '' }), byLines)).toMatchObject({ state: 'blank' });
});

test('a figure that is missing or unreadable is taken from the lines, in doubt', () => {
  const unreadable = figure({ value: null, state: 'unreadable', notes: ['row-cut-unclear'], doubtful: true });
  for (const lacking of [missing, unreadable]) {
    expect(completed(lacking, byLines)).toMatchObject({ value: 12, state: 'stated', doubtful: true });
  }
});

test('what the lines are not sure of is not taken', () => {
  const spaced = figure({ notes: ['aligned-without-rulings', 'space-in-number'], doubtful: true });
  expect(completed(missing, spaced)).toBe(missing);
  expect(completed(missing, missing)).toBe(missing);
});

test('two values for one figure are not decided by the lines', () => {
  const twice = figure({ value: null, state: 'unreadable', notes: ['found-twice'], doubtful: true });
  expect(completed(twice, byLines)).toBe(twice);
});

test('a figure on the last lines of a page may go on on the next, and is not taken', () => {
  const atFoot = { ...byLines, where: { page: 2, boxes: [[0, 88, 1, 89] as [number, number, number, number]] } };
  expect(completed(missing, atFoot)).toBe(missing);
});

test('of a page printed sideways the foot is its right edge, or its left one', () => {
  const upwards = (x: number) => ({
    words: [
      { text: '1', box: [x - 1, 90, x, 91] as const },
      { text: '2', box: [x - 1, 10, x, 11] as const },
    ],
  });
  const page = { page: 2, width: 100, height: 100, lines: [upwards(10), upwards(50), upwards(90)] };
  const at = (x: number): Figure => ({ ...byLines, where: { page: 2, boxes: [[x - 1, 10, x, 11]] } });
  const from = (other: Figure) =>
    completeFigures({ 't3.granted.total': missing }, { 't3.granted.total': other }, [page])['t3.granted.total'];
  expect(from(at(90))).toBe(missing);
  expect(from(at(50))).toMatchObject({ value: 12 });
});
