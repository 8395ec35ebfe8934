import { LIMITS } from '../bytes/limits.ts';
import type { CellDraft, RowDraft, TableDraft } from './draft.ts';

/** A cell of one row with its place in the grid, before merging downwards. */
export interface PlacedCell {
  readonly draft: CellDraft;
  readonly column: number;
  readonly columnSpan: number;
  /** Cells merged into this one sideways: Word shows nothing of them. */
  readonly covered: readonly CellDraft[];
}

export type PlacedRow = readonly PlacedCell[];

export interface Placement {
  readonly rows: readonly PlacedRow[];
  /** Grid columns that each row takes up, skipped ones included. */
  readonly widths: readonly number[];
  /** A span out of bounds was met. */
  readonly overflows: boolean;
}

/** Whether every row takes up exactly the columns of the table's grid by its stated spans. */
export function fillsGrid({ rows, gridColumns }: TableDraft): boolean {
  return rows.every((row) => {
    let width = row.skippedBefore + row.skippedAfter;
    for (const cell of row.cells) width += cell.span;
    return width === gridColumns.length;
  });
}

/** Places each row's cells by the spans that they state (`w:gridSpan`, 17.4.17) after the columns that the row skips. */
export function placeBySpans(table: TableDraft): Placement {
  let overflows = false;
  const bounded = (span: number, least: number) => {
    if (span >= least && span <= LIMITS.gridColumns) return span;
    overflows = true;
    return Math.min(Math.max(span, least), LIMITS.gridColumns);
  };
  const widths: number[] = [];
  const rows = table.rows.map((row) => {
    let column = bounded(row.skippedBefore, 0);
    const cells = row.cells.map((draft) => {
      const placed = { draft, column, columnSpan: bounded(draft.span, 1), covered: [] };
      column += placed.columnSpan;
      return placed;
    });
    widths.push(column + bounded(row.skippedAfter, 0));
    return cells;
  });
  return { rows, widths, overflows };
}

/** Joins the cells that Word 97's `w:hMerge` (17.4.22) marks as continuing the one before them. */
export function mergeSideways(row: PlacedRow): PlacedRow {
  if (!row.some((cell) => cell.draft.horizontal === 'continue')) return row;
  const merged: (PlacedCell & { columnSpan: number; readonly covered: CellDraft[] })[] = [];
  for (const cell of row) {
    const before = merged.at(-1);
    if (cell.draft.horizontal === 'continue' && before?.draft.horizontal !== undefined) {
      before.columnSpan += cell.columnSpan;
      before.covered.push(cell.draft);
    } else {
      merged.push({ ...cell, covered: [...cell.covered] });
    }
  }
  return merged;
}

/** Whether a row that is marked hidden (17.4.20) shows nothing: then it takes no place. */
export function isHiddenRow(row: RowDraft): boolean {
  return (
    row.hidden && row.cells.every((cell) => cell.content.every((draft) => draft.kind === 'paragraph' && isBlank(draft)))
  );
}

function isBlank({ text, raised }: { readonly text: string; readonly raised: string }): boolean {
  return (text + raised).trim() === '';
}
