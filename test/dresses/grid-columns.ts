import type { DraftCell, DraftTable } from '../../samples/writers/draft.ts';
import { insertColumn } from '../../samples/writers/table-edits.ts';
import type { Dress } from './dress.ts';
import type { Random } from './random.ts';

/** Width of the slivers that dragging a border by hand leaves in the grid. */
const SLIVER = 40;
const MISALIGNED_EDGES = 3;

const isHeading = (cell: DraftCell): boolean => cell.role === 'header' || cell.role === 'corner';

/** A grid whose columns are not those of the form. */
export function dressGrid(table: DraftTable, grid: Dress['grid'], random: Random): DraftTable {
  if (grid === 'clean') return table;
  return grid === 'margins' ? withMargins(table) : misaligned(table, random);
}

/** Header cells end one sliver after the data cells below them. */
function misaligned(table: DraftTable, random: Random): DraftTable {
  const starts = new Set(table.cells.filter((cell) => cell.role === 'figure').map((cell) => cell.column));
  const edges = random.some([...starts].slice(1), MISALIGNED_EDGES).sort((left, right) => right - left);
  return edges.reduce((wider, edge) => {
    const opened = insertColumn(wider, edge, SLIVER);
    const cells = opened.cells.map((cell) => {
      const endsHere = cell.column + cell.columnSpan === edge;
      if (isHeading(cell) && endsHere) return { ...cell, columnSpan: cell.columnSpan + 1 };
      const startsHere = cell.column === edge + 1;
      return !isHeading(cell) && startsHere ? { ...cell, column: edge, columnSpan: cell.columnSpan + 1 } : cell;
    });
    return { ...opened, cells };
  }, table);
}

/** Every other row reaches into the margin; the rest begin and end one grid column later and earlier. */
function withMargins(table: DraftTable): DraftTable {
  const last = table.widths.length + 1;
  const opened = insertColumn(insertColumn(table, 0, SLIVER), last, SLIVER);
  const cells = opened.cells.map((cell) => {
    if (cell.rowSpan > 1 || cell.row % 2 === 1) return cell;
    const left = cell.column === 1 ? { ...cell, column: 0, columnSpan: cell.columnSpan + 1 } : cell;
    return left.column + left.columnSpan === last ? { ...left, columnSpan: left.columnSpan + 1 } : left;
  });
  return { ...opened, cells };
}
