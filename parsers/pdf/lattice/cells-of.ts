import { type Group, groupSquares } from './group-squares.ts';
import { LATTICE_SETTINGS } from './settings.ts';
import { type Span, splitGroup } from './split-group.ts';
import type { Walls } from './walls.ts';

/** A cell by the lines of its grid. */
export interface GridCell extends Span {
  readonly rectangular: boolean;
  readonly bordered: boolean;
}

/** Edges along the upright and the level lines of a grid of squares. */
export interface GridWalls {
  readonly rows: number;
  readonly columns: number;
  readonly upright: Walls;
  readonly level: Walls;
}

/**
 * The cells of a grid, how many of them are closed, and how many are but for the foot of the grid. Those that are open to
 * the outside on two sides are no cells.
 */
export function cellsOf(grid: GridWalls): { cells: GridCell[]; closed: number; openAtFoot: number } {
  const { rows, columns, upright, level } = grid;
  const groups = groupSquares({
    rows,
    columns,
    wallAtLeft: (row, column) => upright.isWall(column, row),
    wallAtTop: (row, column) => level.isWall(row, column),
  });
  const cells: GridCell[] = [];
  let [closed, openAtFoot] = [0, 0];
  for (const group of groups) {
    const open = openSides(group, grid);
    if (open.size > 1) continue;
    if (open.size === 0) closed++;
    if (open.has('bottom')) openAtFoot++;
    const spans = splitGroup(group, columns);
    for (const span of spans) {
      const rectangular = spans.length === 1;
      cells.push({ ...span, rectangular, bordered: rectangular && isBordered(span, grid) });
    }
  }
  return { cells, closed, openAtFoot };
}

type Side = 'left' | 'right' | 'top' | 'bottom';

/** On which of the four sides of the grid a group is not parted from the outside. */
function openSides(group: Group, { rows, columns, upright, level }: GridWalls): ReadonlySet<Side> {
  const open = new Set<Side>();
  for (const square of group) {
    const [row, column] = [Math.floor(square / columns), square % columns];
    if (column === 0 && !upright.isWall(0, row)) open.add('left');
    if (column === columns - 1 && !upright.isWall(columns, row)) open.add('right');
    if (row === 0 && !level.isWall(0, column)) open.add('top');
    if (row === rows - 1 && !level.isWall(rows, column)) open.add('bottom');
  }
  return open;
}

/** Whether every edge round a cell is drawn, and none in it, not even a part. */
function isBordered({ row, column, rowSpan, columnSpan }: Span, { upright, level }: GridWalls): boolean {
  const [bottom, right] = [row + rowSpan, column + columnSpan];
  const fits = (share: number, outer: boolean) => {
    return outer ? share >= LATTICE_SETTINGS.whole : share < LATTICE_SETTINGS.part;
  };
  for (let y = row; y < bottom; y++) {
    for (let x = column; x <= right; x++) if (!fits(upright.drawn(x, y), x === column || x === right)) return false;
  }
  for (let x = column; x < right; x++) {
    for (let y = row; y <= bottom; y++) if (!fits(level.drawn(y, x), y === row || y === bottom)) return false;
  }
  return true;
}
