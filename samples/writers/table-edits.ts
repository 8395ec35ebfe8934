import type { DraftCell, DraftTable } from './draft.ts';

const bottom = (cell: DraftCell): number => cell.row + cell.rowSpan;
const right = (cell: DraftCell): number => cell.column + cell.columnSpan;

/** Opens `count` empty rows before row `at`. Cells that span this place grow, as they do in an editor. */
export function insertRows(table: DraftTable, at: number, count: number): DraftTable {
  const cells = table.cells.map((cell) => {
    if (cell.row >= at) return { ...cell, row: cell.row + count };
    return bottom(cell) > at ? { ...cell, rowSpan: cell.rowSpan + count } : cell;
  });
  return { ...table, rowCount: table.rowCount + count, cells };
}

/** Takes a row out with the cells that stand in it alone; taller cells shrink. */
export function removeRow(table: DraftTable, at: number): DraftTable {
  const cells = table.cells.flatMap((cell) => {
    if (cell.row > at) return [{ ...cell, row: cell.row - 1 }];
    if (bottom(cell) <= at) return [cell];
    return cell.rowSpan > 1 ? [{ ...cell, rowSpan: cell.rowSpan - 1 }] : [];
  });
  return { ...table, rowCount: table.rowCount - 1, cells };
}

/** Opens one grid column before column `at`; cells that span this place grow. */
export function insertColumn(table: DraftTable, at: number, width: number): DraftTable {
  const cells = table.cells.map((cell) => {
    if (cell.column >= at) return { ...cell, column: cell.column + 1 };
    return right(cell) > at ? { ...cell, columnSpan: cell.columnSpan + 1 } : cell;
  });
  return { ...table, widths: table.widths.toSpliced(at, 0, width), cells };
}

/** Takes a grid column out; wider cells shrink. */
export function removeColumn(table: DraftTable, at: number): DraftTable {
  const cells = table.cells.flatMap((cell) => {
    if (cell.column > at) return [{ ...cell, column: cell.column - 1 }];
    if (right(cell) <= at) return [cell];
    return cell.columnSpan > 1 ? [{ ...cell, columnSpan: cell.columnSpan - 1 }] : [];
  });
  return { ...table, widths: table.widths.toSpliced(at, 1), cells };
}

/** How the text of a cell is shared out when a row boundary goes through it. */
export type CutText = (cell: DraftCell) => readonly [DraftCell['paragraphs'], DraftCell['paragraphs']];

/** Cuts every cell that spans the boundary above row `at` into two. */
export function cutCells(table: DraftTable, at: number, shareText: CutText): DraftTable {
  const cells = table.cells.flatMap((cell) => {
    if (cell.row >= at || bottom(cell) <= at) return [cell];
    const [above, below] = shareText(cell);
    return [
      { ...cell, rowSpan: at - cell.row, paragraphs: above },
      { ...cell, row: at, rowSpan: bottom(cell) - at, paragraphs: below },
    ];
  });
  return { ...table, cells };
}

/** The rows `from` (inclusive) to `to` (exclusive) as a table of their own. No cell may span either boundary. */
export function sliceRows(table: DraftTable, from: number, to: number): DraftTable {
  const cells = table.cells
    .filter((cell) => cell.row >= from && bottom(cell) <= to)
    .map((cell) => ({ ...cell, row: cell.row - from }));
  return { ...table, rowCount: to - from, cells };
}
