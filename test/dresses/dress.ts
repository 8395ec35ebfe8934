import type { WriterId } from '../../samples/writers/writer.ts';

/**
 * How a report is dressed. Every option changes one thing about the document and, apart from `zeros`, `missingRows`
 * and `missingColumn`, nothing about its figures; options can be combined at will.
 */
export interface Dress {
  readonly name: string;
  readonly writer: WriterId;
  /** `variants`: wordings met in published reports, from forms/. */
  readonly wording: 'form' | 'variants';
  /** A run of characters is lost from some labels, never so many that the label could be another one. */
  readonly lostCharacters: boolean;
  /** Brackets, quotes and digits of labels; `spaced` puts spaces between characters. */
  readonly characters: 'plain' | 'half-width' | 'full-width' | 'mixed' | 'spaced';
  /** Group labels and narrow headers with one character to a line. */
  readonly lineBreaks: 'none' | 'breaks' | 'paragraphs';
  /** The numbers of labels and headings come from numbering.xml. */
  readonly automaticNumbering: boolean;
  readonly numbers: 'plain' | 'units' | 'thousands' | 'spaced' | 'full-width' | 'mixed';
  /** `22（其中修订16件）` in some cells. */
  readonly remarks: boolean;
  /** Some zeros are written as a dash or left blank: another state, not the same figure. */
  readonly zeros: 'stated' | 'dash' | 'blank';
  /** What stands in some figure cells besides the figure, or makes it up. */
  readonly marks: 'none' | 'tracked' | 'hidden' | 'simple-fields' | 'complex-fields';
  /** Vertical merges: `blank` and `repeated` cells in their place, or `gap`: nothing (gridBefore, gridAfter). */
  readonly merges: 'true' | 'blank' | 'repeated' | 'gap';
  readonly horizontal: 'gridSpan' | 'hMerge' | 'widths';
  readonly bookmarks: 'none' | 'cells' | 'rows';
  readonly controls: 'none' | 'rows' | 'cells';
  /** `misaligned`: narrow grid columns between header and data edges. `margins`: rows that start one column later. */
  readonly grid: 'clean' | 'misaligned' | 'margins';
  readonly extraRows: boolean;
  readonly extraColumn: boolean;
  readonly footnoteRow: boolean;
  /** A row with other numbers that tracked changes have deleted. */
  readonly deletedRow: boolean;
  readonly swappedRows: boolean;
  readonly missingRows: number;
  readonly missingColumn: boolean;
  /** Table 2 as one grid for each band, its title in the grid or as a paragraph above. */
  readonly bands: 'together' | 'apart' | 'captioned';
  readonly split: TableSplit | 'none';
  /** Tables 2, 3 and 4 in one grid, the headings as rows of it. */
  readonly oneGrid: boolean;
  readonly headings: 'plain' | 'variants' | 'restarted' | 'misnumbered' | 'absent';
  /** The whole report in the one cell of a layout table. */
  readonly frame: boolean;
}

/** Table 3 goes on in further grids, as after a page break. */
export interface TableSplit {
  readonly parts: 2 | 3;
  readonly header: 'repeated' | 'none';
  /** The label of a group that the cut goes through: in both parts, in the first, or half and half. */
  readonly groups: 'repeated' | 'blank' | 'cut';
}

const PLAIN: Dress = {
  name: 'plain',
  writer: 'word',
  wording: 'form',
  lostCharacters: false,
  characters: 'plain',
  lineBreaks: 'none',
  automaticNumbering: false,
  numbers: 'plain',
  remarks: false,
  zeros: 'stated',
  marks: 'none',
  merges: 'true',
  horizontal: 'gridSpan',
  bookmarks: 'none',
  controls: 'none',
  grid: 'clean',
  extraRows: false,
  extraColumn: false,
  footnoteRow: false,
  deletedRow: false,
  swappedRows: false,
  missingRows: 0,
  missingColumn: false,
  bands: 'together',
  split: 'none',
  oneGrid: false,
  headings: 'plain',
  frame: false,
};

/** A dress by what it changes. */
export const dress = (name: string, changes: Partial<Dress> = {}): Dress => ({ ...PLAIN, ...changes, name });
