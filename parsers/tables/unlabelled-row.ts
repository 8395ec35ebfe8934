import type { ObservedRow } from './fit-rows.ts';
import type { HeaderBlock } from './header.ts';

/**
 * The rows of values that belong to a header over unlabelled rows: those that follow it in its grid, or open the next
 * grid of the same width when the page broke between them. Blank rows count only when no other does.
 * @returns usually one row; several when more than one holds figures
 */
export function chooseUnlabelledRow(rows: readonly ObservedRow[], header: HeaderBlock): readonly ObservedRow[] {
  const under = rows.filter((row) => row.header === header && isFigureRow(row, header));
  const inGrid = under.filter((row) => !row.headerCarried);
  const candidates = inGrid.length > 0 ? inGrid : nextGrid(under, header);
  const stated = candidates.filter((row) => row.cells.some((cell) => !cell.isBlank) && !countsColumns(row));
  return stated.length > 0 ? stated : candidates.slice(0, 1);
}

/** 1, 2, 3 …: the numbers of the columns. */
const countsColumns = ({ cells }: ObservedRow) =>
  cells.length > 1 && cells.every((cell, k) => cell.cell.text.trim() === String(k + 1));

function isFigureRow(row: ObservedRow, header: HeaderBlock): boolean {
  const from = row.headerCarried ? 0 : header.valueStart;
  const values = row.cells.filter((cell) => cell.start >= from);
  return values.length * 2 > header.leaves.length && values.every((cell) => cell.isValue);
}

function nextGrid(rows: readonly ObservedRow[], header: HeaderBlock): readonly ObservedRow[] {
  const [first] = rows;
  if (!first) return [];
  return rows.filter((row) => row.gridIndex === first.gridIndex && row.cells.length === header.leaves.length);
}
