import type { TableId } from '../../forms/form.ts';
import type { Draft, DraftCell, DraftTable } from '../../samples/writers/draft.ts';

/** Which statutory table a drawn table holds figures of, if any. */
function tableIdOf(table: DraftTable): TableId | undefined {
  const id = table.cells.find((cell) => cell.figure)?.figure?.id;
  if (id?.startsWith('t2.')) return 't2';
  if (id?.startsWith('t3.')) return 't3';
  return id ? 't4' : undefined;
}

/** Changes every statutory table of a draft; what comes back takes the table's place. */
export function editTables(draft: Draft, edit: (table: DraftTable, id: TableId) => Draft['blocks']): Draft {
  const blocks = draft.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [block];
    const id = tableIdOf(block);
    return id ? edit(block, id) : [block];
  });
  return { ...draft, blocks };
}

/** Rows that hold figures, from the top. */
export function figureRows(table: DraftTable): number[] {
  const rows = new Set(table.cells.filter((cell) => cell.figure).map((cell) => cell.row));
  return [...rows].sort((left, right) => left - right);
}

export const spansBoundary = (cell: DraftCell, row: number): boolean => cell.row < row && row < cell.row + cell.rowSpan;
