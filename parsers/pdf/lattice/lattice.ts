import type { Box } from '../../document/document.ts';

/** A table as its rulings draw it: geometry only. */
export interface Lattice {
  readonly box: Box;
  /** Column boundaries from left to right; one more than there are columns. */
  readonly xs: readonly number[];
  /** Row boundaries from top to bottom; one more than there are rows. */
  readonly ys: readonly number[];
  /**
   * By row, then column; no two overlap. Squares that no cell covers lie outside of the table (a missing corner) or
   * are unknown.
   */
  readonly cells: readonly LatticeCell[];
  /** Position in the result of {@link findLattices} of the smallest lattice that holds this one in a cell. */
  readonly inside: number | null;
}

export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  /**
   * The group of grid squares is a rectangle. A group that is none is given as the rectangles that its rows fall into,
   * each with `false`: no square is lost, and each is doubtful.
   */
  readonly rectangular: boolean;
  /** Every side is drawn over its whole length and nothing is drawn in part within. False at open edges. */
  readonly bordered: boolean;
}
