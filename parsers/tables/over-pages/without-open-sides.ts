import type { Grid } from '../../document/document.ts';

/**
 * The grid without the doubt of a border that is not drawn where the page cuts the table: when every cell along that side
 * has it, it is the side that is open.
 */
export function withoutOpenSides(grid: Grid, side: 'foot' | 'head'): Grid {
  const isAlong = (cell: Grid['cells'][number]) =>
    side === 'head' ? cell.row === 0 : cell.row + cell.rowSpan === grid.rowCount;
  const isUnclear = ({ notes }: Grid['cells'][number]) => notes.some(({ code }) => code === 'border-unclear');
  if (!grid.cells.every((cell) => !isAlong(cell) || isUnclear(cell))) return grid;
  const cells = grid.cells.map((cell) =>
    isAlong(cell) ? { ...cell, notes: cell.notes.filter(({ code }) => code !== 'border-unclear') } : cell,
  );
  return { ...grid, cells };
}
