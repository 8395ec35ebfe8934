import type { NoteCode } from './notes.ts';

/**
 * What a reader (docx or pdf) gives and everything after it relies on: the text of a file in reading order, as
 * paragraphs and grids, and where each piece came from. Nothing in it knows about forms or figures.
 */
export interface Document {
  readonly format: 'docx' | 'pdf';
  /**
   * Paragraphs and grids in reading order. Grids nested in a cell, and what stands in a text box, follow the grid or
   * paragraph that holds them; a table that only arranges other tables on the page is given as what it holds.
   */
  readonly blocks: readonly Block[];
  /** Oddities of the file as a whole. */
  readonly notes: readonly Note[];
  /** Of a .pdf: what stands on its pages, for what looks at the text again without the grids. */
  readonly pages?: readonly Page[];
}

/** A page of a .pdf as it is shown. Sizes in PDF points. */
export interface Page {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Every visible line, those in tables included, from top to bottom; running heads and page numbers left out. */
  readonly lines: readonly Line[];
}

/** Words on one baseline, from left to right. */
export interface Line {
  readonly words: readonly Word[];
}

/** Characters with no gap between them that a reader would see. */
export interface Word {
  readonly text: string;
  readonly box: Box;
}

/** `[x0, y0, x1, y1]` in PDF points from the top left corner of the page as shown. */
export type Box = readonly [number, number, number, number];

export type Block = Paragraph | Grid;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Visible text, automatic numbering included; a line break is `\n`. */
  readonly text: string;
  readonly notes: readonly Note[];
  /** In a .pdf. */
  readonly where?: PdfPlace;
}

/** A table as it was drawn: cells with true row and column spans, no statutory meaning yet. */
export interface Grid {
  readonly kind: 'grid';
  readonly rowCount: number;
  readonly columnCount: number;
  /** Each cell once, at its top left corner, by row then column. Positions that no cell covers are gaps. */
  readonly cells: readonly Cell[];
  readonly notes: readonly Note[];
}

export interface Cell {
  /** Grid position of the top left corner, from 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Visible text; paragraphs and line breaks inside the cell are `\n`. */
  readonly text: string;
  readonly where: Where;
  /** Oddities of this cell; one whose code is in {@link DOUBTS} makes what was read here uncertain. */
  readonly notes: readonly Note[];
}

/** Where a cell stands in its file. */
export type Where =
  /** In a .docx: table by order in the document body, row and grid column of the table, all from 1. */
  | {
      readonly table: number;
      readonly row: number;
      readonly column: number;
      readonly rowSpan: number;
      readonly columnSpan: number;
    }
  | PdfPlace;

/** In a .pdf: the first page, from 1, and a box for each page from that one on: what a page cuts goes on on the next. */
export interface PdfPlace {
  readonly page: number;
  readonly boxes: readonly Box[];
}

/** Something odd but readable. `detail` quotes at most a few characters of what was met. */
export interface Note {
  readonly code: NoteCode;
  readonly detail?: string;
}
