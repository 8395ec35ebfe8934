/** Settings of the reading by alignment. Lengths are in em: the median height of the words concerned. */
export const ALIGNED = {
  /** Lines of all pages: a report of 200 pages has 9,000. */
  mostFlowLines: 20_000,
  /** Lines looked at for one table: table 3 with all its labels wrapped to four characters a line has 200. */
  mostLines: 500,
  mostWords: 4_000,
  /** Of them left of the figures: all labels of table 3, drawn one character at a time, are 500. */
  mostLabelWords: 1_200,
  /** Words that one row label may be made of: a justified label of 35 characters is drawn one by one. */
  mostPieces: 40,
  /** Characters of the longest label, with as many again for numbering and damage. */
  longestLabel: 70,
  /** Runs of words that may be labels: 7,000 in the densest of some hundred reports, 100 in most. */
  mostRuns: 12_000,
  /** Two lines of one label are this far apart at most, foot to head; wide line spacing is 1.5. */
  labelLineGap: 1.6,
  /** Words on a line that can be one justified label. */
  labelWordGap: 2,
  /** A word is level with a label between the middles of its first and last line, or this far outside: other fonts. */
  rowReach: 0.6,
  /** And another row is further away by this: what stands midway belongs to neither. */
  clearOfOthers: 0.4,
  /** Figures of one row stand on one line: their middles differ by this at most. */
  sameLine: 0.5,
  /** What stands this near below or above a row and belongs to no row may be the rest of a figure in it. */
  orphanReach: 2.5,
  /** Figures set to one side of their cells stand this much apart from their edges at most, one as the other. */
  sameSide: 0.5,
  /** Places tried for an edge that is known within a range. */
  edgesTried: 33,
  /** Figures on a line nearer than this may be the characters of one, set wide. */
  tooNear: 0.45,
  /** A number and what is said about it stand this near on one line. */
  cellWordGap: 0.8,
  /** Least likeness of a label; a part of a wrapped group label comes near short ones: 予公开 is 0.75 of 予以公开. */
  leastLikeness: 0.65,
  leastShortLikeness: 0.8,
  /** Labels with fewer characters are short. */
  shortLabel: 6,
  /** A label with figures beside it is rather the row than one without: its name stands in headings and prose too. */
  figuresBeside: 0.4,
  /** Lines of a header above its first row: table 3 with three levels, each wrapped, has ten. */
  mostHeaderLines: 16,
  /** Lines of figures that may be table 4's. */
  mostTried: 12,
  /** Lines below the figures of table 4 that may hold the rest of one. */
  mostLinesBelow: 4,
  /** Figures on one line that tell where the figures of a table begin. */
  leastOnLine: 3,
  /** Share of overlap from which on two words stand over one another. */
  stacked: 0.3,
  /** Share of a header's columns that must be known before its table is read. */
  leastColumns: 0.5,
  /** A group label of the header is taken out from this likeness on. */
  groupLikeness: 0.75,
  /** Less than this share of a table's figures found in grids is as good as nothing. */
  nothingFound: 0.1,
} as const;
