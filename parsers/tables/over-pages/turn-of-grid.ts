import type { Box, Cell, Grid } from '../../document/document.ts';
import { isPdfPlace } from './is-pdf-place.ts';

/** Quarter turns by which a page is turned clockwise so that what stands on it is upright. */
export type Turn = 0 | 1 | 2 | 3;

/**
 * How a grid lies on its page: the columns of a table that was printed sideways follow one another down or up the page,
 * and the page cuts it at its left or right edge.
 */
export function turnOfGrid({ cells }: Grid): Turn {
  const centres = cells.flatMap(centreOf);
  const [columnsAcross, columnsDown] = [tendency(centres, 'column', 'x'), tendency(centres, 'column', 'y')];
  const [rowsAcross, rowsDown] = [tendency(centres, 'row', 'x'), tendency(centres, 'row', 'y')];
  const likelihoods = [
    columnsAcross + rowsDown,
    rowsAcross - columnsDown,
    -columnsAcross - rowsDown,
    columnsDown - rowsAcross,
  ];
  return likelihoods.indexOf(Math.max(...likelihoods)) as Turn;
}

/** A box as it stands on the page turned upright; where its corner comes to lie does not matter. */
export function turned([x0, y0, x1, y1]: Box, turn: Turn): Box {
  if (turn === 1) return [-y1, x0, -y0, x1];
  if (turn === 2) return [-x1, -y1, -x0, -y0];
  return turn === 3 ? [y0, -x1, y1, -x0] : [x0, y0, x1, y1];
}

/** The turn that undoes another. */
export const turnBack = (turn: Turn): Turn => ((4 - turn) % 4) as Turn;

interface Centre {
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

function centreOf({ row, column, rowSpan, columnSpan, where }: Cell): Centre[] {
  const box = isPdfPlace(where) ? where.boxes.at(-1) : undefined;
  if (!box) return [];
  return [
    { column: column + columnSpan / 2, row: row + rowSpan / 2, x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 },
  ];
}

/** From -1 to 1: how steadily what is further along one axis of the grid is further along one of the page. */
function tendency(centres: readonly Centre[], ofGrid: 'column' | 'row', ofPage: 'x' | 'y'): number {
  const mean = (of: keyof Centre) => centres.reduce((sum, centre) => sum + centre[of], 0) / centres.length;
  const [a, b] = [mean(ofGrid), mean(ofPage)];
  let [both, first, second] = [0, 0, 0];
  for (const centre of centres) {
    const [da, db] = [centre[ofGrid] - a, centre[ofPage] - b];
    both += da * db;
    first += da * da;
    second += db * db;
  }
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : 0;
}
