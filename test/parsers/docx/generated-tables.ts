import { cell, row, span, table } from './build-docx.ts';

/** A cell where it was put when the table was made up. */
export interface Placed {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

export interface GeneratedTable {
  readonly cells: readonly Placed[];
  readonly xml: string;
}

/** Makes up a table of merged cells that fill it without gaps, and writes it as Word does. */
export function generateTable(random: () => number): GeneratedTable {
  const rowCount = 2 + Math.floor(random() * 6);
  const columnCount = 2 + Math.floor(random() * 6);
  const cells = fill(rowCount, columnCount, random);
  const rows = Array.from({ length: rowCount }, (_, index) => row(writeRow(cells, index)));
  return {
    cells,
    xml: table(
      rows,
      Array.from({ length: columnCount }, () => 1000),
    ),
  };
}

function fill(rowCount: number, columnCount: number, random: () => number): Placed[] {
  const cells: Placed[] = [];
  const isFree = (row: number, column: number) =>
    row < rowCount && column < columnCount && !covering(cells, row, column);
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      if (!isFree(row, column)) continue;
      let columnSpan = 1;
      while (random() < 0.25 && isFree(row, column + columnSpan)) columnSpan++;
      const rowSpan = random() < 0.2 ? Math.min(2, rowCount - row) : 1;
      const text = random() < 0.1 ? '' : `${row}.${column} 件`;
      cells.push({ row, column, rowSpan, columnSpan, text });
    }
  }
  return cells;
}

function covering(cells: readonly Placed[], row: number, column: number): Placed | undefined {
  return cells.find(
    (cell) =>
      row >= cell.row &&
      row < cell.row + cell.rowSpan &&
      column >= cell.column &&
      column < cell.column + cell.columnSpan,
  );
}

function writeRow(cells: readonly Placed[], row: number): string[] {
  return cells
    .filter((placed) => row >= placed.row && row < placed.row + placed.rowSpan)
    .toSorted((a, b) => a.column - b.column)
    .map((placed) => {
      const spans = placed.columnSpan > 1 ? span(placed.columnSpan) : '';
      if (placed.rowSpan === 1) return cell(placed.text, spans);
      return placed.row === row
        ? cell(placed.text, `${spans}<w:vMerge w:val="restart"/>`)
        : cell('', `${spans}<w:vMerge/>`);
    });
}
