import type { Band, Column, Label, TableForm } from '../../forms/form.ts';
import { align } from './align.ts';
import type { CellView, GridView } from './grid-view.ts';
import { FITTING, labelSimilarity, wordingsOf } from './similarity.ts';

/** Consecutive grid rows that print column labels. */
export interface HeaderBlock {
  readonly view: GridView;
  /** First and last row, inclusive. */
  readonly first: number;
  readonly last: number;
  /** The columns as printed, from left to right, row-label columns left out. */
  readonly leaves: readonly Leaf[];
  /** First grid column that holds figures. */
  readonly valueStart: number;
}

/** A printed column: the labels over it from the outermost to its own, and the grid columns it takes. */
export interface Leaf {
  readonly path: readonly string[];
  /** The own label as printed, which may state a unit. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Which printed column is which statutory column: leaf index by column index of the band. */
export interface ColumnFit {
  readonly leafOf: ReadonlyMap<number, number>;
}

/** The labels that headers of a table may print. `shared` are those that also label a row (其他, 总计). */
interface HeaderLabels {
  readonly own: readonly Label[];
  readonly shared: readonly Label[];
  readonly corners: readonly Label[];
  /** Labels that stand over columns and never name one. */
  readonly groups: readonly Label[];
}

const headerLabelsOf = new WeakMap<TableForm, HeaderLabels>();

function headerLabels(form: TableForm): HeaderLabels {
  let labels = headerLabelsOf.get(form);
  if (!labels) {
    const all = [...new Set(form.bands.flatMap((band) => band.columns.flatMap((column) => column.path)))];
    const rowWords = form.bands.flatMap((band) => band.rows.flatMap((row) => row.path.slice(-1)));
    const alsoRow = (label: Label) =>
      rowWords.some((row) => wordingsOf(row).some((wording) => labelSimilarity(wording, label) >= FITTING.exact));
    labels = {
      own: all.filter((label) => !alsoRow(label)),
      shared: all.filter(alsoRow),
      corners: form.bands.flatMap((band) => (band.corner ? [band.corner] : [])),
      groups: [...new Set(form.bands.flatMap((band) => band.columns.flatMap((column) => column.path.slice(0, -1))))],
    };
    headerLabelsOf.set(form, labels);
  }
  return labels;
}

const matchesAny = (cell: CellView, labels: readonly Label[]) =>
  labels.some((label) => labelSimilarity(cell.label, label) >= FITTING.leastSimilarity);

/** Runs of rows that print column labels of this table, whichever of its bands they head. */
export function findHeaders(view: GridView, form: TableForm): HeaderBlock[] {
  const labels = headerLabels(form);
  const blocks: HeaderBlock[] = [];
  for (let row = 0; row < view.rows.length; row++) {
    if (!isHeaderRow(view, row, labels)) continue;
    let last = row;
    while (last + 1 < view.rows.length && isHeaderRow(view, last + 1, labels)) last++;
    const block = readHeader(view, row, last, labels);
    if (block) blocks.push(block);
    row = last;
  }
  return blocks;
}

function isHeaderRow(view: GridView, row: number, labels: HeaderLabels): boolean {
  const printed = (view.rows[row] ?? []).filter((cell) => cell.cell.row === row && !cell.isBlank);
  if (printed.some((cell) => cell.isValue)) return false;
  // Labels that rows bear too (其他, 总计) make no header by themselves.
  return printed.some((cell) => matchesAny(cell, labels.own) || matchesAny(cell, labels.corners));
}

function readHeader(view: GridView, first: number, last: number, labels: HeaderLabels): HeaderBlock | undefined {
  const stacks = Array.from({ length: view.grid.columnCount }, (): CellView[] => []);
  for (let row = first; row <= last; row++) {
    for (const cell of view.rows[row] ?? []) {
      if (cell.isBlank) continue;
      for (let column = cell.start; column < cell.end; column++) {
        const stack = stacks[column];
        if (stack && stack.at(-1) !== cell) stack.push(cell);
      }
    }
  }
  const isColumn = (cell: CellView) => matchesAny(cell, labels.own) || matchesAny(cell, labels.shared);
  const valueStart = stacks.findIndex((stack) => stack.some(isColumn));
  if (valueStart < 0) return undefined;
  return { view, first, last, leaves: readLeaves(stacks, valueStart, view.rows[last] ?? [], labels), valueStart };
}

function readLeaves(
  stacks: readonly CellView[][],
  from: number,
  bottom: readonly CellView[],
  labels: HeaderLabels,
): Leaf[] {
  const leaves: Leaf[] = [];
  let previous: CellView | undefined;
  for (let column = from; column < stacks.length; column++) {
    const stack = stacks[column] ?? [];
    const own = stack.at(-1);
    // The lowest cell decides where a column ends, also when it is blank under its label. Where the header has no cell
    // at the bottom, its label still names a column, while a mere group label or nothing is a sliver of the grid.
    const floor = bottom.find((cell) => cell.start <= column && column < cell.end);
    const bound = floor ?? (own && !matchesAny(own, labels.groups) ? own : undefined);
    const open = leaves.at(-1);
    if (open && bound && bound === previous) {
      leaves[leaves.length - 1] = { ...open, end: column + 1 };
    } else if (bound) {
      const path = stack.map((cell) => cell.label);
      leaves.push({ path, text: own?.cell.text ?? '', start: column, end: column + 1 });
    }
    previous = bound;
  }
  return leaves;
}

/**
 * Fits the printed columns of a header to the columns of a band, by own label, group labels and order.
 * @returns nothing when too few columns are recognised for this to be the band's header
 */
export function fitColumns(header: HeaderBlock, band: Band): ColumnFit | undefined {
  const { leaves } = header;
  const { columns } = band;
  const pairs = align(leaves.length, columns.length, (i, j) => {
    const leaf = leaves[i];
    const column = columns[j];
    return leaf && column ? columnWorth(leaf, column, columns) : 0;
  });
  if (pairs.length < columns.length * leastShare(columns)) return undefined;
  const agrees = ([i, j]: readonly [number, number]) => groupAgreement(leaves[i], columns[j], columns);
  const ordered = pairs.length === columns.length || leaves.length === columns.length;
  const complete = ordered && pairs.every((pair) => agrees(pair) >= 0);
  const leafOf = new Map<number, number>();
  for (const [i, j] of [...pairs, ...outOfOrder(leaves, columns, pairs)]) {
    const leaf = leaves[i];
    const column = columns[j];
    if (!leaf || !column || isAmbiguous(i, j, leaves, columns, pairs)) continue;
    // A label that several columns share tells nothing by itself in an incomplete header: its group has to agree.
    if (complete || isUnique(column, columns) || groupAgreement(leaf, column, columns) > 0) leafOf.set(j, i);
  }
  return leafOf.size > 0 ? { leafOf } : undefined;
}

/** Columns that stand elsewhere than in the form, each known by its exact label, and by its group where labels repeat. */
function outOfOrder(
  leaves: readonly Leaf[],
  columns: readonly Column[],
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const placed = new Set(pairs.map(([, j]) => j));
  const used = new Set(pairs.map(([i]) => i));
  return columns.flatMap((column, j) => {
    if (placed.has(j)) return [];
    const known = leaves.flatMap((leaf, i) => {
      const exact = ownSimilarity(leaf.path.at(-1) ?? '', column) >= FITTING.exact;
      return exact && (isUnique(column, columns) || groupAgreement(leaf, column, columns) > 0) ? [i] : [];
    });
    const [i, ...others] = known;
    return i !== undefined && others.length === 0 && !used.has(i) ? [[i, j] as const] : [];
  });
}

/** Another printed column that nothing else claims has as good a right to the place: then neither is taken. */
function isAmbiguous(
  i: number,
  j: number,
  leaves: readonly Leaf[],
  columns: readonly Column[],
  pairs: readonly (readonly [number, number])[],
): boolean {
  const column = columns[j];
  const leaf = leaves[i];
  if (!column || !leaf) return true;
  const used = new Set(pairs.map(([taken]) => taken));
  const worth = columnWorth(leaf, column, columns);
  return leaves.some((other, k) => k !== i && !used.has(k) && columnWorth(other, column, columns) >= worth);
}

/** A header that repeats its labels by block may be split block by block. */
const leastShare = (columns: readonly Column[]) =>
  columns.every((column) => isUnique(column, columns)) ? FITTING.leastHeaderShare : FITTING.leastRepeatedHeaderShare;

const own = (column: Column) => column.path.at(-1)?.zh;
const isUnique = (column: Column, columns: readonly Column[]) =>
  columns.filter((other) => own(other) === own(column)).length === 1;

function columnWorth(leaf: Leaf, column: Column, columns: readonly Column[]): number {
  const text = leaf.path.at(-1) ?? '';
  const similarity = ownSimilarity(text, column);
  if (similarity < FITTING.leastSimilarity) return 0;
  const nearer = columns.some((other) => own(other) !== own(column) && ownSimilarity(text, other) >= similarity);
  if (nearer) return 0;
  const agreement = groupAgreement(leaf, column, columns);
  // Under another group stands another block's column.
  if (agreement < 0 && !isUnique(column, columns)) return 0;
  return similarity + FITTING.groupWeight * agreement;
}

function ownSimilarity(text: string, column: Column): number {
  const label = column.path.at(-1);
  return label ? labelSimilarity(text, label) : 0;
}

/** 1: a group label over the leaf is the column's innermost group; -1: only other columns' groups stand over it. */
function groupAgreement(leaf: Leaf | undefined, column: Column | undefined, columns: readonly Column[]): -1 | 0 | 1 {
  const group = column?.path.at(-2);
  if (!leaf || !column || !group) return 0;
  const over = leaf.path.slice(0, -1);
  const found = (label: Label) => over.some((text) => labelSimilarity(text, label) >= FITTING.leastSimilarity);
  if (found(group)) return 1;
  const others = columns.flatMap((other) => other.path.slice(-2, -1)).filter((label) => !column.path.includes(label));
  return others.some(found) ? -1 : 0;
}
