import type { GridWalls } from './cells-of.ts';
import { LATTICE_SETTINGS } from './settings.ts';
import type { Walls } from './walls.ts';

/**
 * The walls of a grid, with lines made one that browsers draw in two heights: where a page break cuts merged cells, their
 * border is drawn too early, and that of the cells beside them further down. What tells it from cells that are staggered
 * is the border between the two, which is missing from the one height to the other. The lower height is the true one.
 * @param ys heights of the rows' lines
 */
export function mendSteps(grid: GridWalls, ys: readonly number[], em: number): GridWalls {
  const steps: Step[] = [];
  for (let line = 1; line < grid.rows; line++) {
    const isNear = (ys[line + 1] ?? 0) - (ys[line] ?? 0) <= LATTICE_SETTINGS.step * em;
    const early = !isNear ? undefined : line + 1 < grid.rows ? earlyColumns(grid, line) : closedColumns(grid, line);
    if (early) steps.push({ line, early, isAtFoot: line + 1 === grid.rows });
  }
  if (steps.length === 0) return grid;
  return { ...grid, level: mendedLevel(grid.level, steps), upright: mendedUpright(grid.upright, steps) };
}

interface Step {
  readonly line: number;
  /** Columns in which the wall is at this line and should be at the next. */
  readonly early: ReadonlySet<number>;
  /** The next line is the foot of the table, where the page ends: what is closed above it stays so. */
  readonly isAtFoot: boolean;
}

/** The columns that are closed at a line where all others, but for cells that go on, are closed at the next one. */
function earlyColumns({ columns, level, upright }: GridWalls, line: number): ReadonlySet<number> | undefined {
  const early = new Set<number>();
  const late = new Set<number>();
  for (let column = 0; column < columns; column++) {
    const [here, below] = [level.isWall(line, column), level.isWall(line + 1, column)];
    if (here && below) return undefined;
    if (here) early.add(column);
    if (below) late.add(column);
  }
  const isTorn = (column: number) =>
    early.has(column) &&
    late.has(column + 1) &&
    upright.isWall(column + 1, line - 1) &&
    !upright.isWall(column + 1, line);
  return [...early].some(isTorn) ? early : undefined;
}

/** The columns that are closed above the foot beside a cell that goes on, whose border ends with theirs. */
function closedColumns({ columns, level, upright }: GridWalls, line: number): ReadonlySet<number> | undefined {
  const closed = new Set<number>();
  for (let column = 0; column < columns; column++) if (level.isWall(line, column)) closed.add(column);
  const isTorn = (column: number) =>
    closed.has(column - 1) !== closed.has(column) && upright.isWall(column, line - 1) && !upright.isWall(column, line);
  for (let column = 1; column < columns; column++) if (isTorn(column)) return closed;
  return undefined;
}

const mendedLevel = ({ drawn, isWall }: Walls, steps: readonly Step[]): Walls => ({
  drawn,
  isWall: (line, column) => {
    const moved = steps.filter(({ early, isAtFoot }) => !isAtFoot && early.has(column));
    if (moved.some((step) => step.line === line)) return false;
    return isWall(line, column) || moved.some((step) => step.line + 1 === line);
  },
});

/** Beside the early columns the walls of the row above go on down to the true line. */
const mendedUpright = ({ drawn, isWall }: Walls, steps: readonly Step[]): Walls => ({
  drawn,
  isWall: (line, row) =>
    isWall(line, row) ||
    steps.some(
      (step) => step.line === row && (step.early.has(line - 1) || step.early.has(line)) && isWall(line, row - 1),
    ),
});
