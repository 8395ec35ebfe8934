import type { Box, Grid, Paragraph } from '../../document/document.ts';
import { type Turn, turned, turnOfGrid } from './turn-of-grid.ts';

/** How a grid lies, and on each of its pages from where to where it reaches downwards, upright. */
interface Reach {
  readonly turn: Turn;
  readonly byPage: ReadonlyMap<number, readonly [number, number]>;
}

/**
 * Whether words stand beside the rows of a grid, above its foot and below its head: a label in a corner that is not framed.
 * They part nothing. Digits may be those of a figure.
 */
export function standsBeside({ text, where }: Paragraph, grid: Grid): boolean {
  const [box, more] = where?.boxes ?? [];
  if (!where || !box || more || /[\d０-９]/u.test(text)) return false;
  const { turn, byPage } = reachOf(grid);
  const [head, foot] = byPage.get(where.page) ?? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const [, y0, , y1] = turned(box, turn);
  return y0 >= head && y1 <= foot;
}

/** Asked for each paragraph beside a table. */
const known = new WeakMap<Grid, Reach>();

function reachOf(grid: Grid): Reach {
  let reach = known.get(grid);
  if (!reach) {
    reach = measure(grid);
    known.set(grid, reach);
  }
  return reach;
}

function measure(grid: Grid): Reach {
  const turn = turnOfGrid(grid);
  const byPage = new Map<number, readonly [number, number]>();
  for (const { where } of grid.cells) {
    if (!('page' in where)) continue;
    where.boxes.forEach((box: Box, at) => {
      const [, y0, , y1] = turned(box, turn);
      const [head, foot] = byPage.get(where.page + at) ?? [y0, y1];
      byPage.set(where.page + at, [Math.min(head, y0), Math.max(foot, y1)]);
    });
  }
  return { turn, byPage };
}
