import type { Block, Cell, Document, Grid } from '../../../../parsers/document/document.ts';

/** A table as it stands on an endless page. */
export interface WholeTable {
  /** Of each grid column, in any unit. */
  readonly widths: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly PlainCell[];
}

export interface PlainCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** How a page break goes through a table. */
export interface Cut {
  /** The break goes above this row; `inside`: through it. */
  readonly row: number;
  readonly inside: boolean;
  /** Rows at the head of the table that the next page repeats. */
  readonly headerRows: number;
  /** Shares out the text of a cell that the break goes through: what stands above it, and below. */
  readonly share: (cell: PlainCell) => readonly [string, string];
}

/** The two parts that a break leaves. */
function cutTable(table: WholeTable, cut: Cut, header: readonly PlainCell[]): readonly [WholeTable, WholeTable] {
  const { row, inside, headerRows, share } = cut;
  const upper: PlainCell[] = [];
  const lower: PlainCell[] = [];
  for (const cell of table.cells) {
    const end = cell.row + cell.rowSpan;
    if (end <= row) upper.push(cell);
    else if (cell.row >= row + (inside ? 1 : 0)) lower.push({ ...cell, row: cell.row - row });
    else {
      const [above, below] = share(cell);
      upper.push({ ...cell, rowSpan: row + (inside ? 1 : 0) - cell.row, text: above });
      lower.push({ ...cell, row: 0, rowSpan: end - row, text: below });
    }
  }
  const repeated = header.filter((cell) => cell.row + cell.rowSpan <= headerRows);
  const shifted = lower.map((cell) => ({ ...cell, row: cell.row + headerRows }));
  return [
    { ...table, rowCount: row + (inside ? 1 : 0), cells: upper },
    { ...table, rowCount: table.rowCount - row + headerRows, cells: [...repeated, ...shifted] },
  ];
}

/** @param cuts by row, in rows of the whole table; of two through one row the second cuts what is left of it */
export function cutIntoParts(table: WholeTable, cuts: readonly Cut[]): readonly WholeTable[] {
  const parts: WholeTable[] = [];
  let rest = table;
  let gone = 0;
  for (const cut of cuts) {
    const [upper, lower] = cutTable(rest, { ...cut, row: cut.row - gone }, table.cells);
    parts.push(upper);
    rest = lower;
    gone = cut.row - cut.headerRows;
  }
  return [...parts, rest];
}

const ROW_HEIGHT = 20;
const TABLE_WIDTH = 440;

/** The grid that a reader of a page gives: column lines that no cell shows are not there. */
export function gridOf({ widths, rowCount, cells }: WholeTable, page: number, left = 80, scale = 1): Grid {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const position = (column: number) =>
    left + (scale * TABLE_WIDTH * widths.slice(0, column).reduce((sum, width) => sum + width, 0)) / total;
  const edges = [...new Set(cells.flatMap(({ column, columnSpan }) => [column, column + columnSpan]))].sort(
    (a, b) => a - b,
  );
  const drawn = cells.map((cell): Cell => {
    const [x0, x1] = [position(cell.column), position(cell.column + cell.columnSpan)];
    const [y0, y1] = [70 + ROW_HEIGHT * cell.row, 70 + ROW_HEIGHT * (cell.row + cell.rowSpan)];
    const column = edges.indexOf(cell.column);
    const columnSpan = edges.indexOf(cell.column + cell.columnSpan) - column;
    return { ...cell, column, columnSpan, where: { page, boxes: [[x0, y0, x1, y1]] }, notes: [] };
  });
  const sorted = drawn.sort((a, b) => a.row - b.row || a.column - b.column);
  return { kind: 'grid', rowCount, columnCount: edges.length - 1, cells: sorted, notes: [] };
}

export const line = (text: string): Block => ({ kind: 'paragraph', text, notes: [] });

export const pdfOf = (blocks: readonly Block[]): Document => ({ format: 'pdf', blocks, notes: [] });
