/** A grid of squares with walls between some of them. */
export interface Squares {
  readonly rows: number;
  readonly columns: number;
  /** Whether there is a wall at the left side of a square; `column` may be `columns`, the right side of the last. */
  readonly wallAtLeft: (row: number, column: number) => boolean;
  readonly wallAtTop: (row: number, column: number) => boolean;
}

/** Squares without a wall between them, given by their numbers, row by row. */
export type Group = readonly number[];

/** Unites squares with no wall between them; each square is in one group. */
export function groupSquares(squares: Squares): Group[] {
  const { rows, columns } = squares;
  const seen = new Uint8Array(rows * columns);
  const groups: Group[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (!seen[start]) groups.push(groupFrom(start, squares, seen));
  }
  return groups;
}

function groupFrom(start: number, squares: Squares, seen: Uint8Array): Group {
  const group = [start];
  seen[start] = 1;
  for (let i = 0; i < group.length; i++) {
    for (const next of openNeighbours(group[i] ?? 0, squares)) {
      if (seen[next]) continue;
      seen[next] = 1;
      group.push(next);
    }
  }
  return group.sort((a, b) => a - b);
}

function openNeighbours(square: number, { rows, columns, wallAtLeft, wallAtTop }: Squares): number[] {
  const [row, column] = [Math.floor(square / columns), square % columns];
  const neighbours: number[] = [];
  if (column > 0 && !wallAtLeft(row, column)) neighbours.push(square - 1);
  if (column < columns - 1 && !wallAtLeft(row, column + 1)) neighbours.push(square + 1);
  if (row > 0 && !wallAtTop(row, column)) neighbours.push(square - columns);
  if (row < rows - 1 && !wallAtTop(row + 1, column)) neighbours.push(square + columns);
  return neighbours;
}
