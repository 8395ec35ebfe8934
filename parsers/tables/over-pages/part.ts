import type { Grid } from '../../document/document.ts';
import { FITTING } from '../similarity.ts';
import { isPdfPlace } from './is-pdf-place.ts';
import { JOINING } from './settings.ts';
import { type Turn, turned, turnOfGrid } from './turn-of-grid.ts';
import { withoutEmptyFoot } from './without-empty-foot.ts';
import { withoutSlivers } from './without-slivers.ts';

/** A grid of a .pdf with what joining needs: where its column edges lie, and the pages it stands on. */
export interface Part {
  readonly grid: Grid;
  /** Of each grid column its first edge, and the last edge of all: from 0 to 1 across the table. */
  readonly edges: readonly number[];
  /** How it lies on its pages. What is said about places below is said of the page turned upright. */
  readonly turn: Turn;
  /** In PDF points, on the last page. */
  readonly left: number;
  readonly width: number;
  readonly firstPage: number;
  readonly lastPage: number;
}

/** @returns nothing for a grid that does not say where it stands, or is larger than any statutory table by far */
export function partOf(drawn: Grid): Part | undefined {
  if (isTooLarge(drawn)) return undefined;
  const grid = withoutEmptyFoot(withoutSlivers(drawn));
  const places = grid.cells.flatMap((cell) => (isPdfPlace(cell.where) ? [cell.where] : []));
  if (places.length < grid.cells.length || places.length === 0) return undefined;
  const turn = turnOfGrid(grid);
  const positions = edgePositions(grid, turn);
  const [left, right] = [positions[0] ?? 0, positions.at(-1) ?? 0];
  if (!(right > left)) return undefined;
  return {
    grid,
    edges: positions.map((x) => (x - left) / (right - left)),
    turn,
    left,
    width: right - left,
    firstPage: Math.min(...places.map(({ page }) => page)),
    lastPage: Math.max(...places.map(({ page, boxes }) => page + boxes.length - 1)),
  };
}

const isTooLarge = ({ rowCount, columnCount, cells }: Grid) =>
  rowCount > FITTING.mostGridRows || columnCount > JOINING.mostColumns || cells.length > JOINING.mostCells;

/** The middle one of what the cells on both sides of an edge say; an edge that no cell has lies between its neighbours. */
function edgePositions({ cells, columnCount }: Grid, turn: Turn): readonly number[] {
  const said: number[][] = Array.from({ length: columnCount + 1 }, () => []);
  for (const { column, columnSpan, where } of cells) {
    const box = isPdfPlace(where) ? where.boxes.at(-1) : undefined;
    if (!box) continue;
    const [x0, , x1] = turned(box, turn);
    said[column]?.push(x0);
    said[column + columnSpan]?.push(x1);
  }
  const positions = said.map((list) => list.sort((a, b) => a - b)[list.length >> 1]);
  return positions.map((x, at) => {
    if (x !== undefined) return x;
    const before = positions.slice(0, at).findLast((known) => known !== undefined);
    const after = positions.slice(at + 1).find((known) => known !== undefined);
    return ((before ?? after ?? 0) + (after ?? before ?? 0)) / 2;
  });
}
