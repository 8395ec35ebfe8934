import type { Column, Label } from '../../../forms/form.ts';
import type { Box, Cell, Grid, PdfPlace } from '../../document/document.ts';
import type { ReadRow } from './band-row.ts';
import { type FlowWord, placeOf } from './flow.ts';
import type { Stack } from './header-stacks.ts';
import type { ReadBand } from './read-band.ts';

/** The columns of labels: group, group within it, own. */
const LABELS = 3;

/**
 * A band read by alignment as a grid, as if it had been drawn: own labels as they were read, and over and beside them
 * the group labels of the form, whose place the rows and columns were found to have. Each cell of a figure says that
 * no rulings part it from others.
 */
export function gridOfBand(band: ReadBand): Grid {
  const depth = headerDepth(band);
  const labels = band.band.rows.some((row) => row.path.length > 0) ? LABELS : 0;
  const cells = [
    ...headerCells(band, depth, labels),
    ...band.rows.flatMap((row, k) => [...labelCells(band, k, depth + k), ...figureCells(band, row, depth + k, labels)]),
  ];
  return {
    kind: 'grid',
    rowCount: depth + band.rows.length,
    columnCount: labels + band.header.stacks.length,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    notes: [{ code: 'aligned-without-rulings' }],
  };
}

interface Spot {
  readonly row: number;
  readonly column: number;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

function cell(text: string, { row, column, rowSpan = 1, columnSpan = 1 }: Spot, where: PdfPlace): Cell {
  return { row, column, rowSpan, columnSpan, text, where, notes: [] };
}

const columnOf = ({ band }: ReadBand, stack: Stack | undefined): Column | undefined =>
  stack?.column === undefined ? undefined : band.columns[stack.column];

const headerDepth = (band: ReadBand) =>
  Math.max(1, ...band.header.stacks.map((stack) => columnOf(band, stack)?.path.length ?? 1));

function headerCells(band: ReadBand, depth: number, labels: number): Cell[] {
  const { stacks } = band.header;
  const around = placeOf(stacks.flatMap(({ words }) => words));
  const cells: Cell[] = [];
  if (labels > 0) {
    const text = band.beside.map((word) => word.text).join('');
    cells.push(cell(text, { row: 0, column: 0, rowSpan: depth, columnSpan: labels }, around));
  }
  const groupsOf = (k: number) => columnOf(band, stacks[k])?.path.slice(0, -1) ?? [];
  stacks.forEach((stack, k) => {
    const groups = groupsOf(k);
    groups.forEach((group, level) => {
      if (groupsOf(k - 1)[level] === group) return;
      const columnSpan = runLength(stacks.length, k, (at) => groupsOf(at)[level] === group);
      cells.push(cell(group.zh, { row: level, column: labels + k, columnSpan }, around));
    });
    const spot = { row: groups.length, column: labels + k, rowSpan: depth - groups.length };
    cells.push(cell(stack.text, spot, placeOf(stack.words)));
  });
  return cells;
}

function labelCells(band: ReadBand, k: number, row: number): Cell[] {
  const placed = band.rows[k];
  if (!placed || placed.label.length === 0) return [];
  const groups = groupsOfRow(band, k);
  const where = placeOf(placed.label);
  const cells = groups.flatMap((group, level): Cell[] => {
    if (groupsOfRow(band, k - 1)[level] === group) return [];
    const rowSpan = runLength(band.rows.length, k, (at) => groupsOfRow(band, at)[level] === group);
    return [cell(group.zh, { row, column: level, rowSpan }, where)];
  });
  const own = placed.label.map(({ text }) => text).join('');
  return [...cells, cell(own, { row, column: groups.length, columnSpan: LABELS - groups.length }, where)];
}

const groupsOfRow = ({ band, rows }: ReadBand, k: number): readonly Label[] =>
  band.rows[rows[k]?.row ?? -1]?.path.slice(0, -1) ?? [];

function figureCells(band: ReadBand, row: ReadRow, at: number, labels: number): Cell[] {
  return [...row.cells].map(([k, words]) => ({
    row: at,
    column: labels + k,
    rowSpan: 1,
    columnSpan: 1,
    text: words
      .toSorted((a, b) => a.x0 - b.x0)
      .map(({ text }) => text)
      .join(' '),
    where: words.length > 0 ? placeOf(words) : blankPlace(row, band.header.stacks[k]),
    notes: [{ code: 'aligned-without-rulings' as const }],
  }));
}

/** Where a blank is: as high as the row's label, as wide as the column's. */
function blankPlace(row: ReadRow, stack: Stack | undefined): PdfPlace {
  const { page, boxes } = placeOf([...row.label, ...[...row.cells.values()].flat()] as readonly FlowWord[]);
  return { page, boxes: boxes.map(([x0, y0, x1, y1]): Box => [stack?.x0 ?? x0, y0, stack?.x1 ?? x1, y1]) };
}

/** How many items from `from` on are alike. */
function runLength(count: number, from: number, isAlike: (at: number) => boolean): number {
  let end = from + 1;
  while (end < count && isAlike(end)) end++;
  return end - from;
}
