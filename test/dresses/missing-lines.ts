import type { DraftCell, DraftTable } from '../../samples/writers/draft.ts';
import { removeColumn, removeRow } from '../../samples/writers/table-edits.ts';
import type { Random } from './random.ts';
import { figureRows } from './tables-of.ts';

/** Takes some rows with figures out; the only row of a band or table stays. */
export function loseRows(table: DraftTable, count: number, random: Random): DraftTable {
  const rows = figureRows(table);
  const removable = rows.filter((row) => rows.includes(row - 1) || rows.includes(row + 1));
  const lost = random.some(removable, rows.length > count ? count : 0);
  return lost.sort((left, right) => right - left).reduce(removeRow, table);
}

/** Takes one column of figures out, never the first or the last. */
export function loseColumn(table: DraftTable, random: Random): DraftTable {
  const columns = new Set(table.cells.filter((cell) => cell.figure).map((cell) => cell.column));
  const [lost] = random.some([...columns].sort((left, right) => left - right).slice(1, -1), 1);
  return lost === undefined ? table : removeColumn(table, lost);
}

/** Swaps two neighbouring rows of one group, labels and figures together. */
export function swapRows(table: DraftTable, random: Random): DraftTable {
  const rows = figureRows(table);
  const [upper] = random.some(
    rows.filter((row) => rows.includes(row + 1) && areAlike(table, row, row + 1)),
    1,
  );
  if (upper === undefined) return table;
  const cells = table.cells.map((cell) => {
    if (cell.rowSpan > 1) return cell;
    if (cell.row === upper) return { ...cell, row: upper + 1 };
    return cell.row === upper + 1 ? { ...cell, row: upper } : cell;
  });
  return { ...table, cells };
}

/** Rows under the same group cells: what stands in them alone takes the same columns. */
function areAlike(table: DraftTable, upper: number, lower: number): boolean {
  const groups = (row: number): DraftCell[] =>
    table.cells.filter((cell) => cell.rowSpan > 1 && cell.row <= row && row < cell.row + cell.rowSpan);
  const below = groups(lower);
  const above = groups(upper);
  return above.length === below.length && above.every((group) => below.includes(group));
}
