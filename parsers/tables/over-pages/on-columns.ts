import type { Grid } from '../../document/document.ts';

/** The grid with its cells on other column lines. */
export function onColumns(grid: Grid, lines: readonly number[]): Grid {
  const at = (column: number) => lines[column] ?? column;
  const cells = grid.cells.map((cell) => {
    const column = at(cell.column);
    return { ...cell, column, columnSpan: at(cell.column + cell.columnSpan) - column };
  });
  return { ...grid, columnCount: lines.at(-1) ?? 0, cells };
}
