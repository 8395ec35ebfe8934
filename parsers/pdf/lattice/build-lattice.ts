import type { Box } from '../../document/document.ts';
import type { Ruling } from '../rulings/ruling.ts';
import { cellsOf, type GridCell } from './cells-of.ts';
import { gridLines, withSupport } from './grid-lines.ts';
import type { Lattice, LatticeCell } from './lattice.ts';
import { mendSteps } from './mend-steps.ts';
import { closeOpenSides } from './open-sides.ts';
import { LATTICE_SETTINGS } from './settings.ts';
import { measureWalls } from './walls.ts';

/**
 * The lattice that connected rulings draw, if it has two cells at least and no more lines than is safe. `support` are
 * rulings that may stand for a part of a line, but make none.
 */
export function buildLattice(
  rulings: readonly Ruling[],
  support: readonly Ruling[],
  em: number,
): Omit<Lattice, 'inside'> | null {
  const oneLine = LATTICE_SETTINGS.oneLine * em;
  const along = (axis: Ruling['axis']) => {
    const own = rulings.filter((ruling) => ruling.axis === axis);
    const more = support.filter((ruling) => ruling.axis === axis);
    return withSupport(gridLines(own, oneLine, em), more, oneLine);
  };
  const drawn = { columns: along('vertical'), rows: along('horizontal') };
  // One line alone holds nothing, and without lines across it nothing runs past.
  if (drawn.columns.length === 0 || drawn.rows.length === 0) return null;
  const { columns, rows } = closeOpenSides(drawn, em);
  if (columns.length - 1 > LATTICE_SETTINGS.columns || rows.length - 1 > LATTICE_SETTINGS.rows) return null;
  const [xs, ys] = [columns.map(({ at }) => at), rows.map(({ at }) => at)];
  const walls = {
    rows: ys.length - 1,
    columns: xs.length - 1,
    upright: measureWalls(columns, ys, em),
    level: measureWalls(rows, xs, em),
  };
  const { cells, closed, openAtFoot } = cellsOf(mendSteps(walls, ys, em));
  // A page that ends in the first row of a header may close one cell of it only: the others go on.
  const isCut = walls.rows === 1 && closed === 1 && openAtFoot > 0;
  return closed < 2 && !isCut ? null : withoutUnusedLines(cells, xs, ys, em);
}

/** Leaves out lines that are the side of no cell: strokes that ended somewhere in a cell. */
function withoutUnusedLines(
  cells: readonly GridCell[],
  allXs: readonly number[],
  allYs: readonly number[],
  em: number,
): Omit<Lattice, 'inside'> | null {
  const xs = used(
    allXs.length,
    cells.flatMap(({ column, columnSpan }) => [column, column + columnSpan]),
  );
  const ys = used(
    allYs.length,
    cells.flatMap(({ row, rowSpan }) => [row, row + rowSpan]),
  );
  const moved = cells.map((cell): LatticeCell => {
    const [column, right] = [xs.to[cell.column] ?? 0, xs.to[cell.column + cell.columnSpan] ?? 0];
    const [row, bottom] = [ys.to[cell.row] ?? 0, ys.to[cell.row + cell.rowSpan] ?? 0];
    const { rectangular, bordered } = cell;
    const box = boxOf(allXs, allYs, cell);
    return { row, column, rowSpan: bottom - row, columnSpan: right - column, box, rectangular, bordered };
  });
  const smallest = LATTICE_SETTINGS.smallestCell * em;
  const roomy = moved.filter(({ box }) => box[2] - box[0] >= smallest && box[3] - box[1] >= smallest);
  if (roomy.length < 2) return null;
  const [keptXs, keptYs] = [xs.kept.map((i) => allXs[i] ?? 0), ys.kept.map((i) => allYs[i] ?? 0)];
  return {
    box: [keptXs[0] ?? 0, keptYs[0] ?? 0, keptXs.at(-1) ?? 0, keptYs.at(-1) ?? 0],
    xs: keptXs,
    ys: keptYs,
    cells: moved.sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

/** Which lines are used, and for each line its place among those. */
function used(count: number, uses: readonly number[]): { kept: number[]; to: number[] } {
  const isUsed = new Set(uses);
  const kept: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < count; i++) {
    to.push(kept.length);
    if (isUsed.has(i)) kept.push(i);
  }
  return { kept, to };
}

function boxOf(xs: readonly number[], ys: readonly number[], { row, column, rowSpan, columnSpan }: GridCell): Box {
  return [xs[column] ?? 0, ys[row] ?? 0, xs[column + columnSpan] ?? 0, ys[row + rowSpan] ?? 0];
}
