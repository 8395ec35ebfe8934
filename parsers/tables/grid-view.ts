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
  /** Rows whose spans do not fill a grid that is known to be irregular: only the order of their cells tells. */
  readonly irregular: readonly boolean[];
  /** Short lines right above the grid. */
  readonly before: readonly string[];
}

/** @param before short lines right above the grid, which may state a unit */
export function viewGrid(grid: Grid, before: readonly string[] = []): GridView {
  const rows: CellView[][] = Array.from({ length: grid.rowCount }, () => []);
  for (const cell of grid.cells) {
    const view = viewCell(cell);
    const last = Math.min(cell.row + cell.rowSpan, grid.rowCount);
    for (let row = cell.row; row < last; row++) rows[row]?.push(view);
  }
  for (const row of rows) row.sort((a, b) => a.start - b.start);
  const uneven = grid.notes.some((note) => note.code === 'irregular-grid');
  const irregular = rows.map((row) => uneven && row.at(-1)?.end !== grid.columnCount);
  return { grid, rows, irregular, before };
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

const DASHES_OR_NONE = /^(?:[-—⸺⸻–―─－‐‑−﹣~～_/／\\]+|[无⽆]|没有)$/u;
/** What a reader could not read as digits, in whole or in part, still stands where a figure stands. */
const UNREADABLE_CELL = /^[\d０-９,，.．]*\ufffd[\d０-９,，.．\ufffd]*$/u;
const SIGNED_DIGIT = /^[+＋\-－−–±¥￥]?[\d０-９]/u;
/** A number that ends, goes on with a unit, or has a remark behind it. */
const NUMBER_CELL =
  /^[+＋\-－−–±¥￥]?[\d０-９][\d０-９,，.．]*(?:$|[(（[【件项个条份宗起人次户家部篇例名万亿百千十元])/u;
const WORDS = /\p{Script=Han}.*\p{Script=Han}/u;

/** `1.属于国家秘密`, `2）重复申请`, `3.1.其他` begin with a digit and are labels: they go on with words. */
export function looksLikeValue(text: string): boolean {
  const compact = text.replace(/[\s\p{Cf}]+/gu, '');
  if (DASHES_OR_NONE.test(compact) || UNREADABLE_CELL.test(compact)) return true;
  return SIGNED_DIGIT.test(compact) && (NUMBER_CELL.test(compact) || !WORDS.test(compact));
}
