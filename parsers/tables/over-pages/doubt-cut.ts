import type { Cell, Grid } from '../../document/document.ts';
import { type GridView, viewGrid } from '../grid-view.ts';
import { type CutRow, figureCells, isWholeRow, readCutRow } from './cut-row.ts';
import { doubtfulCells } from './doubtful-cells.ts';
import { countRepeatedRows } from './drop-repeated-header.ts';
import { withDoubt } from './join-cells.ts';
import { judgeCut } from './judge-cut.ts';
import { onColumns } from './on-columns.ts';
import type { Part } from './part.ts';
import { JOINING } from './settings.ts';
import { uniteColumns } from './unite-columns.ts';

/** Two grids on consecutive pages that are left apart. */
export interface Apart {
  readonly upper: Grid;
  readonly lower: Grid;
}

/**
 * Marks what the page break between two grids that are not joined may have cut all the same.
 * @param isParted text stands between them: then only columns that agree tell that they may be parts of one table
 */
export function doubtCut(upper: Part, lower: Part, isParted: boolean): Apart {
  const columns = uniteColumns(upper, lower);
  const apart = { upper: upper.grid, lower: lower.grid };
  if (!columns) return isParted ? markRemainder(apart) : mark(viewGrid(upper.grid), viewGrid(lower.grid), 0, false);
  const above = viewGrid(onColumns(upper.grid, columns.ofUpper));
  const below = viewGrid(onColumns(lower.grid, columns.ofLower));
  return mark(above, below, countRepeatedRows(above, below), true);
}

/** @param from first row of the lower grid that repeats no header */
function mark(above: GridView, below: GridView, from: number, columnsAgree: boolean): Apart {
  const rest = { ...below, rows: below.rows.slice(from) };
  const [last, first] = [readCutRow(above.rows.at(-1) ?? []), readCutRow(rest.rows[0] ?? [])];
  if (first.isHeader) return markRemainder({ upper: above.grid, lower: below.grid });
  // What would be joined if nothing stood between is as doubtful as what may be either.
  const mayBeOne = columnsAgree && judgeCut(above, rest) !== 'two-rows';
  const doubtful = doubtfulCells(mayBeOne ? 'unclear' : 'two-rows', last, first);
  return { upper: withDoubts(above.grid, doubtful), lower: withDoubts(below.grid, doubtful) };
}

/**
 * Behind text and under a header of other columns only a row that has figures and no whole label shows that a row was cut: its
 * figures may go on, or have begun, on the other page, whatever its label says there.
 */
function markRemainder(apart: Apart): Apart {
  const [above, below] = [viewGrid(apart.upper), viewGrid(apart.lower)];
  const first = below.rows.map(readCutRow).find(({ isHeader }) => !isHeader);
  const isAlike = Math.abs(above.grid.columnCount - below.grid.columnCount) <= JOINING.otherColumns;
  const last = readCutRow(above.rows.at(-1) ?? []);
  if (!first || !isAlike || last.isHeader || !(isRemainder(first) || isRemainder(last))) return apart;
  const doubtful = new Set([...figureCells(last), ...figureCells(first)].map(({ cell }) => cell));
  return { upper: withDoubts(above.grid, doubtful), lower: withDoubts(below.grid, doubtful) };
}

const isRemainder = (row: CutRow) => row.hasFigures && !isWholeRow(row);

function withDoubts(grid: Grid, doubtful: ReadonlySet<Cell>): Grid {
  return { ...grid, cells: grid.cells.map((cell) => (doubtful.has(cell) ? withDoubt(cell) : cell)) };
}
