import type { FigureId } from '../../forms/form.ts';
import type { EvaluableSum } from './evaluable-sums.ts';

/** Where a cell leads that stands in one sum only: nothing is asked of that end. */
export const GROUND = -1;

/** A cell seen from one of its sums. */
export interface Arc {
  readonly cell: FigureId;
  /** The node at its other end. */
  readonly other: number;
  /** What a change of the cell by 1 adds here; it adds the opposite at the other end. */
  readonly sign: 1 | -1;
}

/** A node is a sum, an arc a cell that stands in two sums. */
export interface SumNetwork {
  /** What each node needs; the needs of two nodes add up when they are explained together. */
  readonly needs: readonly number[];
  readonly arcs: readonly (readonly Arc[])[];
  /** Nodes that cells connect, in the order in which they are best explained. */
  readonly parts: readonly (readonly number[])[];
}

interface Equation {
  readonly coefficients: ReadonlyMap<FigureId, number>;
  readonly needs: number;
}

/**
 * The sums as the nodes of a network, in which a change of a cell is a flow from one sum to another.
 *
 * A cell of table 3 stands in the sum of its row and in that of its column: an arc. Only the cells of （七）总计 stand in
 * three: the row's, that of the results and the balance. But the row （七）总计 follows from the results and their rows; it
 * is replaced by what is left when those that can be evaluated are taken from it. Nothing is left where all of them
 * can be evaluated; otherwise each cell that is left stands in one other sum, so that no cell stands in more than two.
 * The new equations say the same as the old ones: the same changes solve both. That a table with subtotals in one of
 * its two dimensions is a network is from L. H. Cox and J. A. George, Controlled rounding for tables with subtotals,
 * Annals of Operations Research 20 (1989).
 *
 * @returns nothing where the sums are no network; no statutory form is like that
 */
export function sumNetwork(sums: readonly EvaluableSum[]): SumNetwork | undefined {
  const equations = withoutThirdSum(sums).filter(({ coefficients }) => coefficients.size > 0);
  const places = placesOf(equations);
  if ([...places.values()].some((nodes) => nodes.length > 2)) return undefined;
  const parts = connectedParts(equations, places);
  const directions = new Map<number, 1 | -1>();
  for (const part of parts) orient(part, equations, places, directions);
  const towards = (node: number, cell: FigureId) =>
    ((equations[node]?.coefficients.get(cell) ?? 0) * (directions.get(node) ?? 1)) as 1 | -1;
  for (const [cell, [one, two]] of places) {
    if (one !== undefined && two !== undefined && towards(one, cell) !== -towards(two, cell)) return undefined;
  }
  const arcs = equations.map(({ coefficients }, node) =>
    [...coefficients.keys()].map((cell) => ({
      cell,
      other: places.get(cell)?.find((place) => place !== node) ?? GROUND,
      sign: towards(node, cell),
    })),
  );
  return {
    needs: equations.map(({ needs }, node) => needs * (directions.get(node) ?? 1)),
    arcs,
    parts: parts.map((part) => part.toSorted((a, b) => (arcs[a]?.length ?? 0) - (arcs[b]?.length ?? 0) || a - b)),
  };
}

function withoutThirdSum(sums: readonly EvaluableSum[]): readonly Equation[] {
  const results = sums.filter(({ identity }) => identity.rule === 'T3-RESULTS').map(({ identity }) => identity);
  const addends = new Set(results.flatMap((identity) => identity.addends));
  const totals = new Set(results.flatMap((identity) => identity.totals));
  const isRowOf = ({ identity }: EvaluableSum, cells: ReadonlySet<FigureId>) =>
    identity.rule === 'T3-APPLICANTS' && [...identity.addends, ...identity.totals].some((cell) => cells.has(cell));
  const third = sums.find((sum) => isRowOf(sum, totals));
  if (!third) return sums;
  const remainder = new Map<FigureId, number>(third.coefficients);
  let { needs } = third;
  const add = (sum: EvaluableSum, times: number) => {
    needs += times * sum.needs;
    for (const [cell, coefficient] of sum.coefficients) {
      const left = (remainder.get(cell) ?? 0) + times * coefficient;
      if (left === 0) remainder.delete(cell);
      else remainder.set(cell, left);
    }
  };
  for (const sum of sums) {
    if (sum.identity.rule === 'T3-RESULTS') {
      const [total] = sum.identity.totals;
      // The total stands in its column with −1: as often as it stands in the row, so that it drops out.
      if (total) add(sum, third.coefficients.get(total) ?? 0);
    } else if (isRowOf(sum, addends)) add(sum, -1);
  }
  return sums.map((sum) => (sum === third ? { coefficients: remainder, needs } : sum));
}

/** The equations that each cell stands in, by number. */
export function placesOf(
  equations: readonly Pick<Equation, 'coefficients'>[],
): ReadonlyMap<FigureId, readonly number[]> {
  const places = new Map<FigureId, number[]>();
  equations.forEach(({ coefficients }, node) => {
    for (const cell of coefficients.keys()) {
      const known = places.get(cell);
      if (known) known.push(node);
      else places.set(cell, [node]);
    }
  });
  return places;
}

/** Equations that cells connect, each part in an order in which all but the first follow one that they share a cell with. */
export function connectedParts(
  equations: readonly Pick<Equation, 'coefficients'>[],
  places: ReadonlyMap<FigureId, readonly number[]>,
): number[][] {
  const seen = new Set<number>();
  const visit = (node: number, part: number[]) => {
    if (seen.has(node)) return;
    seen.add(node);
    part.push(node);
  };
  return equations.flatMap((_, start) => {
    const part: number[] = [];
    visit(start, part);
    for (const node of part) {
      for (const cell of equations[node]?.coefficients.keys() ?? []) {
        for (const next of places.get(cell) ?? []) visit(next, part);
      }
    }
    return part.length > 0 ? [part] : [];
  });
}

/** Multiplies equations by −1 where needed for each cell to have opposite signs at its two ends. */
function orient(
  part: readonly number[],
  equations: readonly Equation[],
  places: ReadonlyMap<FigureId, readonly number[]>,
  directions: Map<number, 1 | -1>,
): void {
  // Each node but the first comes after one that it shares a cell with.
  for (const node of part) {
    const direction = directions.get(node) ?? 1;
    directions.set(node, direction);
    for (const [cell, coefficient] of equations[node]?.coefficients ?? []) {
      for (const next of places.get(cell) ?? []) {
        if (directions.has(next)) continue;
        const there = equations[next]?.coefficients.get(cell) ?? 1;
        directions.set(next, coefficient * direction === there ? -1 : 1);
      }
    }
  }
}
