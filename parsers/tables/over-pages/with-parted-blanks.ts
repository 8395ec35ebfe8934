import type { Cell, Grid } from '../../document/document.ts';
import { type CellView, type GridView, viewGrid } from '../grid-view.ts';
import { isHeaderRow } from './is-header-row.ts';

/**
 * A grid that begins with the next row of a header, with each blank cell of that row parted by the labels that it lies
 * below: the page break left one cell of the labels that take several rows.
 * @param above what stands before the break, on the same columns
 */
export function withPartedBlanks(grid: Grid, above: GridView): Grid {
  const head = above.rows.at(-1) ?? [];
  const [row = []] = viewGrid(grid).rows;
  if (!isHeaderRow(head) || !isHeaderRow(row)) return grid;
  const parts = new Map(row.filter(({ isBlank }) => isBlank).map((view) => [view.cell, partsOf(view, head)]));
  return { ...grid, cells: grid.cells.flatMap((cell) => parts.get(cell) ?? [cell]) };
}

function partsOf({ cell, start, end }: CellView, head: readonly CellView[]): Cell[] {
  const labels = head.filter((label) => label.start >= start && label.end <= end);
  if (labels[0]?.start !== start || labels.at(-1)?.end !== end) return [cell];
  return labels.map((label) => ({ ...cell, column: label.start, columnSpan: label.end - label.start }));
}
