import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, evaluableSums } from '../../../checks/suspects/evaluable-sums.ts';
import { BOUNDS, findSuspects } from '../../../checks/suspects/find-suspects.ts';
import { smallestSets } from '../../../checks/suspects/smallest-sets.ts';
import { sumNetwork } from '../../../checks/suspects/sum-network.ts';
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

type Change = { readonly figure: string; readonly value: number };

/** One of each list with one of each other. */
const together = (lists: readonly (readonly (readonly Change[])[])[]): string[] =>
  lists
    .reduce<Change[][]>((before, sets) => before.flatMap((set) => sets.map((more) => [...set, ...more])), [[]])
    .map(setKey)
    .sort();

function searched(figures: Figures): string[] {
  const network = sumNetwork(evaluableSums([SMALL_TABLE], figures));
  if (!network) throw new Error('not a network');
  const value = (cell: FigureId) => counted(figures, cell);
  const broken = network.parts.filter((part) => part.some((node) => network.needs[node] !== 0));
  return together(
    broken.map((part) => {
      const sets = smallestSets(network, part, value, BOUNDS, { steps: BOUNDS.steps });
      if (sets === 'bound') throw new Error('a bound was reached');
      return sets.map((set) => set.map(({ cell, by }) => ({ figure: cell, value: value(cell) + by })));
    }),
  );
}

/** The suspects of all components put together, without the larger sets that a swap explains; nothing where none is named. */
function named(figures: Figures): string[] | undefined {
  const all = { ...BOUNDS, listed: Number.POSITIVE_INFINITY };
  const { components } = findSuspects({ forms: [SMALL_TABLE], figures }, all);
  if (components.some(({ suspects }) => suspects.length === 0)) return undefined;
  return together(
    components.map(({ suspects }) => {
      const sets = suspects.map(({ changes }) => changes);
      return sets.filter((set) => set.length === Math.min(...sets.map(({ length }) => length)));
    }),
  );
}

test('the smallest sets are those that trying every set finds', () => {
  let broken = 0;
  let several = 0;
  let unnamed = 0;
  fc.assert(
    fc.property(brokenTable, (figures) => {
      const expected = bruteForce(SMALL_TABLE, figures, LARGEST_SET);
      // Where sums share no cell each may need up to three cells, which is more than is tried.
      if (expected.length === 0) return;
      expect(searched(figures)).toEqual(expected);
      const suspects = named(figures);
      if (suspects) expect(suspects).toEqual(expected);
      else unnamed++;
      if (expected[0] !== '') broken++;
      if (expected.length > 1) several++;
    }),
    { seed: 7, numRuns: 1500 },
  );
  console.log(
    `sets found as by trying all: ${broken} broken tables, ${several} with more than one smallest set, ${unnamed} without suspects`,
  );
  expect(broken).toBeGreaterThan(1000);
  expect(unnamed).toBeLessThan(broken / 10);
}, 120_000);
