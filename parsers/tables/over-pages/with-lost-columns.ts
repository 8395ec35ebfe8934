import type { Cell } from '../../document/document.ts';
import type { Part } from './part.ts';
import { JOINING } from './settings.ts';
import { turnBack, turned } from './turn-of-grid.ts';

/**
 * A part with the columns to its left that no ruling crosses on its page, because one merged label takes all of them from
 * the page's head to its foot: where it lies under the upper part and both end at the same edge, one blank cell stands for
 * them.
 */
export function withLostColumns(upper: Part, lower: Part): Part {
  if (lower.turn !== upper.turn) return lower;
  const tolerance = JOINING.edgeTolerance * upper.width;
  const lost = lower.left - upper.left;
  const endsAlike = Math.abs(upper.left + upper.width - (lower.left + lower.width)) <= tolerance;
  const onEdge = upper.edges.slice(1, -1).some((edge) => Math.abs(edge * upper.width - lost) <= tolerance);
  const boxes = lower.grid.cells.flatMap(({ where }) =>
    'page' in where ? where.boxes.slice(0, 1).map((box) => turned(box, lower.turn)) : [],
  );
  const head = Math.min(...boxes.map(([, y0]) => y0));
  const foot = Math.max(...boxes.map(([, , , y1]) => y1));
  if (!endsAlike || !onEdge || lost <= tolerance) return lower;
  const blank: Cell = {
    row: 0,
    column: 0,
    rowSpan: lower.grid.rowCount,
    columnSpan: 1,
    text: '',
    where: { page: lower.firstPage, boxes: [turned([upper.left, head, lower.left, foot], turnBack(lower.turn))] },
    notes: [],
  };
  const cells = lower.grid.cells.map((cell): Cell => ({ ...cell, column: cell.column + 1 }));
  const width = lower.width + lost;
  return {
    ...lower,
    grid: {
      ...lower.grid,
      columnCount: lower.grid.columnCount + 1,
      cells: [blank, ...cells].sort((a, b) => a.row - b.row || a.column - b.column),
    },
    edges: [0, ...lower.edges.map((edge) => (lost + edge * lower.width) / width)],
    left: upper.left,
    width,
  };
}
