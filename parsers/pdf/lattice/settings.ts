/** Thresholds of the finding of lattices. Lengths in em of the page's text, unless the name says otherwise. */
export const LATTICE_SETTINGS = {
  /** A line whose end is this near to another one touches it. Cells with space between them have a tenth. */
  touch: 0.3,
  /** Parallel lines within this are one: the two of a double line, the borders of neighbouring cells. */
  oneLine: 0.35,
  /** Two boundaries of fills this far apart have a gap between them that an eye sees. */
  gap: 0.03,
  /** A line that goes on this far past the last one across it marks an open side; less is a corner drawn roughly. */
  overhang: 0.7,
  /** Lines that end within this of one another end at one open side; so many of them must. */
  sameEnd: 0.35,
  overhanging: 2,
  /** Share of the edge of a grid square that is ruled when it is a wall. */
  wall: 0.55,
  /** … when it counts as drawn over its whole length … */
  whole: 0.9,
  /** … and above which something is drawn there that is not to be passed over. */
  part: 0.2,
  /** Length at each end of an edge that is not looked at, where lines meet; a quarter of a short edge at most. */
  corner: 0.3,
  /** Of the cells of a table that fills draw, so many may be no rectangles. */
  tornShare: 0.2,
  /** Cells of the only row that a page has of such a table. */
  fewestInRow: 7,
  /** Two heights of one line are no further apart than a line of text or two. */
  step: 2.5,
  /** A cell that can hold text is at least this wide and high. */
  smallestCell: 0.4,
  /** Space between cells that are boxes of their own, and how many of them are looked at: each with each. */
  space: 1,
  spacedCells: 1_500,
  /** Fewer boxes beside one another are boxes for ticking, or buttons. */
  fewestSpaced: 4,
  /** The sides of two such cells are one when they are this near, after the space between was closed. */
  beside: 0.1,
  /** A line beside a table that begins and ends this near to it is the side of a merged label … */
  sideReach: 1.5,
  /** … that takes no more than this share of the table's width. A table and a line beside it: so many are compared. */
  sideShare: 0.3,
  loneLines: 200_000,
  /** Columns: the limit of Word. Rows and squares: thirty times those of a page of the longest table. */
  columns: 63,
  rows: 2_000,
  /** Lattices of a page, the largest ones. */
  lattices: 200,
} as const;
