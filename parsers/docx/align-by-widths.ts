import { LIMITS } from '../bytes/limits.ts';
import type { TableDraft } from './draft.ts';
import type { PlacedCell, PlacedRow, Placement } from './table-layout.ts';

/** Edges closer than this (two points, in twentieths) are one: writers round column widths by up to a point. */
const SAME_EDGE = 40;

/** No column of a statutory table is narrower than this share of the average: such a sliver is two edges meant as one. */
const NARROWEST_COLUMN = 0.2;

/**
 * Some converters write the width of a merged cell but not its `w:gridSpan`. Where the stated spans do not fill the
 * table's columns, this places every cell by the widths of the cells in its row – or gives `null` when they leave any
 * doubt: a cell without width, rows of different width, columns too narrow to be meant, edges that do not make exactly the columns of the table, or a
 * row whose spans fill the columns and would move.
 */
export function alignByWidths(table: TableDraft, stated: Placement): readonly PlacedRow[] | null {
  const columnCount = table.gridColumns.length;
  if (columnCount === 0 || columnCount > LIMITS.gridColumns) return null;
  const edges = stated.rows.map((row, index) => rowEdges(table, row, index));
  const lines = clusterEdges(edges.flatMap((row) => row ?? [Number.NaN]));
  if (lines === null || lines.length !== columnCount + 1 || hasSliver(lines)) return null;
  const placed: PlacedRow[] = [];
  for (const [index, row] of stated.rows.entries()) {
    const aligned = alignRow(row, edges[index] ?? [], lines);
    const fills = stated.widths[index] === columnCount;
    if (aligned === null || (fills && !samePlaces(aligned, row))) return null;
    placed.push(aligned);
  }
  return placed;
}

/** Positions of a row's cell edges from the left of the table, `null` where a width is not stated. */
function rowEdges(table: TableDraft, row: PlacedRow, index: number): readonly number[] | null {
  const draft = table.rows[index];
  if (draft === undefined || draft.skippedAfter > 0) return null;
  let edge = draft.skippedBefore > 0 ? draft.widthBefore : 0;
  if (edge === undefined) return null;
  const edges = [edge];
  for (const cell of row) {
    if (cell.draft.width === undefined || cell.draft.width <= SAME_EDGE) return null;
    edge += cell.draft.width;
    edges.push(edge);
  }
  return edges;
}

/** The distinct edges of all rows; `null` when some are neither clearly the same nor clearly apart. */
function clusterEdges(edges: readonly number[]): readonly number[] | null {
  if (edges.length === 0 || edges.some(Number.isNaN)) return null;
  const lines: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of edges.toSorted((a, b) => a - b)) {
    if (edge - last > 2 * SAME_EDGE) lines.push(edge);
    else if (edge - (lines.at(-1) ?? edge) > SAME_EDGE) return null;
    last = edge;
  }
  return lines;
}

function hasSliver(lines: readonly number[]): boolean {
  const average = ((lines.at(-1) ?? 0) - (lines[0] ?? 0)) / (lines.length - 1);
  return lines.some((line, index) => index > 0 && line - (lines[index - 1] ?? 0) < average * NARROWEST_COLUMN);
}

function alignRow(row: PlacedRow, edges: readonly number[], lines: readonly number[]): PlacedRow | null {
  const at = edges.map((edge) => lines.findIndex((line) => Math.abs(edge - line) <= SAME_EDGE));
  if (at.at(-1) !== lines.length - 1) return null;
  const placed: PlacedCell[] = [];
  for (const [index, cell] of row.entries()) {
    const column = at[index] ?? -1;
    const end = at[index + 1] ?? -1;
    if (column < 0 || end <= column) return null;
    placed.push({ ...cell, column, columnSpan: end - column });
  }
  return placed;
}

function samePlaces(one: PlacedRow, other: PlacedRow): boolean {
  return one.every((cell, index) => {
    const twin = other[index];
    return twin !== undefined && twin.column === cell.column && twin.columnSpan === cell.columnSpan;
  });
}
