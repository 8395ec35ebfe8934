import { type CellView, viewGrid } from '../grid-view.ts';
import { isHeaderRow } from './is-header-row.ts';
import { onColumns } from './on-columns.ts';
import { isWords } from './pair-cells.ts';
import type { Part } from './part.ts';

/**
 * Whether a part begins with the next row of the header that the upper part ends with: labels that lie under those of the
 * row before the break and part their columns, and blanks that go on below the others, edge on edge.
 * @param ofUpper for each column edge of the upper part its place among those of both; `ofLower` likewise
 */
export function beginsUnderHeader(
  upper: Part,
  lower: Part,
  ofUpper: readonly number[],
  ofLower: readonly number[],
): boolean {
  const head = viewGrid(onColumns(upper.grid, ofUpper)).rows.at(-1) ?? [];
  const [row = []] = viewGrid(onColumns(lower.grid, ofLower)).rows;
  if (!isHeaderRow(head) || !isHeaderRow(row)) return false;
  const parted = head.filter((label) => isWords(label) && row.some((view) => isWords(view) && lies(view, label)));
  const rest = row.filter((view) => !parted.some((label) => lies(view, label)));
  return (
    parted.length > 0 && parted.every((label) => fills(label, row)) && rest.every((view) => isBlankUnder(view, head))
  );
}

const lies = (view: CellView, label: CellView) => view.start >= label.start && view.end <= label.end;

/** Whether both edges of a label go on in the row below it. */
const fills = (label: CellView, row: readonly CellView[]) =>
  row.some(({ start }) => start === label.start) && row.some(({ end }) => end === label.end);

const isBlankUnder = (view: CellView, head: readonly CellView[]) => view.isBlank && fills(view, head);
