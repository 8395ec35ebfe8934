import type { Cell, Grid } from '../document/document.ts';
import { normaliseLabel } from './normalise-label.ts';

/** A cell with its text as labels are compared, computed once. */
export interface CellView {
  readonly cell: Cell;
  readonly label: string;
  /** A number, a dash, 无 or nothing: never a label. */
  readonly isValue: boolean;
  readonly isBlank: boolean;
  readonly start: number;
  /** First grid column after the cell. */
  readonly end: number;
}

export interface GridView {
  readonly grid: Grid;
  /** For each grid row, the cells that cover it from left to right, those begun in rows above included. */
  readonly rows: readonly (readonly CellView[])[];
  /** The reader could not tell the spans of its cells: only the order of cells in a row can be relied on. */
  readonly irregular: boolean;
}

export function viewGrid(grid: Grid): GridView {
  const rows: CellView[][] = Array.from({ length: grid.rowCount }, () => []);
  for (const cell of grid.cells) {
    const view = viewCell(cell);
    const last = Math.min(cell.row + cell.rowSpan, grid.rowCount);
    for (let row = cell.row; row < last; row++) rows[row]?.push(view);
  }
  for (const row of rows) row.sort((a, b) => a.start - b.start);
  return { grid, rows, irregular: grid.notes.some((note) => note.code === 'irregular-grid') };
}

function viewCell(cell: Cell): CellView {
  const isBlank = /^[\s\p{Cf}]*$/u.test(cell.text);
  const isValue = isBlank || looksLikeValue(cell.text);
  return {
    cell,
    label: isValue ? '' : normaliseLabel(cell.text),
    isValue,
    isBlank,
    start: cell.column,
    end: cell.column + cell.columnSpan,
  };
}

const DASHES_OR_NONE = /^(?:[-—–―─－‐‑−﹣~～_/／\\]+|无|没有)$/u;
const SIGNED_DIGIT = /^[+＋\-－−–±¥￥]?[\d０-９]/u;
/** `1.属于国家秘密`, `2、重复申请`, `3其他`: a list number before words, not a figure. */
const NUMBERED_WORDS = /^[\d０-９]{1,2}[.．、,，:：]?(?![件项个条份宗起次户家万亿元千百人余])\p{Script=Han}/u;

function looksLikeValue(text: string): boolean {
  const compact = text.replace(/[\s\p{Cf}]+/gu, '');
  if (DASHES_OR_NONE.test(compact)) return true;
  return SIGNED_DIGIT.test(compact) && !NUMBERED_WORDS.test(compact);
}
