import type { SumIdentity, TableForm } from '../../forms/form.ts';
import type { Figures } from '../../parsers/figures/figure.ts';
import type { Suspect } from '../finding.ts';
import { counted, type EvaluableSum, evaluableSums } from './evaluable-sums.ts';
import { type Evidence, explainSet, type Surroundings } from './explain-set.ts';
import { type Explained, explainedTogether, mendedBy } from './explained-together.ts';
import { areNeighbours, placesIn } from './places.ts';
import { rankSets, suspicionOf } from './rank-sets.ts';
import { type Bounds, type Budget, type Difference, smallestSets } from './smallest-sets.ts';
import { connectedParts, placesOf, type SumNetwork, sumNetwork } from './sum-network.ts';

export type { Evidence, Said } from './explain-set.ts';

export interface SuspectInput {
  readonly forms: readonly TableForm[];
  readonly figures: Figures;
  /** Values that are said of figures elsewhere: in the prose, in the report of the year before. */
  readonly evidence?: Evidence | undefined;
  /** What a second, independent reading found, as in `Reading`. */
  readonly again?: ReadonlyMap<string, number> | undefined;
}

/** Broken sums that must be explained together, and who may have done it. */
export interface SuspectComponent {
  readonly identities: readonly SumIdentity[];
  /** The likeliest first, `BOUNDS.listed` at most. None where a bound was reached. */
  readonly suspects: readonly Suspect[];
  readonly suspicion: 'told' | 'several' | 'cannot-be-told';
}

export interface SuspectSearch {
  readonly components: readonly SuspectComponent[];
}

/** Beyond the first three it cannot be told; the last is how many sets a list shows. */
export const BOUNDS: Bounds & { readonly listed: number } = { cells: 8, sets: 400, steps: 300_000, listed: 12 };

/**
 * Finds the smallest sets of cells whose change makes every sum hold again, exactly (`smallestSets`), ranked by what a
 * hand does and by what is said elsewhere (`rankSets`).
 */
export function findSuspects(input: SuspectInput, bounds: typeof BOUNDS = BOUNDS): SuspectSearch {
  const sums = evaluableSums(input.forms, input.figures);
  const broken = sums.filter(({ needs }) => needs !== 0);
  if (broken.length === 0) return { components: [] };
  const around: Surroundings = {
    figures: input.figures,
    places: placesIn(input.forms),
    sums,
    evidence: input.evidence ?? new Map(),
    again: input.again ?? new Map(),
  };
  const budget: Budget = { steps: bounds.steps };
  const components = independent(sums).flatMap((part) => {
    const explained = explain(part, input, bounds, budget);
    if (explained) return judgeTogether(explained, around, bounds.listed);
    const identities = part.filter(({ needs }) => needs !== 0).map(({ identity }) => identity);
    return [{ identities, suspects: [], suspicion: 'cannot-be-told' } as const];
  });
  return { components };
}

/** Sums that share no cell, directly or through others, have nothing to do with each other. */
function independent(sums: readonly EvaluableSum[]): readonly (readonly EvaluableSum[])[] {
  return connectedParts(sums, placesOf(sums))
    .filter((part) => part.some((at) => sums[at]?.needs !== 0))
    .map((part) => sums.filter((_, at) => part.includes(at)));
}

/** @returns nothing where a bound was reached */
function explain(
  sums: readonly EvaluableSum[],
  { figures }: SuspectInput,
  bounds: Bounds,
  budget: Budget,
): readonly Explained[] | undefined {
  const network = sumNetwork(sums);
  const sets = network && searchNetwork(network, figures, bounds, budget);
  return sets && explainedTogether(sums, sets);
}

/** The sets of all parts of the network that are broken, each of one part with each of the others. */
function searchNetwork(
  network: SumNetwork,
  figures: Figures,
  bounds: Bounds,
  budget: Budget,
): readonly (readonly Difference[])[] | undefined {
  let together: readonly (readonly Difference[])[] = [[]];
  for (const part of network.parts) {
    if (part.every((node) => network.needs[node] === 0)) continue;
    const sets = smallestSets(network, part, (cell) => counted(figures, cell), bounds, budget);
    if (sets === 'bound' || sets.length * together.length > bounds.sets) return undefined;
    together = together.flatMap((before) => sets.map((set) => [...before, ...set]));
  }
  return together;
}

