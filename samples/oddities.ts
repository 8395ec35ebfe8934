import type { Transcription } from './transcription.ts';
import { type Draft, type DraftTable, paragraph } from './writers/draft.ts';
import { cutCells, insertRows } from './writers/table-edits.ts';

type Oddity = Transcription['oddities'][number];

/** Changes the structure of a table as it was published. */
export function applyOddity(draft: Draft, oddity: Oddity): Draft {
  const prefix = oddity.kind === 'groups-repeated' ? `t3.${oddity.row}.` : `${oddity.table}.`;
  const blocks = draft.blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const row = block.cells.find((cell) => cell.figure?.id.startsWith(prefix))?.row;
    if (row === undefined) return block;
    return oddity.kind === 'groups-repeated' ? repeatGroups(block, row) : addEmptyRow(block);
  });
  return { ...draft, blocks };
}

const repeatGroups = (table: DraftTable, row: number): DraftTable =>
  cutCells(table, row, (cell) => [cell.paragraphs, cell.paragraphs]);

function addEmptyRow(table: DraftTable): DraftTable {
  const row = table.rowCount;
  const empty = table.widths.map((_, column) => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    role: 'extra' as const,
    paragraphs: [paragraph('figure', '')],
  }));
  const longer = insertRows(table, row, 1);
  return { ...longer, cells: [...longer.cells, ...empty] };
}
