const KB = 1024;
const MB = 1024 * KB;

/**
 * Bounds on what a reader takes in. A real annual report has one to three megabytes, fifteen parts, 250 kB of body
 * text markup, 600 paragraphs and 500 cells; the bounds stand at least ten times above that, and low enough that a file
 * made to exhaust the reader ends within seconds and 256 MB.
 */
export const LIMITS = {
  /** The upload itself: what a mail gateway passes, and ten times the largest report met. */
  fileBytes: 32 * MB,
  /** Entries in the archive's directory. A report with a picture on every page has some hundreds. */
  zipEntries: 2_000,
  /** The main part, inflated: 60 MB of it exhaust a reader that builds a tree even at 3 GB of heap. */
  documentBytes: 16 * MB,
  /** Any other part that is read (relationships, styles, numbering), inflated. */
  partBytes: 4 * MB,
  /** Compressed bytes inflated in one call: no more than 64 MB, a third of a second. Real parts have 5 to 60 kB. */
  inflateAtOnceBytes: 64 * KB,
  /** Compressed bytes given to the inflater at a time: they become at most 1032 times as many before the next check. */
  inflateStepBytes: 8 * KB,
  /**
   * A deflated part may have this share of its limit in compressed bytes, and every step of it must become at least
   * this share of itself: deflate blocks that hold nothing cost time without output. Markup compresses to a tenth.
   */
  deflatedShare: 1 / 4,
  /** Elements open at once: Word nests a table in a table in a text box in about forty. */
  xmlDepth: 256,
  /** Characters from the end of one tag to the end of the next: a tag of a million attributes would take 300 MB. */
  xmlTagCharacters: MB,
  /** `xmlns` declarations in a part: Word writes about forty, and some drawings declare their own. */
  xmlNamespaceDeclarations: 20_000,
  /** A hundred times the paragraphs, cells and rows of the longest report. */
  paragraphs: 100_000,
  cells: 50_000,
  rows: 50_000,
  /** Fields begun and not ended: Word nests twenty. Older ones are taken as ended. */
  fieldDepth: 64,
  /** Characters of an automatic number, which is repeated for every paragraph: `第一百零五章` is a long one. */
  listNumberLength: 64,
  /** Columns of a table, and the widest span: Word's own limit. */
  gridColumns: 63,
  /** Styles based on one another, and numbering styles linked to one another. */
  styleChain: 64,
  /** Bytes searched for a marker at the start of a file: the PDF specification's own allowance for its header. */
  sniffBytes: 1 * KB,
} as const;
