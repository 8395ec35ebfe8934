import type { FigureId } from '../../forms/form.ts';
import { type Arc, GROUND, type SumNetwork } from './sum-network.ts';

/** A cell and what is added to its published value. */
export interface Difference {
  readonly cell: FigureId;
  readonly by: number;
}

/**
 * How far the search goes. Steps are cells tried, never time: the same report has the same answer on every machine.
 */
export interface Bounds {
  readonly cells: number;
  readonly sets: number;
  /** Of all searches in one report. */
  readonly steps: number;
}

/** Steps that are left of `Bounds.steps`. */
export interface Budget {
  steps: number;
}

/**
 * All smallest sets of cells of one part of the network whose change makes every sum of the part hold, each with the
 * only changes that do. The values are integers of at least 0. Sets that leave the values open are not sought.
 *
 * To change as few fields as possible is the principle of I. P. Fellegi and D. Holt, A systematic approach to automatic
 * edit and imputation, JASA 71 (1976). A set whose changes are fixed by the sums is a basic solution, and the basic
 * solutions of a network are its forests (R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows, 1993, ch. 11): as many
 * cells as sums concerned, less one for each tree. Finding the fewest is NP-hard in general (it would partition numbers into
 * groups of sum 0), and done here by iterative deepening (R. E. Korf, Depth-first iterative-deepening, Artificial
 * Intelligence 27, 1985) over the number of cells:
 *
 * A forest is taken apart from its leaves. A leaf is a sum with one changed cell, so the cell's change is what the sum
 * needs, and the need goes over to the cell's other sum. A leaf therefore is broken at the time. For the first broken
 * sum in order, either it is a leaf, and each of its cells is tried; or it is not, and it has to wait until another
 * leaf has been taken from it. Exactly one way of choosing takes a given forest apart, so no set is found twice and none
 * is passed over. A branch is given up when the sums that are still to be explained need more cells than are left:
 * a cell serves two sums, one that is broken needs one, one that waits needs two.
 *
 * @returns 'bound' where a bound was reached before all sets of the smallest size were seen
 */
export function smallestSets(
  { needs, arcs }: SumNetwork,
  part: readonly number[],
  published: (cell: FigureId) => number,
  bounds: Bounds,
  budget: Budget,
): readonly (readonly Difference[])[] | 'bound' {
  const need = [...needs];
  const values = arcs.map((ofNode, node) => (part.includes(node) ? ofNode.map(({ cell }) => published(cell)) : []));
  /** 1 for sums that have to wait until a leaf is taken from them. */
  const waits = new Uint8Array(arcs.length);
  /** 1 for sums that were leaves: they are fulfilled, and no other cell of theirs changes. */
  const closed = new Uint8Array(arcs.length);
  const chosen: Difference[] = [];
  const sets: Difference[][] = [];

  /** How many more changed cells a sum has to have at least. */
  const least = (node: number) => (waits[node] ? 2 : need[node] === 0 ? 0 : 1);

  /** @returns false when a bound was reached */
  function explain(left: number, required: number): boolean {
    const leaf = part.find((node) => need[node] !== 0 && !waits[node] && !closed[node]);
    if (leaf === undefined) {
      if (required > 0) return true;
      sets.push([...chosen]);
      return sets.length <= bounds.sets;
    }
    const ofLeaf = arcs[leaf] ?? [];
    for (let at = 0; at < ofLeaf.length; at++) {
      const arc = ofLeaf[at];
      if (arc && (--budget.steps < 0 || !take(leaf, arc, values[leaf]?.[at] ?? 0, left, required))) return false;
    }
    if (required + 1 > 2 * left) return true;
    waits[leaf] = 1;
    const done = explain(left, required + 1);
    waits[leaf] = 0;
    return done;
  }

  /** Takes a leaf away with its cell, which brings what it needs over to the cell's other end. */
  function take(leaf: number, { cell, other, sign }: Arc, value: number, left: number, required: number): boolean {
    const moved = need[leaf] ?? 0;
    const by = moved * sign;
    if (closed[other] || value + by < 0 || !Number.isInteger(value + by)) return true;
    const change = { cell, by };
    if (other === GROUND) return close(leaf, change, left - 1, required - 1);
    const before = need[other] ?? 0;
    const waited = waits[other] === 1;
    const sum = before + moved;
    // A sum that waited for several cells has another one. If it is fulfilled now, a single one more would break it.
    const after = required - 1 - least(other) + (sum !== 0 ? 1 : waited ? 2 : 0);
    need[other] = sum;
    if (waited && sum !== 0) waits[other] = 0;
    const done = close(leaf, change, left - 1, after);
    if (waited) waits[other] = 1;
    need[other] = before;
    return done;
  }

  function close(leaf: number, change: Difference, left: number, required: number): boolean {
    if (required > 2 * left) return true;
    closed[leaf] = 1;
    chosen.push(change);
    const done = explain(left, required);
    chosen.pop();
    closed[leaf] = 0;
    return done;
  }

  const broken = part.filter((node) => need[node] !== 0).length;
  for (let size = Math.ceil(broken / 2); size <= bounds.cells; size++) {
    if (!explain(size, broken)) return 'bound';
    if (sets.length > 0) return sets;
  }
  return 'bound';
}