/**
 * Only sets whose values the sums fix are found: forests. A set with a cycle leaves its values open, or only 0 as the
 * least value fixes them, as where two rows were both entered in the wrong column. Such a set has at least as many cells
 * as sums that it mends, and four of them, or two where a cell stands in one sum only. Where the found sets have no fewer
 * cells than that, they are not all there may be, so none is told; where they have more, a smaller one may exist, and
 * none is named.
 */
function judgeTogether(explained: readonly Explained[], around: Surroundings, listed: number): SuspectComponent[] {
  const sized = explained.map((one) => {
    const cells = Math.min(...one.sets.map((set) => set.length));
    // The third sum of a cell of （七） follows from its other two.
    const sums = one.broken.length >= 3 ? one.broken.length - 1 : one.broken.length;
    return { one, cells, sums };
  });
  const total = (of: typeof sized, amount: 'cells' | 'sums') => of.reduce((sum, it) => sum + it[amount], 0);
  const heavy = sized.filter(({ cells, sums }) => cells > 1 && cells >= sums);
  const rivalled = total(heavy, 'cells') > total(heavy, 'sums') ? sized : heavy;
  const leastCycle = isGrounded(explained, around.sums) ? 2 : 4;
  const least = Math.max(leastCycle, total(rivalled, 'sums'));
  const cells = total(rivalled, 'cells');
  return sized.map((it) => {
    const judged = judge(it.one, around, listed);
    if (!rivalled.includes(it) || cells < least) return judged;
    if (cells > least) return { ...judged, suspects: [], suspicion: 'cannot-be-told' };
    return judged.suspicion === 'told' ? { ...judged, suspicion: 'several' } : judged;
  });
}

/** Whether a cell of these sums, or of others that share cells with them, stands in no other sum. */
function isGrounded(explained: readonly Explained[], sums: readonly EvaluableSum[]): boolean {
  const places = placesOf(sums);
  const part = connectedParts(sums, places).find((nodes) =>
    nodes.some((node) => explained.some(({ broken }) => broken.some((sum) => sum === sums[node]))),
  );
  const cells = part?.flatMap((node) => [...(sums[node]?.coefficients.keys() ?? [])]) ?? [];
  return cells.some((cell) => places.get(cell)?.length === 1);
}

function judge({ broken, sets }: Explained, around: Surroundings, listed: number): SuspectComponent {
  const candidates = [...sets, ...neighboursInstead(broken, sets, around)];
  const ranked = rankSets(candidates.map((set) => explainSet(set, around)));
  return {
    identities: broken.map(({ identity }) => identity),
    suspects: ranked.slice(0, listed).map(({ suspect }) => suspect),
    suspicion: suspicionOf(ranked, broken.length),
  };
}

/**
 * Where single cells explain the sums, two neighbours that were swapped, or one of them entered in the other's place, do
 * as well: two cells, but one slip. Of larger sets nothing is taken in that is not of the smallest size.
 */
function neighboursInstead(
  broken: readonly EvaluableSum[],
  sets: readonly (readonly Difference[])[],
  { figures, places, sums }: Surroundings,
): readonly (readonly Difference[])[] {
  if (sets.some((set) => set.length > 1)) return [];
  const cells = [...new Set(broken.flatMap(({ coefficients }) => [...coefficients.keys()]))];
  return cells.flatMap((one, at) =>
    cells.slice(at + 1).flatMap((two) => {
      const by = counted(figures, two) - counted(figures, one);
      if (by === 0 || !Number.isInteger(by) || !areNeighbours(places(one), places(two))) return [];
      const swapped = [
        { cell: one, by },
        { cell: two, by: -by },
      ];
      const mended = mendedBy(swapped, sums);
      return mended?.length === broken.length && mended.every((sum) => broken.includes(sum)) ? [swapped] : [];
    }),
  );
}
