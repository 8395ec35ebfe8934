import type { Cell, Grid } from '../../document/document.ts';
import { type GridView, viewGrid } from '../grid-view.ts';
import { FITTING } from '../similarity.ts';
import { continuedPairs } from './continued-pairs.ts';
import { readCutRow } from './cut-row.ts';
import { doubtfulCells } from './doubtful-cells.ts';
import { dropRepeatedHeader } from './drop-repeated-header.ts';
import { joinCells, withDoubt } from './join-cells.ts';
import { judgeCut } from './judge-cut.ts';
import { onColumns } from './on-columns.ts';
import { isFigurePair, isTwoNumbers, type Pair, pairCells } from './pair-cells.ts';
import type { Part } from './part.ts';
import { JOINING } from './settings.ts';
import { startsAnotherTable } from './starts-another-table.ts';
import { type UnitedColumns, uniteColumns } from './unite-columns.ts';
import { withWholeHeader } from './whole-header.ts';
import { withLostColumns } from './with-lost-columns.ts';
import { withPartedBlanks } from './with-parted-blanks.ts';
import { withoutOpenSides } from './without-open-sides.ts';

/**
 * Joins a part of a table with the part on the next page.
 * @returns nothing where they are not parts of one table, or together have more rows than are looked at
 */
export function joinParts(drawnUpper: Part, drawnLower: Part): Part | undefined {
  const lower = withLostColumns(drawnUpper, drawnLower);
  const upper = withLostColumns(lower, drawnUpper);
  if (upper.grid.rowCount + lower.grid.rowCount > FITTING.mostGridRows) return undefined;
  if (upper.grid.cells.length + lower.grid.cells.length > JOINING.mostCells) return undefined;
  const columns = uniteColumns(upper, lower);
  if (!columns) return undefined;
  const above = viewGrid(onColumns(withoutOpenSides(upper.grid, 'foot'), columns.ofUpper));
  const drawn = viewGrid(withPartedBlanks(onColumns(withoutOpenSides(lower.grid, 'head'), columns.ofLower), above));
  const whole = withWholeHeader(above, drawn);
  if (whole) return partOfBoth(whole.grid, upper, lower, columns);
  const below = dropRepeatedHeader(above, drawn);
  const grid = below.rows.length === 0 ? above.grid : joinGrids(above, below);
  return grid && partOfBoth(grid, upper, lower, columns);
}

function partOfBoth(grid: Grid, upper: Part, lower: Part, { edges }: UnitedColumns): Part {
  const columnCount = edges.length - 1;
  return { ...lower, grid: { ...grid, columnCount }, edges, firstPage: upper.firstPage };
}

function joinGrids(above: GridView, below: GridView): Grid | undefined {
  const verdict = judgeCut(above, below);
  const [last, first] = [readCutRow(above.rows.at(-1) ?? []), readCutRow(below.rows[0] ?? [])];
  const { list } = pairCells(last.cells, first.cells);
  if (verdict !== 'one-row' && startsAnotherTable(above, below)) return undefined;
  const isInRow = verdict === 'one-row';
  const doubtful = isInRow ? contradicted(list) : doubtfulCells(verdict, last, first);
  const pairs = isInRow ? list : continuedPairs(list, last, first);
  return assemble(above.grid, below.grid, pairs, isInRow, doubtful);
}

/** A row in which two numbers do not make one may be two rows after all. */
const contradicted = (list: readonly Pair[]): ReadonlySet<Cell> =>
  new Set(list.some(isTwoNumbers) ? list.filter(isFigurePair).map(({ upper }) => upper.cell) : []);

function assemble(
  above: Grid,
  below: Grid,
  pairs: readonly Pair[],
  isInRow: boolean,
  doubtful: ReadonlySet<Cell>,
): Grid {
  const offset = above.rowCount - (isInRow ? 1 : 0);
  const pairOf = new Map(pairs.map((pair) => [pair.upper.cell, pair]));
  const taken = new Set(pairs.map((pair) => pair.lower.cell));
  const marked = (cell: Cell, isDoubtful: boolean): Cell => (isDoubtful ? withDoubt(cell) : cell);
  const cells = above.cells.map((cell) => {
    const pair = pairOf.get(cell);
    return marked(pair ? joinCells(pair, cell, pair.lower.cell, isInRow) : cell, doubtful.has(cell));
  });
  for (const cell of below.cells) {
    if (!taken.has(cell)) cells.push({ ...marked(cell, doubtful.has(cell)), row: cell.row + offset });
  }
  const notes = [...above.notes, ...below.notes.filter(({ code }) => !above.notes.some((note) => note.code === code))];
  const sorted = cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { kind: 'grid', rowCount: offset + below.rowCount, columnCount: above.columnCount, cells: sorted, notes };
}
