import { type DraftCell, type DraftTable, paragraph } from '../../samples/writers/draft.ts';
import type { Dress } from './dress.ts';

/** Vertical merges replaced by what people draw instead of them. */
export function dressMerges(table: DraftTable, merges: Dress['merges']): DraftTable {
  switch (merges) {
    case 'true':
      return table;
    case 'blank':
      return { ...table, cells: table.cells.flatMap((cell) => rowsOf(cell, [paragraph('label', '')])) };
    case 'repeated':
      return { ...table, cells: table.cells.flatMap((cell) => rowsOf(cell, cell.paragraphs)) };
    case 'gap':
      return { ...table, cells: table.cells.map((cell) => ({ ...cell, rowSpan: 1 })) };
    default:
      return merges satisfies never;
  }
}

function rowsOf(cell: DraftCell, further: DraftCell['paragraphs']): DraftCell[] {
  return Array.from({ length: cell.rowSpan }, (_, at) => ({
    ...cell,
    row: cell.row + at,
    rowSpan: 1,
    paragraphs: at === 0 ? cell.paragraphs : further,
  }));
}
