import type { Cell } from '../../document/document.ts';
import type { CellView } from '../grid-view.ts';
import { type CutRow, figureCells, isWholeRow } from './cut-row.ts';
import type { CutVerdict } from './cut-verdict.ts';
import { NUMBERED } from './judge-labels.ts';
import { isStated } from './pair-cells.ts';

/**
 * The cells that may lack a part that stands on the other page, of two rows that were left apart: of both where they may
 * be one; else of a row whose label is not known to be whole.
 */
export function doubtfulCells(verdict: CutVerdict, upper: CutRow, lower: CutRow): ReadonlySet<Cell> {
  const rows = verdict === 'unclear' ? [upper, lower] : suspects(upper, lower);
  return new Set(rows.flatMap(figureCells).map(({ cell }) => cell));
}

function suspects(upper: CutRow, lower: CutRow): readonly CutRow[] {
  // Nothing can have been cut between a header and what it heads.
  if (upper.isHeader || lower.isHeader) return [];
  if (!lower.own || isOfGroup(lower)) return lower.hasFigures ? [upper, lower] : [];
  if (!upper.own || isOfGroup(upper)) return upper.hasFigures ? [upper, lower] : [];
  // The rest of a cut row is the first one of the next page: where either label is whole, nothing was cut.
  return isWholeRow(upper) || isWholeRow(lower) || beginsRow(lower.own, upper.own) ? [] : [upper, lower];
}

/** Whether the last label before the figures is that of several rows, and the cell for the row's own behind it is blank. */
function isOfGroup({ own, cells }: CutRow): boolean {
  const firstFigure = cells.findIndex(isStated);
  const before = cells[firstFigure - 1];
  return (own?.cell.rowSpan ?? 1) > 1 && before?.isBlank === true;
}

/** With a number of its own in the same columns as the label above: a row begins, however damaged its label is. */
const beginsRow = (own: CellView, above: CellView): boolean =>
  own.start === above.start && own.end === above.end && NUMBERED.test(own.cell.text.trim());
