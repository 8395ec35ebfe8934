/** Thresholds of the layout. Lengths in em of the text concerned, unless the name says otherwise. */
export const LAYOUT = {
  /** Room that a line of a wrapped number may leave beside one more digit: the margins of a cell, 5.4 points each in Word. */
  wrapSlack: 1.4,
  /** Chinese characters that make a line a label: the shortest of the forms is 其他. */
  leastLabel: 2,
  /** Widths of cells that differ by rounding only. */
  sameWidth: 0.05,
  /** Height of text over its baseline and depth under it: those of the usual Chinese fonts. */
  ascent: 0.85,
  descent: 0.15,
  /** Height of digits: what of a glyph's box is ink. */
  inkHeight: 0.7,
  /** Width of what is no full-width character, at most: fonts without widths give each glyph one em. */
  widestNarrow: 0.6,
  /** Cosine of two degrees: text that leans less stands upright, as on a page that was scanned and straightened. */
  upright: 0.9994,
  /** Share of a page's glyphs in one direction that makes it the page's own. */
  dominantShare: 0.5,
  /** Characters inside tables below which their size says nothing about the size of the tables' text. */
  leastTableCharacters: 8,
  /** Sizes of text that differ by less than this share count as one. */
  sameSize: 0.2,
  /** Height of a page in lines of text, where it has no text that could tell. */
  linesOfPage: 60,

  /** Largest difference of a colour channel (of 255) between text and what is under it that no eye sees. */
  sameColour: 24,
  /** The same glyph drawn again this near is one: fake bold moves by a thirtieth, a shadow by a tenth. */
  drawnTwice: 0.15,
  /** Share of the smaller ink, in both directions, from which on two glyphs are printed over one another. */
  overprinted: 0.4,
  /** Glyphs in a square of this side: no print has as many, though a page's tables may be half as large as its prose. */
  square: 0.7,
  mostInSquare: 32,
  /** A watermark is so many times as large as the text, and so light (0 black, 1 white) or so thin. */
  watermarkSize: 2,
  watermarkLightness: 0.55,
  watermarkAlpha: 0.6,
  /** White text that shows stands on a dark ground: a heading. */
  white: 0.98,
  /** A line this thick may be the ground of smaller text, and one this thick hides it. */
  leastGround: 0.3,
  leastCover: 0.5,
  /** Areas that are looked at to tell what lies under and over the text: a real page needs some ten thousand. */
  coverSteps: 2_000_000,

  /** Baselines within this belong to one line; Word shifts them by a tenth where fonts meet. */
  sameLine: 0.35,
  /** Raised or lowered text is smaller than this share of its line's text, and shifted by at least and most so much. */
  raisedSize: 0.75,
  raisedShift: 0.1,
  mostRaised: 0.7,
  /** … and stands next to it. */
  besideRaised: 0.4,
  /** A gap that a reader sees. Between digits it is a narrower one: a space of Times is 0.25. */
  gap: 0.3,
  digitGap: 0.2,
  /** A space within a number is no wider than this. */
  widestSpace: 1.5,
  /** A gap in which a space was drawn counts from here on; justification squeezes spaces to half. */
  drawnSpace: 0.1,
  /** Gaps that differ by no more than this are letter spacing, if there are several of them and none is wider than … */
  equalGaps: 0.08,
  widestSpacing: 0.6,
  /** Gaps between digits of a table, and the share of them that is alike, from which on they show how it is spaced. */
  leastGaps: 10,
  commonGaps: 0.8,
  /** Share of steps from glyph to glyph that go down where text runs downwards in upright glyphs. */
  downwardShare: 0.6,

  /** A digit over a border by more than this is over it: its side bearing is 0.05, and half of it is 0.25. */
  overBorder: 0.15,
  /** Digits this near to one another over a border are one number. */
  acrossBorder: 0.1,
  /** Words of one line that are further apart than this may stand in two cells. */
  besidePiece: 0.6,
  /** Text and border stand this far apart, at most, where the text fills its cell. */
  mostPadding: 0.7,
  /** Lines that begin within this of one another are set flush. */
  flush: 0.1,
  /** A picture smaller than a character is an ornament. */
  leastPicture: 0.7,
  /** … and one outside of tables no table. */
  leastTableWidth: 8,
  leastTableHeight: 2,

  /** First lines of paragraphs are indented by two; a line that begins this far in begins one. */
  indent: 1.2,
  /** Room at the end of a line that filled it: a punctuation mark that was set narrow or hangs over. */
  lineEnd: 0.5,
  /** Baselines of one paragraph; official prose has 28 points for 16. */
  linePitch: 2.3,
  /** Characters of a line that shows how wide the text is set. */
  longLine: 15,

  /** Shares of the page's height at its top and bottom in which running heads and page numbers stand. */
  headBand: 0.12,
  /** … and page numbers, which stand under the text and not under the margin. */
  pageNumberBand: 0.2,
  /** Lines of a running head, at most. */
  mostHeadLines: 3,
  /** Share of the pages that repeat a line when it is a running head. */
  repeatedShare: 0.5,

  /** Shares of the page from which on a picture may be a table without a heading, and the page itself. */
  largePicture: 1 / 3,
  wholePage: 0.8,
  /** Characters stamped on a page that is a picture otherwise. */
  mostStamped: 60,
} as const;
