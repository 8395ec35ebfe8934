import type { DocumentAnswer } from '../../records/contract/api/reports.ts';

export type Grid = Extract<DocumentAnswer['blocks'][number], { kind: 'grid' }>;
export type Cell = Grid['cells'][number];

const overlaps = (from: number, span: number, otherFrom: number, otherSpan: number): boolean =>
  from < otherFrom + otherSpan && otherFrom < from + span;

/** The next figure's cell in the direction of an arrow key; nothing at the edge, or for another key. */
export function nextCell({ cells }: Grid, at: Cell, key: string): Cell | undefined {
  const figures = cells.filter(({ figure }) => figure !== undefined);
  const beside = figures.filter((cell) => overlaps(cell.row, cell.rowSpan, at.row, at.rowSpan));
  const along = figures.filter((cell) => overlaps(cell.column, cell.columnSpan, at.column, at.columnSpan));
  switch (key) {
    case 'ArrowRight':
      return nearest(
        beside.filter(({ column }) => column > at.column),
        ({ column }) => column - at.column,
      );
    case 'ArrowLeft':
      return nearest(
        beside.filter(({ column }) => column < at.column),
        ({ column }) => at.column - column,
      );
    case 'ArrowDown':
      return nearest(
        along.filter(({ row }) => row > at.row),
        ({ row }) => row - at.row,
      );
    case 'ArrowUp':
      return nearest(
        along.filter(({ row }) => row < at.row),
        ({ row }) => at.row - row,
      );
    default:
      return undefined;
  }
}

function nearest(cells: readonly Cell[], distance: (cell: Cell) => number): Cell | undefined {
  return cells.reduce<Cell | undefined>(
    (best, cell) => (best === undefined || distance(cell) < distance(best) ? cell : best),
    undefined,
  );
}
