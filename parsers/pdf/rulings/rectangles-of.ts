import type { Box } from '../../document/document.ts';
import { RULING_SETTINGS } from './settings.ts';

/** An upright side of an outline; `turn` is 1 where it runs down and −1 where it runs up. */
interface Side {
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
  readonly turn: 1 | -1;
}

/**
 * Takes what several outlines with upright and level sides enclose apart into rectangles: frames, combs and whole
 * grids drawn as one shape. Narrow upright parts are given over their whole height, everything else by bands.
 * Nothing for outlines with slanted sides, or with more sides than is safe.
 */
export function rectanglesOf(outlines: readonly (readonly number[])[], evenOdd: boolean, narrow: number): Box[] {
  const sides = sidesOf(outlines);
  if (!sides || sides.length > RULING_SETTINGS.outlineEdges) return [];
  const levels = [...new Set(sides.flatMap(({ y0, y1 }) => [y0, y1]))].sort((a, b) => a - b);
  const columns = new Map<string, Box>();
  const boxes: Box[] = [];
  for (let i = 1; i < levels.length; i++) {
    const [y0, y1] = [levels[i - 1] ?? 0, levels[i] ?? 0];
    for (const [x0, x1] of filledBetween(
      sides.filter((side) => side.y0 <= y0 && side.y1 >= y1),
      evenOdd,
    )) {
      const above = columns.get(`${x0} ${x1}`);
      if (x1 - x0 > narrow) boxes.push([x0, y0, x1, y1]);
      else if (above && above[3] === y0) columns.set(`${x0} ${x1}`, [x0, above[1], x1, y1]);
      else {
        if (above) boxes.push(above);
        columns.set(`${x0} ${x1}`, [x0, y0, x1, y1]);
      }
    }
  }
  return [...boxes, ...columns.values()];
}

function sidesOf(outlines: readonly (readonly number[])[]): Side[] | null {
  const sides: Side[] = [];
  for (const points of outlines) {
    if (points.length > RULING_SETTINGS.outlineEdges * 4) return null;
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x, y] = [rounded(points[i]), rounded(points[i + 1])];
      const [nextX, nextY] = [rounded(points[(i + 2) % points.length]), rounded(points[(i + 3) % points.length])];
      if (x === nextX && y !== nextY) {
        sides.push({ x, y0: Math.min(y, nextY), y1: Math.max(y, nextY), turn: nextY > y ? 1 : -1 });
      } else if (y !== nextY) return null;
    }
  }
  return sides;
}

/** Without the rounding errors of a transformation, so that sides that meet have one coordinate. */
function rounded(coordinate: number | undefined): number {
  return Math.round((coordinate ?? 0) * 256) / 256;
}

/** From where to where a band is filled. */
function filledBetween(sides: readonly Side[], evenOdd: boolean): [number, number][] {
  const spans: [number, number][] = [];
  let winding = 0;
  let from = 0;
  for (const { x, turn } of [...sides].sort((a, b) => a.x - b.x)) {
    const before = winding;
    winding = evenOdd ? 1 - winding : winding + turn;
    if (before === 0) from = x;
    else if (winding === 0 && x > from) spans.push([from, x]);
  }
  return spans;
}
