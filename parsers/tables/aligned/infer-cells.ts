import { emOf } from './flow.ts';
import type { Stack } from './header-stacks.ts';
import { ALIGNED } from './settings.ts';

/** From side to side. */
export interface Extent {
  readonly x0: number;
  readonly x1: number;
}

/**
 * Under which label each run of figures stands where figures are set to one side of their cells and stand under no
 * label. Labels stand in the middle of their cells, and cells adjoin: given the left edge of the first cell, each
 * label's middle gives the next edge, and that all edges lie between labels leaves little room for the first.
 * @returns nothing unless, wherever in that room it lies, the runs stand in the same cells
 */
export function inferCells(extents: readonly Extent[], stacks: readonly Stack[]): readonly number[] | undefined {
  const room = roomOfFirstEdge(stacks);
  if (!room || extents.length < 2) return undefined;
  const most = ALIGNED.sameSide * emOf(stacks.flatMap(({ words }) => words));
  const possible = Array.from({ length: ALIGNED.edgesTried }, (_, step) => {
    const first = room[0] + ((room[1] - room[0]) * step) / (ALIGNED.edgesTried - 1);
    return cellsWith(edgesFrom(first, stacks), extents, most);
  }).filter((cells) => cells !== undefined);
  const [cells] = possible;
  return possible.every((other) => other.join() === cells?.join()) ? cells : undefined;
}

/** The cell of each run, if each lies in one, no two in the same, and all of them set to the same side. */
function cellsWith(edges: readonly number[], extents: readonly Extent[], most: number): readonly number[] | undefined {
  const cells = extents.map((extent) => edges.findIndex((edge, k) => liesIn(extent, edge, edges[k + 1])));
  if (cells.includes(-1) || new Set(cells).size < cells.length) return undefined;
  const isAlike = (gaps: readonly number[]) => Math.max(...gaps) - Math.min(...gaps) <= most;
  const fromLeft = extents.map(({ x0 }, k) => x0 - (edges[cells[k] ?? 0] ?? 0));
  const fromRight = extents.map(({ x1 }, k) => (edges[(cells[k] ?? 0) + 1] ?? 0) - x1);
  return isAlike(fromLeft) || isAlike(fromRight) ? cells : undefined;
}

const liesIn = ({ x0, x1 }: Extent, from = Number.POSITIVE_INFINITY, to = Number.NEGATIVE_INFINITY) =>
  x0 >= from && x1 <= to;

/** The edges of the cells from the first on. */
function edgesFrom(first: number, stacks: readonly Stack[]): readonly number[] {
  const edges = [first];
  for (const { x0, x1 } of stacks) edges.push(x0 + x1 - (edges.at(-1) ?? first));
  return edges;
}

/** Where the first edge can be, so that each edge lies between two labels. */
function roomOfFirstEdge(stacks: readonly Stack[]): readonly [number, number] | undefined {
  let [low, high] = [Number.NEGATIVE_INFINITY, stacks[0]?.x0 ?? 0];
  let sign = 1;
  let offset = 0;
  stacks.forEach(({ x0, x1 }, k) => {
    sign = -sign;
    offset = x0 + x1 - offset;
    const [from, to] = [x1, stacks[k + 1]?.x0 ?? Number.POSITIVE_INFINITY];
    low = Math.max(low, sign > 0 ? from - offset : offset - to);
    high = Math.min(high, sign > 0 ? to - offset : offset - from);
  });
  return low <= high && Number.isFinite(low) ? [low, high] : undefined;
}
