import { standUnder } from './carried-header.ts';
import type { ObservedRow } from './fit-rows.ts';
import type { CellView } from './grid-view.ts';
import type { HeaderBlock, Leaf } from './header.ts';

/** The cell under a printed column in one row, or why none can be named. */
export type ValueCell =
  | { readonly found: true; readonly view: CellView; readonly byOrder: boolean }
  | { readonly found: false; readonly reason: 'no-cell' | 'merged-cell' };

/**
 * Finds the cell of a row under each printed column of its header. Where row and header have the same number of
 * cells, their order decides and the overlap confirms it; otherwise only an overlap that admits one cell counts.
 * @returns one entry for each leaf of the header
 */
export function valueCells(row: ObservedRow, header: HeaderBlock): readonly ValueCell[] {
  const { leaves } = header;
  if (row.irregular || isIrregular(header)) return byOrderAlone(row, header);
  const sameGrid = !row.headerCarried;
  const values = sameGrid ? cellsRightOf(row.cells, header.valueStart) : afterLabels(row.cells);
  if (values.length === leaves.length) {
    if (!sameGrid && !standUnder(values, row.cells, header))
      return leaves.map(() => ({ found: false, reason: 'no-cell' }));
    const overlapsAll = values.every((view, k) => overlap(view, leaves[k]) > 0);
    return values.map((view) => ({ found: true, view, byOrder: sameGrid && !overlapsAll }));
  }
  if (!sameGrid) return leaves.map(() => ({ found: false, reason: 'no-cell' }));
  return leaves.map((leaf) => cellUnder(leaf, values, leaves));
}

/**
 * Without spans a header of several rows says nothing of its columns. A header of one row does where each row has as
 * many cells as it: then the order tells, with doubt.
 */
function byOrderAlone(row: ObservedRow, header: HeaderBlock): readonly ValueCell[] {
  const printed = header.view.rows[header.first] ?? [];
  const comparable = header.first === header.last && printed.length === row.cells.length;
  return header.leaves.map((leaf) => {
    const view = row.cells[printed.findIndex((cell) => cell.start === leaf.start)];
    return comparable && view ? { found: true, view, byOrder: true } : { found: false, reason: 'no-cell' };
  });
}

const isIrregular = ({ view, first, last }: HeaderBlock) => view.irregular.slice(first, last + 1).some(Boolean);

function cellsRightOf(cells: readonly CellView[], valueStart: number): readonly CellView[] {
  return cells.filter((view) => {
    if (view.start >= valueStart) return true;
    // A cell whose edge is a little off belongs to the side that holds most of it.
    return view.isValue && view.end - valueStart > (view.end - view.start) / 2;
  });
}

/** In a continued grid nothing tells where figures begin but the labels before them. */
function afterLabels(cells: readonly CellView[]): readonly CellView[] {
  const lastLabel = cells.findLastIndex((view) => !view.isValue);
  return cells.slice(lastLabel + 1);
}

function overlap(view: CellView, leaf: Leaf | undefined): number {
  return leaf ? Math.max(0, Math.min(view.end, leaf.end) - Math.max(view.start, leaf.start)) : 0;
}

function cellUnder(leaf: Leaf, values: readonly CellView[], leaves: readonly Leaf[]): ValueCell {
  const under = values.filter(
    (view) => overlap(view, leaf) * 2 > Math.min(view.end - view.start, leaf.end - leaf.start),
  );
  const [view, second] = under;
  if (!view || second || standsAside(view, leaf)) return { found: false, reason: 'no-cell' };
  const covered = leaves.filter((other) => overlap(view, other) * 2 > other.end - other.start);
  if (covered.length > 1) return { found: false, reason: 'merged-cell' };
  return { found: true, view, byOrder: false };
}

/** In a drawn grid edges are where they are: a cell that ends within its column and begins outside of it is under none. */
const standsAside = (view: CellView, leaf: Leaf): boolean =>
  'page' in view.cell.where &&
  (view.start < leaf.start ? view.end < leaf.end : view.start > leaf.start && view.end > leaf.end);
