import { expect, test } from 'vitest';
import type { Figure } from '../../parsers/figures/figure.ts';
import type { TrueFigure } from './dresses/pdf-dress.ts';
import { compareReading } from './run/compare.ts';

const ID = 't3.granted.total';
const read = (state: Figure['state'], value: number | null = null, doubtful = false): Figure => ({
  state,
  value,
  raw: value === null ? null : String(value),
  where: null,
  notes: [],
  doubtful,
});
const verdictOn = (meant: TrueFigure, figure: Figure | undefined, id = ID) => {
  const truth = new Map([[ID, meant]] as const);
  const { found, lost, wrong } = compareReading(
    { truth, refusals: [] },
    { readable: true, figures: figure ? { [id]: figure } : {} },
  );
  return { found, lost: lost.length, wrong: wrong.length };
};

const SEVEN: TrueFigure = { state: 'stated', value: 7 };
const BLANK: TrueFigure = { state: 'blank', value: null };
const UNREADABLE: TrueFigure = { state: 'unreadable', value: null };
const FOUND = { found: 1, lost: 0, wrong: 0 };
const LOST = { found: 0, lost: 1, wrong: 0 };
const WRONG = { found: 0, lost: 0, wrong: 1 };

test.each([
  ['the same value', SEVEN, read('stated', 7), FOUND],
  ['another value', SEVEN, read('stated', 71), WRONG],
  ['another value with doubt', SEVEN, read('stated', 71, true), WRONG],
  ['blank for a value', SEVEN, read('blank'), WRONG],
  ['a value for blank', BLANK, read('stated', 0), WRONG],
  ['dash for blank', BLANK, read('dash'), WRONG],
  ['missing for a value', SEVEN, read('missing'), LOST],
  ['nothing at all', SEVEN, undefined, LOST],
  ['unreadable for a value', SEVEN, read('unreadable'), LOST],
  ['a value where nobody can tell', UNREADABLE, read('stated', 7), WRONG],
  ['blank where nobody can tell', UNREADABLE, read('blank'), WRONG],
  ['missing where nobody can tell', UNREADABLE, read('missing'), FOUND],
] as const)('%s', (_, meant, figure, verdict) => {
  expect(verdictOn(meant, figure)).toEqual(verdict);
});

test('a figure of the other form is wrong beside what was lost', () => {
  expect(verdictOn(SEVEN, read('stated', 7), 't3.other.total')).toEqual({ found: 0, lost: 1, wrong: 1 });
});

test('a refusal is right only where the dress allows it', () => {
  const truth = new Map([[ID, SEVEN]] as const);
  const reading = { readable: false, code: 'unreliable-text' } as const;
  expect(compareReading({ truth, refusals: ['unreliable-text'] }, reading)).toMatchObject({ found: 1, lost: [] });
  expect(compareReading({ truth, refusals: [] }, reading)).toMatchObject({ found: 0, wrong: [] });
});
