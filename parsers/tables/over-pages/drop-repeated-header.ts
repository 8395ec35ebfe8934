import type { Cell, Grid } from '../../document/document.ts';
import { type CellView, type GridView, viewGrid } from '../grid-view.ts';
import { isStated, isWords } from './pair-cells.ts';
import { JOINING } from './settings.ts';

/** The lower part without the rows at its head that say the same as those at the head of the table. */
export function dropRepeatedHeader(upper: GridView, lower: GridView): GridView {
  const rows = countRepeatedRows(upper, lower);
  return rows === 0 ? lower : viewGrid(withoutRows(lower.grid, rows));
}

/** How many rows at the head of the lower part say the same as those at the head of the table. */
export function countRepeatedRows(upper: GridView, lower: GridView): number {
  const labels = headLabels(upper);
  let rows = 0;
  const most = Math.min(upper.rows.length, lower.rows.length);
  while (rows < most && (isSameRow(upper, lower, rows) || repeatsLabels(lower.rows[rows] ?? [], labels))) rows++;
  while (rows > 0 && lower.grid.cells.some((cell) => cell.row < rows && cell.row + cell.rowSpan > rows)) rows--;
  return rows;
}

/** Whether a row prints labels only, and those of the same row of the table. */
function isSameRow(upper: GridView, lower: GridView, at: number): boolean {
  const above = upper.rows[at] ?? [];
  const below = lower.rows[at] ?? [];
  if (above.length !== below.length || above.some(isStated) || !above.some(isWords)) return false;
  return above.every((view, k) => {
    const other = below[k];
    return (
      other && view.start === other.start && view.end === other.end && view.label === other.label && !isStated(other)
    );
  });
}

/** The labels of the rows above the first figure. */
function headLabels({ rows }: GridView): readonly string[] {
  const first = rows.findIndex((row) => row.some(isStated));
  return rows.slice(0, Math.max(0, first)).flatMap((row) => row.filter(isWords).map(({ label }) => label));
}

/**
 * Whether a row prints labels only, several, and each of them at the head of the table: the header where the first page
 * had room for a part of it. One label alone (总计) may be that of a row.
 */
function repeatsLabels(row: readonly CellView[], labels: readonly string[]): boolean {
  const words = row.filter(isWords);
  if (words.length < 2 || row.some(isStated)) return false;
  return words.every(({ label }) => labels.some((known) => known === label || isPartOf(label, known)));
}

const isPartOf = (label: string, known: string) => label.length >= JOINING.leastPartOfLabel && known.includes(label);

function withoutRows(grid: Grid, count: number): Grid {
  const cells = grid.cells.flatMap((cell): Cell[] => (cell.row < count ? [] : [{ ...cell, row: cell.row - count }]));
  return { ...grid, rowCount: grid.rowCount - count, cells };
}
