import type { Cell } from '../../document/document.ts';
import type { CellView } from '../grid-view.ts';
import { type CutRow, figureCells, isWholeRow } from './cut-row.ts';
import type { CutVerdict } from './cut-verdict.ts';
import { NUMBERED } from './judge-labels.ts';
import { isStated, isWords } from './pair-cells.ts';
import { JOINING } from './settings.ts';
import { likenessToLine, likenessToTwoLines } from './statutory-labels.ts';

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
  if (upper.isHeader || lower.isHeader || isNoteUnder(lower, upper)) return [];
  if (!lower.own || isOfGroup(lower)) return lower.hasFigures ? [upper, lower] : [];
  if (!upper.own || isOfGroup(upper)) return upper.hasFigures ? [upper, lower] : [];
  // The rest of a cut row is the first one of the next page: where either label is whole, nothing was cut.
  const isUncut = isWholeRow(upper) || isWholeRow(lower) || beginsRow(lower.own, upper.own);
  return isUncut || areTwoLabels(upper.own, lower.own) ? [] : [upper, lower];
}

/** Words in one cell across several figures of the row above, and no figure: no part of that row has such a cell. */
function isNoteUnder({ cells, hasFigures }: CutRow, above: CutRow): boolean {
  const stated = above.cells.filter(isStated);
  const [first, last] = [stated[0], stated.at(-1)];
  if (hasFigures || !first || !last || first === last) return false;
  return cells.some((view) => isWords(view) && view.start <= first.start && view.end >= last.end);
}

/** Whether the last label before the figures is that of several rows, and the cell for the row's own behind it is blank. */
function isOfGroup({ own, cells }: CutRow): boolean {
  const firstFigure = cells.findIndex(isStated);
  const before = cells[firstFigure - 1];
  return (own?.cell.rowSpan ?? 1) > 1 && before?.isBlank === true;
}

/** With a number of its own in the same columns as the label above, or before a known label: a row begins, however damaged. */
const beginsRow = (own: CellView, above: CellView): boolean =>
  NUMBERED.test(own.cell.text.trim()) &&
  ((own.start === above.start && own.end === above.end) || likenessToLine(own.cell.text) >= JOINING.leastKnown);

/** Each reads like a label of its own, and both together like none, however damaged they are. */
const areTwoLabels = ({ cell: upper }: CellView, { cell: lower }: CellView): boolean =>
  likenessToTwoLines(upper.text, lower.text) >= JOINING.leastKnown &&
  likenessToLine(upper.text + lower.text) < JOINING.leastKnown;
