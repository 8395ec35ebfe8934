import { beginsUnderHeader } from './begins-under-header.ts';
import type { Part } from './part.ts';
import { JOINING } from './settings.ts';

/** The column edges of two parts as one list, and for each edge of either part its place in it. */
export interface UnitedColumns {
  readonly edges: readonly number[];
  readonly ofUpper: readonly number[];
  readonly ofLower: readonly number[];
}

/**
 * Lays the column edges of two parts of a table over one another. A part may lack edges that its merged cells hide, and
 * may stand elsewhere across its page.
 * @returns nothing when the parts are not as wide as each other or their columns do not agree
 */
export function uniteColumns(upper: Part, lower: Part): UnitedColumns | undefined {
  if (Math.abs(upper.width - lower.width) > JOINING.widthTolerance * Math.max(upper.width, lower.width))
    return undefined;
  const edges: number[] = [];
  const ofUpper: number[] = [];
  const ofLower: number[] = [];
  let shared = 0;
  for (let i = 0, j = 0; i < upper.edges.length || j < lower.edges.length; ) {
    const x = upper.edges[i] ?? Number.POSITIVE_INFINITY;
    const y = lower.edges[j] ?? Number.POSITIVE_INFINITY;
    const isOne = Math.abs(x - y) <= JOINING.edgeTolerance && !nextIsNearer(upper.edges, i, y, lower.edges, j, x);
    if (isOne) shared++;
    if (isOne || x <= y) ofUpper[i++] = edges.length;
    if (isOne || y < x) ofLower[j++] = edges.length;
    edges.push(Math.min(x, y));
  }
  // The outer edges are always shared.
  const fewer = Math.min(upper.edges.length, lower.edges.length) - 2;
  if (shared - 2 >= JOINING.leastSharedEdges * fewer) return { edges, ofUpper, ofLower };
  const isOne = meetAlike(upper, ofUpper, ofLower) || beginsUnderHeader(upper, lower, ofUpper, ofLower);
  return isOne ? { edges, ofUpper, ofLower } : undefined;
}

/**
 * Whether all edges of the row before the break go on behind it. Where several tables of a form were drawn as one, the
 * rows far from the break have columns of their own.
 */
function meetAlike(upper: Part, ofUpper: readonly number[], ofLower: readonly number[]): boolean {
  const last = upper.grid.cells.filter(({ row, rowSpan }) => row + rowSpan === upper.grid.rowCount);
  const inner = last.flatMap(({ column }) => (column === 0 ? [] : [ofUpper[column]]));
  return inner.length >= JOINING.leastMeetingEdges && inner.every((at) => at !== undefined && ofLower.includes(at));
}

/** Where edges stand closer than the tolerance, each goes to its nearest. */
function nextIsNearer(
  upper: readonly number[],
  i: number,
  y: number,
  lower: readonly number[],
  j: number,
  x: number,
): boolean {
  const gap = Math.abs(x - y);
  const nextUpper = Math.abs((upper[i + 1] ?? Number.POSITIVE_INFINITY) - y);
  const nextLower = Math.abs((lower[j + 1] ?? Number.POSITIVE_INFINITY) - x);
  return (x < y && nextUpper < gap) || (y < x && nextLower < gap);
}
