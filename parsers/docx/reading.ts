import type { Note } from '../document/document.ts';
import type { NoteCode } from '../document/notes.ts';
import {
  addNote,
  addNotes,
  type CellDraft,
  type Draft,
  draftParagraph,
  type ParagraphDraft,
  type RowDraft,
  type TableDraft,
} from './draft.ts';
import type { Field } from './field.ts';
import { blankFormat, type RunFormat } from './run-format.ts';
import type { StyleSheet } from './styles.ts';

/** One nesting level of the body: the body itself, a table, a cell or a text box. */
export interface Level {
  readonly content: Draft[];
  /** Notes of the level as a whole. */
  readonly notes: Note[];
  readonly table: TableDraft | undefined;
  readonly cell: CellDraft | undefined;
  row: RowDraft | undefined;
  paragraph: ParagraphDraft | undefined;
  /** Paragraph whose mark is deleted or hidden: the next one continues it. */
  unfinished: ParagraphDraft | undefined;
  readonly fields: Field[];
  /** The run being read. */
  run: RunFormat;
  /** The rest of the run is a footnote mark of the author's own (`w:customMarkFollows`). */
  customMark: boolean;
}

/** Where one pass over the body stands. The element handlers change it; nothing else does. */
export interface Reading {
  readonly styles: StyleSheet;
  /**
   * Whether cell widths and fills are read. Few files need them, every cell states them, and reading them costs a
   * fifth of the pass: a first pass does without and says whether a second is called for.
   */
  readonly detailed: boolean;
  wantsDetail: boolean;
  readonly levels: Level[];
  level: Level;
  paragraphs: number;
  cells: number;
  rows: number;
  rootSeen: boolean;
  /** Which element's properties are open, to tell `w:del` as a mark from `w:del` around content. */
  properties: 'paragraph' | 'row' | undefined;
  /** Format that an open `w:rPr` describes: of the run, or of the paragraph mark. */
  format: RunFormat | undefined;
  /** Format of the paragraph mark whose `w:pPr` is open. */
  mark: RunFormat;
  /** Nesting of `w:ins` and `w:moveTo` around content. */
  insertions: number;
  /** Character data of the `w:t`, `w:instrText` or `m:t` being read. */
  characters: string | undefined;
  keepsSpace: boolean;
  /** For each open `mc:AlternateContent`, whether a branch was taken. */
  readonly alternatives: boolean[];
}

export function startReading(styles: StyleSheet, detailed: boolean): Reading {
  const body = newLevel([], []);
  return {
    styles,
    detailed,
    wantsDetail: false,
    levels: [body],
    level: body,
    paragraphs: 0,
    cells: 0,
    rows: 0,
    rootSeen: false,
    properties: undefined,
    format: undefined,
    mark: blankFormat(),
    insertions: 0,
    characters: undefined,
    keepsSpace: false,
    alternatives: [],
  };
}

function newLevel(content: Draft[], notes: Note[], table?: TableDraft, cell?: CellDraft): Level {
  return {
    content,
    notes,
    table,
    cell,
    row: undefined,
    paragraph: undefined,
    unfinished: undefined,
    fields: [],
    run: blankFormat(),
    customMark: false,
  };
}

export function enterLevel(
  reading: Reading,
  content: Draft[],
  notes: Note[],
  table?: TableDraft,
  cell?: CellDraft,
): void {
  reading.level = newLevel(content, notes, table, cell);
  reading.levels.push(reading.level);
}

export function leaveLevel(reading: Reading): void {
  finishParagraph(reading);
  flushUnfinished(reading.level);
  reading.levels.pop();
  reading.level = reading.levels.at(-1) ?? reading.level;
}

export function startParagraph(reading: Reading): void {
  finishParagraph(reading);
  reading.paragraphs++;
  const paragraph = draftParagraph();
  const before = reading.level.unfinished;
  if (before !== undefined) {
    paragraph.text = before.text;
    paragraph.raised = before.raised;
    paragraph.anchored = before.anchored;
    paragraph.notes = before.notes;
    reading.level.unfinished = undefined;
  }
  reading.level.paragraph = paragraph;
}

/** Ends the open paragraph. The last mark of a joined paragraph is the one that stays (17.13.5.15). */
export function finishParagraph(reading: Reading): void {
  const { level } = reading;
  const { paragraph } = level;
  if (paragraph === undefined) return;
  endInstructions(level, paragraph);
  level.paragraph = undefined;
  if (paragraph.unmarked) level.unfinished = paragraph;
  else level.content.push(paragraph);
}

/** A field that shows no result by the end of its paragraph hides nothing of what follows. */
function endInstructions(level: Level, paragraph: ParagraphDraft): void {
  const open = level.fields.findIndex((field) => field.phase === 'instruction');
  if (open === -1) return;
  level.fields.length = open;
  addNote(paragraph.notes, 'field-without-result');
}

/** A paragraph without a mark that nothing continues: kept where it shows anything, else only its notes are. */
export function flushUnfinished(level: Level): void {
  const paragraph = level.unfinished;
  if (paragraph === undefined) return;
  level.unfinished = undefined;
  if (paragraph.text !== '' || paragraph.raised !== '' || paragraph.anchored.length > 0) level.content.push(paragraph);
  else addNotes(level.notes, paragraph.notes);
}

/** Notes an oddity of the open paragraph, or else of the cell, text box or body. */
export function noteHere(reading: Reading, code: NoteCode, detail?: string): void {
  addNote(reading.level.paragraph?.notes ?? reading.level.notes, code, detail);
}
