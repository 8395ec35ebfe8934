import type { FlowWord } from './flow.ts';

/** Where a row of the form stands in the flow. */
export interface BandRow {
  /** Index of the row in its band. */
  readonly row: number;
  readonly label: readonly FlowWord[];
  /** Middles of the first and the last line of its label. */
  readonly top: number;
  readonly bottom: number;
  /** Its figures stand to the right of this. */
  readonly left: number;
}

export interface ReadRow extends BandRow {
  /** Words of each cell by index of its printed column; none for a blank. Cells that cannot be told are left out. */
  readonly cells: ReadonlyMap<number, readonly FlowWord[]>;
}
