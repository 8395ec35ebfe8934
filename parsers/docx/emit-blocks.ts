import type { Block, Cell, Grid, Note, Paragraph } from '../document/document.ts';
import { addNote, addNotes, type CellDraft, type Draft, type ParagraphDraft, type TableDraft } from './draft.ts';
import { type LaidOutCell, layOutTable } from './lay-out-table.ts';

/** Turns drafts into the blocks of a Document, in reading order; grids are counted as they come. */
export function emitBlocks(content: readonly Draft[]): readonly Block[] {
  const blocks: Block[] = [];
  emitInto(blocks, content, { grids: 0 });
  return blocks;
}

interface Count {
  grids: number;
}

function emitInto(blocks: Block[], content: readonly Draft[], count: Count): void {
  for (const draft of content) {
    if (draft.kind === 'paragraph') {
      blocks.push(emitParagraph(draft));
      emitInto(blocks, draft.anchored, count);
    } else if (isLayout(draft)) {
      for (const row of draft.rows) for (const cell of row.cells) emitInto(blocks, shownIn(cell), count);
    } else {
      emitTable(blocks, draft, count);
    }
  }
}

function emitParagraph(draft: ParagraphDraft): Paragraph {
  return { kind: 'paragraph', text: joinTexts([draft]), notes: draft.notes };
}

/** A table that only arranges other tables on the page: it holds some, and no row has two cells with anything in them. */
function isLayout(table: TableDraft): boolean {
  if (!table.rows.some((row) => row.cells.some((cell) => cell.content.some(isTable)))) return false;
  return table.rows.every((row) => row.cells.filter((cell) => cell.content.some(showsAnything)).length <= 1);
}

function isTable(draft: Draft): boolean {
  return draft.kind === 'table';
}

function showsAnything(draft: Draft): boolean {
  if (draft.kind === 'table') return true;
  return draft.anchored.length > 0 || (draft.text + draft.raised).trim() !== '';
}

/** Cells without content in a layout table are only spacing. */
function shownIn(cell: CellDraft): readonly Draft[] {
  return cell.content.some(showsAnything) ? cell.content : [];
}

/** The grid, then whatever stands inside its cells beyond their own text: nested tables and text boxes. */
function emitTable(blocks: Block[], draft: TableDraft, count: Count): void {
  const table = ++count.grids;
  const { rowCount, columnCount, cells, notes } = layOutTable(draft);
  const grid: Grid = {
    kind: 'grid',
    rowCount,
    columnCount,
    cells: cells.map((cell) => emitCell(cell, table)),
    notes,
  };
  blocks.push(grid);
  for (const { draft: cell } of cells) {
    for (const held of cell.content) emitInto(blocks, held.kind === 'table' ? [held] : held.anchored, count);
  }
}

function emitCell({ draft, covered, row, column, rowSpan, columnSpan }: LaidOutCell, table: number): Cell {
  const paragraphs: ParagraphDraft[] = [];
  for (const held of draft.content) if (held.kind === 'paragraph') paragraphs.push(held);
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    text: joinTexts(paragraphs),
    where: { table, row: row + 1, column: column + 1, rowSpan, columnSpan },
    notes: notesOf(draft, covered, paragraphs),
  };
}

function notesOf(
  draft: CellDraft,
  covered: readonly CellDraft[],
  paragraphs: readonly ParagraphDraft[],
): readonly Note[] {
  const notes = draft.notes;
  for (const paragraph of paragraphs) addNotes(notes, paragraph.notes);
  if (paragraphs.length < draft.content.length) addNote(notes, 'nested-table');
  if (covered.some((cell) => cell.content.some(showsAnything))) addNote(notes, 'hidden-text');
  return notes;
}

/** Raised text is a mark beside the text – unless there is nothing else, when it is the text. */
function joinTexts(paragraphs: readonly ParagraphDraft[]): string {
  const [first] = paragraphs;
  const text =
    first !== undefined && paragraphs.length === 1
      ? first.text
      : paragraphs.map((paragraph) => paragraph.text).join('\n');
  if (!paragraphs.some(({ raised }) => raised !== '') || text.trim() !== '') return text;
  return paragraphs.map((paragraph) => paragraph.text + paragraph.raised).join('\n');
}
