import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOUNDS, findSuspects } from '../../../checks/suspects/find-suspects.ts';
import { figuresOf } from '../../../forms/catalogue.ts';
import type { FigureId } from '../../../forms/form.ts';
import type { Figures } from '../../../parsers/figures/figure.ts';
import { derive } from '../../dresses/arbitrary.ts';
import { stated, UNREADABLE } from '../readings.ts';
import { bruteForce, setKey } from './brute-force.ts';
import { SMALL_TABLE } from './small-table.ts';

const CELLS = figuresOf(SMALL_TABLE).map(({ id }) => id);
const LARGEST_SET = 3;

/** A table whose sums hold, with up to three cells changed and up to six unreadable. */
const brokenTable: fc.Arbitrary<Figures> = fc
  .record({
    leaves: fc.array(fc.constantFrom(0, 0, 1, 2, 5, 12), { minLength: CELLS.length, maxLength: CELLS.length }),
    changed: fc.array(fc.tuple(fc.constantFrom(...CELLS), fc.constantFrom(0, 1, 2, 3, 7, 20)), {
      minLength: 1,
      maxLength: LARGEST_SET,
    }),
    unreadable: fc.oneof(fc.constant([]), fc.subarray(CELLS, { maxLength: 6 })),
  })
  .map(({ leaves, changed, unreadable }) => {
    const drawn = Object.fromEntries(CELLS.map((id, at) => [id, leaves[at] ?? 0])) as Record<FigureId, number>;
    const values: Record<FigureId, number> = { ...derive(drawn, SMALL_TABLE.sums), ...Object.fromEntries(changed) };
    const unread = new Set<string>(unreadable);
    return Object.fromEntries(CELLS.map((id) => [id, unread.has(id) ? UNREADABLE : stated(values[id] ?? 0)]));
  });

/** The sets of all components put together, without the larger ones that a swap explains. */
function foundSets(figures: Figures): string[] {
  const { components } = findSuspects(
    { forms: [SMALL_TABLE], figures },
    { ...BOUNDS, listed: Number.POSITIVE_INFINITY },
  );
  const together = components.reduce<{ figure: string; value: number }[][]>(
    (before, { suspects }) => {
      const smallest = Math.min(...suspects.map(({ changes }) => changes.length));
      const sets = suspects.filter(({ changes }) => changes.length === smallest);
      return before.flatMap((set) => sets.map(({ changes }) => [...set, ...changes]));
    },
    [[]],
  );
  return together.map(setKey).sort();
}

test('the smallest sets are those that trying every set finds', () => {
  let broken = 0;
  let several = 0;
  fc.assert(
    fc.property(brokenTable, (figures) => {
      const expected = bruteForce(SMALL_TABLE, figures, LARGEST_SET);
      // Where sums share no cell each may need up to three cells, which is more than is tried.
      if (expected.length === 0) return;
      expect(foundSets(figures)).toEqual(expected);
      if (expected[0] !== '') broken++;
      if (expected.length > 1) several++;
    }),
    { seed: 7, numRuns: 1500 },
  );
  console.log(`sets found as by trying all: ${broken} broken tables, ${several} with more than one smallest set`);
  expect(broken).toBeGreaterThan(1000);
});
