import type { Note } from '../document/document.ts';
import { alignByWidths } from './align-by-widths.ts';
import { addNote, type CellDraft, type TableDraft } from './draft.ts';
import { fillsGrid, isHiddenRow, mergeSideways, type PlacedRow, placeBySpans } from './table-layout.ts';

/** A table with the true place of every cell. */
export interface LaidOutTable {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly LaidOutCell[];
  readonly notes: readonly Note[];
}

export interface LaidOutCell {
  readonly draft: CellDraft;
  /** Cells merged into this one; what they hold is not shown. */
  readonly covered: readonly CellDraft[];
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Gives every cell its grid place and spans. Rows that do not fill the grid alike are noted `irregular-grid`. */
export function layOutTable(draft: TableDraft): LaidOutTable {
  const notes = [...draft.notes];
  const shown = draft.rows.filter((row) => !isHiddenRow(row));
  if (shown.length < draft.rows.length) addNote(notes, 'hidden-text');
  const table = { ...draft, rows: shown };
  const rows = placeRows(table, notes).map(mergeSideways);
  const columnCount = rows.reduce((widest, row) => Math.max(widest, rightEdge(row)), 0);
  return { rowCount: rows.length, columnCount, cells: mergeDownwards(rows), notes };
}

/** Rows that fill the grid alike stand as stated; others are placed by their widths where those leave no doubt. */
function placeRows(table: TableDraft, notes: Note[]): readonly PlacedRow[] {
  const stated = placeBySpans(table);
  if (fillsGrid(table) && !stated.overflows) return stated.rows;
  const alike = stated.widths.every((width) => width === stated.widths[0]);
  const aligned = stated.overflows ? null : alignByWidths(table, stated);
  if (aligned !== null) return aligned;
  if (!alike || stated.overflows) addNote(notes, 'irregular-grid');
  return stated.rows;
}

function rightEdge(row: PlacedRow): number {
  const last = row.at(-1);
  return last === undefined ? 0 : last.column + last.columnSpan;
}

interface OpenCell {
  readonly draft: CellDraft;
  readonly covered: CellDraft[];
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  readonly columnSpan: number;
}

/**
 * Vertical merges (`w:vMerge`, 17.4.84): a cell continues the one right above it only in the same columns; a cell that
 * continues nothing stands by itself.
 */
function mergeDownwards(rows: readonly PlacedRow[]): readonly LaidOutCell[] {
  const cells: LaidOutCell[] = [];
  let above = new Map<number, OpenCell>();
  for (const [row, placed] of rows.entries()) {
    const open = new Map<number, OpenCell>();
    for (const cell of placed) {
      const continued = cell.draft.vertical === 'continue' ? above.get(cell.column) : undefined;
      if (continued !== undefined && continued.columnSpan === cell.columnSpan) {
        continued.rowSpan++;
        continued.covered.push(cell.draft);
        for (const covered of cell.covered) continued.covered.push(covered);
        open.set(cell.column, continued);
        continue;
      }
      const { draft, column, columnSpan } = cell;
      const started: OpenCell = { draft, covered: [...cell.covered], row, column, rowSpan: 1, columnSpan };
      cells.push(started);
      if (cell.draft.vertical !== undefined) open.set(cell.column, started);
    }
    above = open;
  }
  return cells;
}
