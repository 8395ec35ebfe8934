/** Thresholds of joining tables over pages. Lengths are shares of the table's width, so that no scale of a page matters. */
export const JOINING = {
  /** Parts of one table that were drawn differently differ by this many columns: a lost one on either side. */
  otherColumns: 2,
  /** Characters of a label that fell out of its cell at the foot of a page, and the share of a table that labels take. */
  longestScrap: 4,
  labelShare: 0.45,
  /** A label this long that stands within another is that one, of which a part was printed twice. */
  leastPartOfLabel: 8,
  /** Widths of two parts of one table differ by rounding and line width only: 5 pt of a table across a page. */
  widthTolerance: 0.02,
  /** Half an em of a table set in 10.5 pt across a page: a column of one digit is three times as wide. */
  edgeTolerance: 0.012,
  /** Of the inner column edges of the part that has fewer, so many must go on in the other. */
  leastSharedEdges: 0.6,
  /** … or all of those of the last row, if it has so many. */
  leastMeetingEdges: 3,
  /** Two pieces make a label when they come this near to it: of the longest label three characters may be lost. */
  leastWhole: 0.85,
  /** By so much the pieces together must be nearer to a label than the piece that is further from one. */
  leastGain: 0.15,
  /** From here on a text reads like a label; the fitting takes the same measure. */
  leastKnown: 0.6,
  /** Pieces of a damaged label are joined where each is no label and together they gain this much. */
  leastDamagedGain: 0.1,
  /** Cells of a table that is joined: the largest statutory one has 250, and each part costs what stands before it. */
  mostCells: 4_000,
  /** Ten times the columns of the widest one. */
  mostColumns: 150,
} as const;
