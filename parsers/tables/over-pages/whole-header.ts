import type { Cell, Grid } from '../../document/document.ts';
import { type CellView, type GridView, viewGrid } from '../grid-view.ts';
import { isStated, isWords } from './pair-cells.ts';
import { JOINING } from './settings.ts';
import { likenessToHeader } from './statutory-labels.ts';

/**
 * The lower part alone, where it begins with the whole of the header that the page cuts and of which the upper part holds
 * nothing but the beginning. The rest of the cut header, which stands between that and the first row, is left out.
 * @returns nothing where the upper part is more than such a beginning, or the header is whole there too
 */
export function withWholeHeader(upper: GridView, lower: GridView): GridView | undefined {
  if (upper.rows.some((row) => row.some(isStated)) || !upper.rows.flat().some(isWords)) return undefined;
  const rows = headRows(lower, upper.rows.length);
  const head = lower.rows.slice(0, rows);
  if (rows >= lower.rows.length || head.flat().some(isStated) || !head.flat().some(isHeader)) return undefined;
  const pieces = upper.rows.map((row, at) => row.map((view) => ({ view, whole: sameColumns(view, lower.rows[at]) })));
  const begins = pieces
    .flat()
    .every(({ view, whole }) => view.isBlank || (whole && textOf(whole).startsWith(textOf(view))));
  const isCut =
    rows > upper.rows.length || pieces.flat().some(({ view, whole }) => whole && textOf(whole) !== textOf(view));
  if (!begins || !isCut) return undefined;
  let rest = rows;
  while (rest < lower.rows.length && isRestOf(lower.rows[rest] ?? [], head)) rest++;
  return rest === headRows(lower, rest) ? viewGrid(withoutRows(lower.grid, rows, rest)) : undefined;
}

const isHeader = ({ cell }: CellView) => likenessToHeader(cell.text) >= JOINING.leastKnown;
const textOf = ({ cell }: CellView) => cell.text.replace(/\s+/gu, '');

/** So many rows and those into which their cells reach. */
function headRows({ grid, rows }: GridView, least: number): number {
  let count = least;
  for (const { row, rowSpan } of grid.cells) if (row < count) count = Math.max(count, row + rowSpan);
  return Math.min(count, rows.length);
}

const sameColumns = ({ start, end }: CellView, row: readonly CellView[] = []) =>
  row.find((other) => other.start === start && other.end === end);

/** Whether a row says nothing but how labels of the header end, each in its columns. */
function isRestOf(row: readonly CellView[], head: readonly (readonly CellView[])[]): boolean {
  if (row.some(isStated) || !row.some(isWords)) return false;
  return row.every((view) => {
    const labels = head.flatMap((cells) => sameColumns(view, cells) ?? []);
    return view.isBlank || labels.some((label) => textOf(label).endsWith(textOf(view)));
  });
}

function withoutRows(grid: Grid, from: number, to: number): Grid {
  const cells = grid.cells.flatMap((cell): Cell[] => {
    if (cell.row < from) return [cell];
    return cell.row < to ? [] : [{ ...cell, row: cell.row - (to - from) }];
  });
  return { ...grid, rowCount: grid.rowCount - (to - from), cells };
}
