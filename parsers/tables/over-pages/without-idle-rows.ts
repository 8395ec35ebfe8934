import type { Cell, Grid } from '../../document/document.ts';
import { type CellView, viewGrid } from '../grid-view.ts';
import { FITTING } from '../similarity.ts';
import { isStated, isWords } from './pair-cells.ts';

/**
 * The grid without the rows that only the drawing makes: where a printing program ends a merged label too early on a page
 * that it is cut by, a line crosses the label's columns and none of the row beside them. All that begins in such a row is
 * blank and stands before the row's own label; where the line is open at an end, nothing begins there.
 */
export function withoutIdleRows(grid: Grid): Grid {
  if (grid.rowCount > FITTING.mostGridRows) return grid;
  const view = viewGrid(grid);
  const idle = view.rows.map((cells, row) => isIdle(cells, row, grid.columnCount));
  if (!idle.includes(true)) return grid;
  const kept: number[] = [];
  let rowCount = 0;
  for (const isGone of idle) {
    kept.push(rowCount);
    if (!isGone) rowCount++;
  }
  kept.push(rowCount);
  const cells = grid.cells.flatMap((cell): Cell[] => {
    const row = kept[cell.row] ?? cell.row;
    const rowSpan = (kept[cell.row + cell.rowSpan] ?? rowCount) - row;
    return rowSpan > 0 ? [{ ...cell, row, rowSpan }] : [];
  });
  return { ...grid, rowCount, cells };
}

function isIdle(cells: readonly CellView[], row: number, columnCount: number): boolean {
  const firstFigure = cells.findIndex(isStated);
  const own = cells.slice(0, firstFigure < 0 ? cells.length : firstFigure).findLast(isWords);
  if (row === 0 || !own || own.cell.row === row) return false;
  const width = cells.reduce((sum, { start, end }) => (start < own.start ? sum : sum + end - start), 0);
  return (
    width === columnCount - own.start &&
    cells.every((view) => view.cell.row < row || (view.isBlank && view.end <= own.start))
  );
}
