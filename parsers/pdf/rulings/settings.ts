/** Thresholds of the reading of rulings. Lengths in em of the page's text, unless the name says otherwise. */
export const RULING_SETTINGS = {
  /** A filled shape at most this thick may be a line. Word's thickest border, 6 points, is 0.57 em of its 10.5. */
  thickest: 0.6,
  /** … if it is this many times as long as thick: a shorter one is a dot, or an area. */
  elongation: 3,
  /** A shape at most this large both ways is a dot of a dotted line, if others follow it: 3 pixels beside 7 points. */
  dot: 0.4,
  /** Rise of a stroke over its length: half a degree, which the straightening of a scan leaves behind. */
  slope: 0.009,
  /** … and no more than this in all, or the line would end at the next one. */
  rise: 0.3,
  /** In a shape with curves only segments this long are straight lines, and not the chords of an arc. */
  straightInCurve: 1.5,
  /** A shape fills at least this share of its bounding box to count as a rectangle (rounded corners, mitres). */
  rectangleShare: 0.95,
  /** Largest difference of a colour channel (of 255) that is still the same colour to the eye: #f5f5f5 on white. */
  sameColour: 10,
  /** Paint fainter than this does not show; paint denser than `opaque` hides what is under it. */
  faintest: 0.08,
  opaque: 0.97,
  /** How far beside a line or an edge the colours are looked at: more than rounding, less than a white gap. */
  beside: 0.03,
  /** Pieces whose middles differ by this may be one line: Word's and WPS's rounding is below 0.05. */
  sameLine: 0.1,
  /** … for the edges of fills: two of them with a gap between are two, and show more than one does. */
  sameEdge: 0.02,
  /** Ends this near to one another meet: files round to a hundredth of a point, and no eye sees such a gap. */
  meets: 0.005,
  /** A gap in a line, at a crossing or between the sides of cells with space between them. */
  gap: 0.25,
  /**
   * Dashes: a piece is no longer (Word's longest is 0.8), the gap after it no wider, nor wider than this many pieces.
   * Two are a series already: the side of a low cell has no more.
   */
  dashLength: 1.2,
  dashGap: 0.6,
  dashGapOfDash: 1.5,
  dashes: 2,
  /** Dots: the gap after one, and how many are a series. One alone is a corner square or part of a drawing. */
  dotGap: 0.35,
  dots: 4,
  /** Shorter ones bound no cell: no text fits beside them. */
  shortest: 0.5,
  /** Lines under and through text: no thicker; where they lie below the baseline; how near to the text they end. */
  decorationThickness: 0.12,
  underlineFrom: 0.02,
  underlineTo: 0.22,
  strikeFrom: -0.5,
  strikeTo: -0.15,
  decorationEnd: 0.3,
  /** … and the share of them that characters take up: letter-spaced text takes less than all. */
  decorationShare: 0.6,
  /** A line across this near to both ends makes them the border of a cell. */
  decorationTouch: 0.08,
  /** Points of all paths of a page. A table of 63 columns and 100 rows drawn side by side has 50,000. */
  points: 2_000_000,
  /** Edges of a filled outline that is taken apart; its cost grows with their square. */
  outlineEdges: 400,
  /** Rulings of a page, the longest ones. A page of 63 columns and 100 rows has under 200, each cell by itself 13,000. */
  rulings: 4_000,
  /** Areas and lines that are looked at to tell what covers what: a real page needs some ten thousand steps. */
  steps: 5_000_000,
} as const;
