import type { Note } from '../document/document.ts';
import type { NoteCode } from '../document/notes.ts';

/** What one pass over the body gathers: its content as it stands in the file, tables not laid out yet. */
export type Draft = ParagraphDraft | TableDraft;

export interface ParagraphDraft {
  readonly kind: 'paragraph';
  /** Visible text; what is raised or lowered stands apart in `raised`. */
  text: string;
  raised: string;
  style: string | undefined;
  numbering: NumberingReference | undefined;
  /** The paragraph mark is deleted or hidden: what follows continues this paragraph. */
  unmarked: boolean;
  shaded: boolean;
  /** Content of the text boxes anchored here. */
  anchored: Draft[];
  notes: Note[];
}

/** `w:numPr` of a paragraph or style (ECMA-376-1, 17.9.18); 0 for `list` turns numbering off. */
export interface NumberingReference {
  list?: number;
  level?: number;
}

export interface TableDraft {
  readonly kind: 'table';
  /** Widths of `w:gridCol` in twentieths of a point; 0 where not stated. */
  readonly gridColumns: number[];
  readonly rows: RowDraft[];
  readonly notes: Note[];
}

export interface RowDraft {
  skippedBefore: number;
  skippedAfter: number;
  widthBefore: number | undefined;
  deleted: boolean;
  hidden: boolean;
  readonly cells: CellDraft[];
}

export type Merge = 'restart' | 'continue';

export interface CellDraft {
  span: number;
  /** `w:tcW` in twentieths of a point, where it is one. */
  width: number | undefined;
  vertical: Merge | undefined;
  horizontal: Merge | undefined;
  deleted: boolean;
  shaded: boolean;
  readonly content: Draft[];
  readonly notes: Note[];
}

export function draftParagraph(): ParagraphDraft {
  return {
    kind: 'paragraph',
    text: '',
    raised: '',
    style: undefined,
    numbering: undefined,
    unmarked: false,
    shaded: false,
    anchored: [],
    notes: [],
  };
}

export function draftTable(): TableDraft {
  return { kind: 'table', gridColumns: [], rows: [], notes: [] };
}

export function draftRow(): RowDraft {
  return { skippedBefore: 0, skippedAfter: 0, widthBefore: undefined, deleted: false, hidden: false, cells: [] };
}

export function draftCell(): CellDraft {
  return {
    span: 1,
    width: undefined,
    vertical: undefined,
    horizontal: undefined,
    deleted: false,
    shaded: false,
    content: [],
    notes: [],
  };
}

/** Adds a note unless there is one of its code. */
export function addNote(notes: Note[], code: NoteCode, detail?: string): void {
  if (notes.some((note) => note.code === code)) return;
  notes.push(detail === undefined ? { code } : { code, detail });
}

export function addNotes(notes: Note[], more: readonly Note[]): void {
  for (const note of more) addNote(notes, note.code, note.detail);
}
