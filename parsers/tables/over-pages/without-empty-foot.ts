import type { Cell, Grid } from '../../document/document.ts';

/**
 * The grid without rows at its foot that are one blank cell from some column to the right side, beside labels that go on:
 * what a page that a break ends too early shows of the ground of a coloured table. A row of figures has cells.
 */
export function withoutEmptyFoot(grid: Grid): Grid {
  let { rowCount } = grid;
  while (rowCount > 1 && isEmptyRow(grid, rowCount - 1)) rowCount--;
  if (rowCount === grid.rowCount) return grid;
  const cells = grid.cells
    .filter(({ row }) => row < rowCount)
    .map((cell): Cell => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rowCount - cell.row) }));
  return { ...grid, rowCount, cells };
}

function isEmptyRow({ cells, columnCount }: Grid, at: number): boolean {
  const [only, ...others] = cells.filter(({ row }) => row === at);
  if (!only || others.length > 0 || only.text.trim() !== '') return false;
  const isWide = only.columnSpan > columnCount / 2 && only.column + only.columnSpan === columnCount;
  // A blank line under a table that is as wide as it may be anything; it changes nothing where it stands.
  const goesOn = cells.some(({ row, rowSpan, column }) => row < at && row + rowSpan > at && column < only.column);
  return isWide && (goesOn || only.columnSpan === columnCount);
}
