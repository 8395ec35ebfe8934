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
  /** Compressed bytes that may hold nothing before what they became is compared with the share below. */
  inflateStepBytes: 8 * KB,
  /**
   * A deflated part may have this share of its limit in compressed bytes, and what was read of it, but for one step, must
   * have become at least this share of itself: deflate blocks that hold nothing cost time without output. Markup compresses to a tenth.
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
  /**
   * Of a .pdf, on all pages together. A report of ten pages draws 8,000 glyphs and 4,000 points of rulings and clip
   * rectangles; an emblem drawn as a path some thousands more. Each costs about a hundred bytes.
   */
  pdfGlyphs: 400_000,
  pdfPathPoints: 1_000_000,
  pdfImages: 20_000,
  /** Graphics states saved at once. The specification asks for 28; some writers never restore. */
  pdfSavedStates: 20_000,
  /** Bytes of content streams and character maps, counted each time that one is drawn. Real: 1 MB. */
  pdfContentBytes: 32 * MB,
  /** Forms drawn, and how deep in one another. A report has a letterhead on each page; drawings nest three or four. */
  pdfDrawnForms: 20_000,
  pdfFormDepth: 32,
  /** Fonts, and the codes that they give a width or a text. A report uses ten, with 300 codes each. */
  pdfFonts: 1_000,
  pdfFontEntries: 1_000_000,
  /** Bytes searched for a marker at the start of a file: the PDF specification's own allowance for its header. */
  sniffBytes: 1 * KB,

  /** Pages of a PDF. A report has five to forty; a year book of a province some hundreds. */
  pdfPages: 500,
  /** Levels of the page tree: office software writes one to four. */
  pdfPageTreeDepth: 64,
  /** Indirect objects. A tagged report of forty pages has ten thousand. */
  pdfObjects: 200_000,
  /** The highest object number, which Acrobat and ISO 32000-1 (annex C) give. */
  pdfObjectNumber: 8_388_607,
  /** Arrays and dictionaries within each other: five in what office software writes. */
  pdfDepth: 64,
  /** References to references before they are taken to lead nowhere. */
  pdfReferenceChain: 16,
  /** Cross-reference sections, one for each time that the file was saved without being rewritten. */
  pdfRevisions: 256,
  /** Elements of arrays and entries of dictionaries read from one file; a dictionary counts as ten. Real: ten thousand. */
  pdfItems: 2_000_000,
  /** Bytes read as objects, together: each is read once, so it exceeds the file and its object streams only by attack. */
  pdfParsedBytes: 128 * MB,
  /** Bytes of a name or keyword: ISO 32000-1 (annex C) allows 127. */
  pdfNameBytes: 4 * KB,
  /** Bytes of a string as written, with escapes. The longest real one, the words of a line, has some hundreds. */
  pdfStringBytes: 4 * MB,
  /** A stream with its filters applied. The content of a dense page has 100 kB, a map drawn in lines some megabytes. */
  pdfStreamBytes: 16 * MB,
  /** The same of an embedded font: a Chinese font that was embedded whole has 18 MB. */
  pdfFontBytes: 32 * MB,
  /** All streams of a file that are read. */
  pdfInflatedBytes: 64 * MB,
  /** Filters of one stream. Office software writes one, mail gateways make it two. */
  pdfFilters: 8,
  /**
   * Streams of an encrypted file other than pictures and fonts, as stored: nothing bounds what they inflate to before
   * another engine inflates them, at most 1032 times as much. A real report has 200 kB.
   */
  pdfEncryptedBytes: 4 * MB,
  /** Samples of a picture: A3 at 600 dots to the inch has 70 million. */
  pdfPicturePixels: 100_000_000,
  /**
   * Operators of content streams and bytes of the strings that they show, counted as often as they are interpreted. A
   * dense page has ten thousand; pdf.js holds each as an object of some hundred bytes.
   */
  pdfOperations: 3_000_000,
} as const;
