import type { FigureId } from '../../forms/form.ts';

/**
 * A report as it is to be written, before any program's way of writing it: paragraphs and tables with true spans.
 * Layouts make it from a form, dresses change it, writers turn it into a .docx.
 */
export interface Draft {
  readonly blocks: readonly DraftBlock[];
  /** Automatic numbering that paragraphs refer to. */
  readonly lists: readonly DraftList[];
}

export type DraftBlock = DraftParagraph | DraftTable | DraftFrame;

/** A layout table of one cell, drawn around other blocks. */
export interface DraftFrame {
  readonly kind: 'frame';
  readonly blocks: readonly DraftBlock[];
}

export type TextRole = 'title' | 'heading' | 'body' | 'note' | 'blank' | 'label' | 'header' | 'figure';

export interface DraftParagraph {
  readonly kind: 'paragraph';
  readonly role: TextRole;
  readonly pieces: readonly Piece[];
  /** Id of the list that numbers this paragraph. */
  readonly list?: number;
}

/** A stretch of text. `\n` in `text` is a line break. Deleted and hidden text is in the file but not in the report. */
export type Piece =
  | { readonly kind: 'text' | 'deleted' | 'inserted' | 'hidden'; readonly text: string }
  | { readonly kind: 'simple-field' | 'complex-field'; readonly instruction: string; readonly text: string };

export interface DraftList {
  readonly id: number;
  readonly format: 'chineseCounting' | 'decimal';
  /** As in numbering.xml: `%1、`. */
  readonly pattern: string;
  readonly start: number;
}

export interface DraftTable {
  readonly kind: 'table';
  /** Widths of the grid columns in twentieths of a point. */
  readonly widths: readonly number[];
  readonly rowCount: number;
  /** In any order, none overlapping. A position that no cell covers is a gap. */
  readonly cells: readonly DraftCell[];
  readonly encoding: TableEncoding;
}

export interface DraftCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly role: 'band-title' | 'corner' | 'header' | 'label' | 'figure' | 'extra';
  readonly paragraphs: readonly DraftParagraph[];
  /** The figure that a careful reader finds in this cell. */
  readonly figure?: DraftFigure;
  /** Deleted in tracked changes; a row of such cells only is a deleted row. */
  readonly isDeleted?: boolean;
}

export interface DraftFigure {
  readonly id: FigureId;
  readonly value: number | null;
  readonly state: 'stated' | 'blank' | 'dash';
}

/** How spans are put into XML and what stands between rows and cells. */
export interface TableEncoding {
  /** `hMerge`: the legacy way, one tc for each grid column. `widths`: gridSpan is missing, only tcW tells. */
  readonly horizontal: 'gridSpan' | 'hMerge' | 'widths';
  /** Left by selections that crossed the end of a cell or row. */
  readonly bookmarks: 'none' | 'cells' | 'rows';
  /** Content controls around rows or cells. */
  readonly controls: 'none' | 'rows' | 'cells';
}

export const PLAIN_ENCODING: TableEncoding = {
  horizontal: 'gridSpan',
  bookmarks: 'none',
  controls: 'none',
};

export const paragraph = (role: TextRole, text: string): DraftParagraph => ({
  kind: 'paragraph',
  role,
  pieces: text === '' ? [] : [{ kind: 'text', text }],
});

/** What a reader of the accepted document sees in a paragraph. */
export const visibleText = (line: DraftParagraph): string =>
  line.pieces.map((piece) => (piece.kind === 'deleted' || piece.kind === 'hidden' ? '' : piece.text)).join('');

export const cellText = (cell: DraftCell): string => cell.paragraphs.map(visibleText).join('\n');
