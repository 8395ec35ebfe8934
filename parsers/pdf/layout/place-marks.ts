import type { Lattice, LatticeCell } from '../lattice/lattice.ts';
import { holds, type Mark } from './mark.ts';
import { LAYOUT } from './settings.ts';

/** Which cell each mark of a page stands in. */
export type Placing = ReadonlyMap<Mark, LatticeCell>;

/** Finds the cell that a place lies in, the innermost one where tables are nested. */
export type Locate = (x: number, y: number) => LatticeCell | undefined;

/** Puts marks into cells by their middle. Punctuation that hangs over a border goes with what it follows. */
export function placeMarks(marks: readonly Mark[], lattices: readonly Lattice[]): Placing {
  const locate = locator(lattices);
  const placing = new Map<Mark, LatticeCell>();
  let before: Mark | undefined;
  for (const mark of marks) {
    const cell = (before && hangsOn(mark, before) && placing.get(before)) || locate(mark.x, mark.y);
    if (cell) placing.set(mark, cell);
    if (!mark.isSpace) before = mark;
  }
  return placing;
}

const CLOSING = /^[，。、；：）」』”’》！？,.;:)\]]$/u;

function hangsOn(mark: Mark, before: Mark): boolean {
  const isNext =
    mark.glyph.run === before.glyph.run &&
    Math.abs(mark.glyph.y - before.glyph.y) < LAYOUT.raisedShift * mark.glyph.size;
  return isNext && CLOSING.test(mark.text) && Math.abs(mark.box[0] - before.box[2]) < LAYOUT.digitGap * mark.glyph.size;
}

export function locator(lattices: readonly Lattice[]): Locate {
  const smallestFirst = lattices
    .map((lattice) => ({ lattice, squares: squaresOf(lattice) }))
    .toSorted((a, b) => areaOf(a.lattice) - areaOf(b.lattice));
  return (x, y) => {
    for (const { lattice, squares } of smallestFirst) {
      if (!holds(lattice.box, x, y)) continue;
      const cell = squares.get(lastAtMost(lattice.ys, y) * lattice.xs.length + lastAtMost(lattice.xs, x));
      if (cell) return cell;
    }
    return undefined;
  };
}

/** The cell that covers each square. */
function squaresOf({ xs, cells }: Lattice): ReadonlyMap<number, LatticeCell> {
  const squares = new Map<number, LatticeCell>();
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        squares.set(row * xs.length + column, cell);
    }
  }
  return squares;
}

const areaOf = ({ box: [x0, y0, x1, y1] }: Lattice) => (x1 - x0) * (y1 - y0);

/** Index of the last of the rising values that is not above `value`; the last gap for the end itself. */
function lastAtMost(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
