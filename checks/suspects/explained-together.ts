import type { EvaluableSum } from './evaluable-sums.ts';
import type { Difference } from './smallest-sets.ts';

/** Broken sums that every smallest set explains by themselves, with the sets that do. */
export interface Explained {
  readonly broken: readonly EvaluableSum[];
  readonly sets: readonly (readonly Difference[])[];
}

/** A part of a set that makes some of the broken sums hold and leaves all others as they are. */
interface Piece {
  readonly differences: readonly Difference[];
  readonly mends: readonly EvaluableSum[];
}

/**
 * Takes apart what only happens to be broken in the same table. Each set falls into pieces that mend some sums and
 * change no other; sums that a piece of any set mends together belong together. What is left apart is explained apart in
 * every smallest set, so that each part can be told, or not, by itself.
 */
export function explainedTogether(
  sums: readonly EvaluableSum[],
  sets: readonly (readonly Difference[])[],
): readonly Explained[] {
  const pieces = sets.map((set) => piecesOf(set, sums));
  const groups = joinOverlapping(pieces.flat().map(({ mends }) => mends));
  return groups.map((group) => {
    const parts = pieces.map((set) =>
      set.filter(({ mends }) => mends.some((sum) => group.has(sum))).flatMap(({ differences }) => differences),
    );
    return { broken: sums.filter((sum) => group.has(sum)), sets: distinct(parts) };
  });
}

/** The smallest pieces that a set falls into. */
function piecesOf(set: readonly Difference[], sums: readonly EvaluableSum[]): Piece[] {
  const concerned = sums.filter(({ coefficients }) => set.some(({ cell }) => coefficients.has(cell)));
  return linked(set, concerned).flatMap((group) => split(group, concerned));
}

/** Cells that sums link, in groups. */
function linked(set: readonly Difference[], sums: readonly EvaluableSum[]): Difference[][] {
  const groups = joinOverlapping(sums.map(({ coefficients }) => set.filter(({ cell }) => coefficients.has(cell))));
  return groups.map((group) => set.filter((difference) => group.has(difference)));
}

/**
 * Takes pieces off a linked group, the smallest first. Two pieces can only be linked by a sum that each of them leaves
 * as it is, with two cells in it at least: fewer than four cells are one piece.
 */
function split(group: readonly Difference[], sums: readonly EvaluableSum[]): Piece[] {
  if (group.length === 0) return [];
  const whole = mendedBy(group, sums) ?? [];
  if (group.length < 4) return [{ differences: group, mends: whole }];
  const shares = sums.map(({ coefficients, needs }) => ({
    needs,
    moved: group.map(({ cell, by }) => by * (coefficients.get(cell) ?? 0)),
  }));
  const isPiece = (choice: number) =>
    shares.every(({ needs, moved }) => {
      const sum = moved.reduce((total, share, at) => ((choice >> at) & 1 ? total + share : total), 0);
      return sum === 0 || sum === needs;
    });
  const choice = choicesWithFirst(group.length).find(isPiece);
  if (choice === undefined) return [{ differences: group, mends: whole }];
  const differences = group.filter((_, at) => (choice >> at) & 1);
  const others = group.filter((_, at) => !((choice >> at) & 1));
  return [{ differences, mends: mendedBy(differences, sums) ?? [] }, ...split(others, sums)];
}

/** Every choice of some of so many members, but not all, that takes the first: a bit for each member; the smallest first. */
function choicesWithFirst(members: number): readonly number[] {
  const known = choices.get(members);
  if (known) return known;
  const size = (choice: number) => [...choice.toString(2)].filter((bit) => bit === '1').length;
  const all = Array.from({ length: 2 ** (members - 1) - 1 }, (_, rest) => 2 * rest + 1);
  const sorted = all.toSorted((one, two) => size(one) - size(two));
  choices.set(members, sorted);
  return sorted;
}

const choices = new Map<number, readonly number[]>();

/** The sums that the changes mend; nothing where they leave one in between. */
export function mendedBy(
  differences: readonly Difference[],
  sums: readonly EvaluableSum[],
): readonly EvaluableSum[] | undefined {
  const mended: EvaluableSum[] = [];
  for (const sum of sums) {
    const moved = differences.reduce((total, { cell, by }) => total + by * (sum.coefficients.get(cell) ?? 0), 0);
    if (moved === 0) continue;
    if (moved !== sum.needs) return undefined;
    mended.push(sum);
  }
  return mended;
}

/** The union of all lists that have a member in common with one another. */
function joinOverlapping<Member>(lists: readonly (readonly Member[])[]): ReadonlySet<Member>[] {
  let groups: Set<Member>[] = [];
  for (const list of lists) {
    if (list.length === 0) continue;
    const overlapping = groups.filter((group) => list.some((member) => group.has(member)));
    const joined = new Set([...overlapping.flatMap((group) => [...group]), ...list]);
    groups = [...groups.filter((group) => !overlapping.includes(group)), joined];
  }
  return groups;
}

function distinct(sets: readonly (readonly Difference[])[]): (readonly Difference[])[] {
  const known = new Map(sets.map((set) => [keyOf(set), set]));
  return [...known.values()];
}

const keyOf = (set: readonly Difference[]) =>
  set
    .map(({ cell, by }) => `${cell} ${by}`)
    .sort()
    .join();
