import type { Cell, Grid } from '../../document/document.ts';

/**
 * The grid without rows at its foot in which no cell begins and most places are empty: what is left of a page when the
 * next row does not fit, with only the merged labels that go on over the page drawn down to its end.
 */
export function withoutSlivers(grid: Grid): Grid {
  const covered = new Array<number>(grid.rowCount).fill(0);
  let rowCount = 0;
  for (const { row, rowSpan, columnSpan } of grid.cells) {
    rowCount = Math.max(rowCount, row + 1);
    for (let at = row; at < Math.min(row + rowSpan, grid.rowCount); at++) covered[at] = (covered[at] ?? 0) + columnSpan;
  }
  while (rowCount < grid.rowCount && covered[rowCount] === grid.columnCount) rowCount++;
  if (rowCount === grid.rowCount) return grid;
  const cells = grid.cells.map((cell): Cell => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rowCount - cell.row) }));
  return { ...grid, rowCount, cells };
}
