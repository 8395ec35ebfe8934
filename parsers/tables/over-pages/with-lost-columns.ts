import type { Cell } from '../../document/document.ts';
import { viewGrid } from '../grid-view.ts';
import { isHeaderRow } from './is-header-row.ts';
import type { Part } from './part.ts';
import { JOINING } from './settings.ts';
import { turnBack, turned } from './turn-of-grid.ts';

/**
 * A part with the columns to its left that no ruling crosses on its page, because one merged label takes all of them from
 * the page's head to its foot: where it lies under the upper part and both end at the same edge, one blank cell stands for
 * them. A row of a header may lack columns on its right as well, under a label that takes several rows.
 */
export function withLostColumns(upper: Part, lower: Part): Part {
  if (lower.turn !== upper.turn) return lower;
  const tolerance = JOINING.edgeTolerance * upper.width;
  const [left, right] = [lower.left - upper.left, upper.left + upper.width - (lower.left + lower.width)];
  const isLost = (width: number, x: number) =>
    width > tolerance && upper.edges.slice(1, -1).some((edge) => Math.abs(edge * upper.width - x) <= tolerance);
  const endsAlike = Math.abs(right) <= tolerance;
  const before = isLost(left, left);
  const behind = isLost(right, upper.width - right) && isHeaderRow(viewGrid(lower.grid).rows[0] ?? []);
  if (endsAlike) return before ? widened(upper, lower, left, 0) : lower;
  const startsAlike = Math.abs(left) <= tolerance;
  return behind && (before || startsAlike) ? widened(upper, lower, before ? left : 0, right) : lower;
}

/** The part with a blank cell of its whole height on either side that lost this width. */
function widened(upper: Part, lower: Part, left: number, right: number): Part {
  const boxes = lower.grid.cells.flatMap(({ where }) =>
    'page' in where ? where.boxes.slice(0, 1).map((box) => turned(box, lower.turn)) : [],
  );
  const head = Math.min(...boxes.map(([, y0]) => y0));
  const foot = Math.max(...boxes.map(([, , , y1]) => y1));
  const blank = (column: number, from: number, to: number): Cell => ({
    row: 0,
    column,
    rowSpan: lower.grid.rowCount,
    columnSpan: 1,
    text: '',
    where: { page: lower.firstPage, boxes: [turned([from, head, to, foot], turnBack(lower.turn))] },
    notes: [],
  });
  const [before, behind] = [left > 0 ? 1 : 0, right > 0 ? 1 : 0];
  const end = lower.left + lower.width;
  const columnCount = before + lower.grid.columnCount + behind;
  const cells = lower.grid.cells.map((cell): Cell => ({ ...cell, column: cell.column + before }));
  if (before) cells.push(blank(0, upper.left, lower.left));
  if (behind) cells.push(blank(columnCount - 1, end, end + right));
  const width = left + lower.width + right;
  const edges = lower.edges.map((edge) => (left + edge * lower.width) / width);
  return {
    ...lower,
    grid: { ...lower.grid, columnCount, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) },
    edges: [...(before ? [0] : []), ...edges, ...(behind ? [1] : [])],
    left: before ? upper.left : lower.left,
    width,
  };
}
