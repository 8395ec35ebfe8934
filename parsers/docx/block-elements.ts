import { LIMITS } from '../bytes/limits.ts';
import { unreadable } from '../bytes/unreadable.ts';
import { addNote, addNotes, draftCell, draftRow, draftTable, type TableDraft } from './draft.ts';
import { type ElementHandlers, SKIPPED } from './elements.ts';
import {
  enterLevel,
  finishParagraph,
  flushUnfinished,
  leaveLevel,
  noteHere,
  type Reading,
  startParagraph,
} from './reading.ts';
import { isHiddenRun } from './run-text.ts';
import { fillsGrid } from './table-layout.ts';

/** Paragraphs, tables and text boxes; content controls, custom XML and links around them are transparent. */
export const BLOCK_ELEMENTS: ElementHandlers = {
  'w:p': {
    open(reading) {
      if (reading.paragraphs >= LIMITS.paragraphs) return unreadable('archive-bomb');
      startParagraph(reading);
      return undefined;
    },
    close: finishParagraph,
  },
  'w:tbl': {
    open(reading) {
      finishParagraph(reading);
      flushUnfinished(reading.level);
      const table = draftTable();
      enterLevel(reading, [], table.notes, table);
      return undefined;
    },
    close(reading) {
      const { table, content } = reading.level;
      leaveLevel(reading);
      // Text that stands between rows belongs to no cell, but is shown.
      for (const draft of content) reading.level.content.push(draft);
      if (table !== undefined) keepTable(reading, table);
    },
  },
  'w:tr': {
    open(reading) {
      if (++reading.rows > LIMITS.rows) return unreadable('archive-bomb');
      reading.level.row = draftRow();
      return undefined;
    },
    close(reading) {
      const { row, table } = reading.level;
      reading.level.row = undefined;
      if (row === undefined || table === undefined) return;
      if (row.deleted) addNote(table.notes, 'deleted-text');
      else table.rows.push(row);
    },
  },
  'w:tc': {
    open(reading) {
      if (++reading.cells > LIMITS.cells) return unreadable('archive-bomb');
      const cell = draftCell();
      enterLevel(reading, cell.content, cell.notes, undefined, cell);
      return undefined;
    },
    close(reading) {
      const { cell } = reading.level;
      leaveLevel(reading);
      const { row, notes } = reading.level;
      if (cell?.deleted) addNote(notes, 'deleted-text');
      else if (cell !== undefined) row?.cells.push(cell);
    },
  },
  'w:txbxContent': {
    open(reading) {
      if (isHiddenRun(reading)) {
        noteHere(reading, 'hidden-text');
        return 'skip';
      }
      noteHere(reading, 'text-box');
      const { paragraph, content } = reading.level;
      const anchored = paragraph?.anchored ?? content;
      enterLevel(reading, anchored, []);
      return undefined;
    },
    close: leaveLevel,
  },
  'w:altChunk': {
    open(reading) {
      noteHere(reading, 'embedded-content');
      return 'skip';
    },
  },
  'w:subDoc': {
    open(reading) {
      noteHere(reading, 'embedded-content');
      return 'skip';
    },
  },
  'mc:AlternateContent': {
    open(reading) {
      reading.alternatives.push(false);
      return undefined;
    },
    close(reading) {
      reading.alternatives.pop();
    },
  },
  'mc:Choice': { open: (reading) => takeBranch(reading.alternatives) },
  'mc:Fallback': { open: (reading) => takeBranch(reading.alternatives) },
  'w:sdtPr': SKIPPED,
  'w:sdtEndPr': SKIPPED,
  'w:customXmlPr': SKIPPED,
  'w:sectPr': SKIPPED,
};

/** A table whose rows are all deleted is deleted itself. */
function keepTable(reading: Reading, table: TableDraft): void {
  if (table.rows.length === 0 && table.notes.length > 0) addNotes(reading.level.notes, table.notes);
  else reading.level.content.push(table);
  if (!fillsGrid(table)) reading.wantsDetail = true;
}

/** Every branch holds the same content for another generation of readers (ECMA-376-3, 9.3): the first is read. */
function takeBranch(alternatives: boolean[]): 'skip' | undefined {
  if (alternatives.at(-1) === true) return 'skip';
  if (alternatives.length > 0) alternatives[alternatives.length - 1] = true;
  return undefined;
}
