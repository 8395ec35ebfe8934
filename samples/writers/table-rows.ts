import type { DraftCell, DraftTable } from './draft.ts';
import type { WrittenCell } from './writer.ts';

/** A tc to be written, with the draft cell whose text it carries (none in the continuation of a merge). */
export interface RowCell {
  readonly written: WrittenCell;
  readonly cell?: DraftCell;
}

export interface Row {
  readonly gridBefore: number;
  readonly gridAfter: number;
  readonly isDeleted: boolean;
  readonly cells: readonly RowCell[];
}

/** Breaks a table of spanning cells into rows of tc, as WordprocessingML wants it. */
export function tableRows(table: DraftTable): Row[] {
  return Array.from({ length: table.rowCount }, (_, row) => tableRow(table, row));
}

function tableRow(table: DraftTable, row: number): Row {
  const covering = table.cells
    .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
    .sort((left, right) => left.column - right.column);
  const first = covering[0];
  const last = covering.at(-1);
  if (!first || !last)
    return { gridBefore: 0, gridAfter: 0, isDeleted: false, cells: [blankCell(table, 0, table.widths.length)] };
  const cells: RowCell[] = [];
  let column = first.column;
  for (const cell of covering) {
    // A gap between cells cannot be left out of a row, only at its ends.
    if (cell.column > column) cells.push(blankCell(table, column, cell.column - column));
    cells.push(...spanningCells(table, cell, row));
    column = cell.column + cell.columnSpan;
  }
  const isDeleted =
    covering.some((cell) => cell.row === row) && covering.every((cell) => cell.row < row || cell.isDeleted);
  return { gridBefore: first.column, gridAfter: table.widths.length - column, isDeleted, cells };
}

const blankCell = (table: DraftTable, column: number, span: number): RowCell => ({
  written: { width: width(table, column, span), gridSpan: span, role: 'extra' },
});

function spanningCells(table: DraftTable, cell: DraftCell, row: number): RowCell[] {
  const continued = row > cell.row;
  const base = {
    role: cell.role,
    ...(cell.rowSpan > 1 ? { vMerge: continued ? ('continue' as const) : ('restart' as const) } : {}),
  };
  const text = continued ? {} : { cell };
  if (table.encoding.horizontal !== 'hMerge' || cell.columnSpan === 1) {
    const written = { ...base, gridSpan: cell.columnSpan, width: width(table, cell.column, cell.columnSpan) };
    return [{ written, ...text }];
  }
  return Array.from({ length: cell.columnSpan }, (_, at) => {
    const hMerge = at === 0 ? ('restart' as const) : ('continue' as const);
    const written = { ...base, gridSpan: 1, hMerge, width: width(table, cell.column + at, 1) };
    return at === 0 ? { written, ...text } : { written };
  });
}

const width = (table: DraftTable, column: number, span: number): number =>
  table.widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
