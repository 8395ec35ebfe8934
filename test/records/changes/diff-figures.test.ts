import { expect, test } from 'vitest';
import { figuresOf, TABLE_IDS, tableForm } from '../../../forms/catalogue.ts';
import type { Figure } from '../../../parsers/figures/figure.ts';
import { diffFigures } from '../../../records/changes/diff-figures.ts';

/** What EventBridge takes in every region, less what an event says besides its diff. */
const MOST_BYTES = 200_000;

const cell = (raw: string): Figure => ({
  value: null,
  state: 'unreadable',
  raw,
  where: null,
  notes: [],
  doubtful: false,
});

test('an event stays small enough for any region though every cell became another page of text', () => {
  const ids = (['2019', '2021'] as const).map((form) =>
    TABLE_IDS.flatMap((table) => figuresOf(tableForm(form, table))),
  );
  for (const figures of ids) {
    const all = (text: string) => Object.fromEntries(figures.map(({ id }) => [id, cell(text.repeat(5_000))]));
    const diff = diffFigures(all('勾'), all('稽'));
    expect(diff).toHaveLength(figures.length);
    expect(Buffer.byteLength(JSON.stringify(diff))).toBeLessThan(MOST_BYTES);
  }
});

test('what differs in spaces around the same number is no difference', () => {
  const figure: Figure = { value: 3, state: 'stated', raw: '3', where: null, notes: [], doubtful: false };
  expect(diffFigures({ a: figure }, { a: { ...figure, raw: ' 3 ' } })).toEqual([]);
  expect(diffFigures({ a: figure }, { a: { ...figure, value: 4, raw: '4' } })).toEqual([
    { figure: 'a', before: { value: 3, state: 'stated', raw: '3' }, after: { value: 4, state: 'stated', raw: '4' } },
  ]);
});
