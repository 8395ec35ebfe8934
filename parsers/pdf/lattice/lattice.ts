import type { Box } from '../../document/document.ts';
import type { Ruling } from '../rulings/find-rulings.ts';
import { buildLattice } from './build-lattice.ts';
import { componentsOf } from './components.ts';
import { nestLattices } from './nest-lattices.ts';
import { LATTICE_SETTINGS } from './settings.ts';
import { type ClosedBox, closedBoxOf, closeSpaces } from './spaced-cells.ts';
import { withSideColumns } from './with-side-column.ts';

/** A table as its rulings draw it: geometry only. */
export interface Lattice {
  readonly box: Box;
  /** Column boundaries from left to right; one more than there are columns. */
  readonly xs: readonly number[];
  /** Row boundaries from top to bottom; one more than there are rows. */
  readonly ys: readonly number[];
  /**
   * By row, then column; no two overlap. Squares that no cell covers lie outside of the table (a missing corner) or
   * are unknown.
   */
  readonly cells: readonly LatticeCell[];
  /** Position in the result of {@link findLattices} of the smallest lattice that holds this one in a cell. */
  readonly inside: number | null;
}

export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  /**
   * The group of grid squares is a rectangle. A group that is none is given as the rectangles that its rows fall into,
   * each with `false`: no square is lost, and each is doubtful.
   */
  readonly rectangular: boolean;
  /** Every side is drawn over its whole length and nothing is drawn in part within. False at open edges. */
  readonly bordered: boolean;
}

/**
 * The tables that the rulings of one page draw, from top to bottom, then left to right; two closed cells at least each.
 * Lines that are only the boundary of fills draw a table by themselves, or with lines that draw none, when it has rows
 * and columns; at a table of drawn lines they can complete a line, but add none: shaded text in a cell parts nothing.
 */
export function findLattices(rulings: readonly Ruling[], em: number): readonly Lattice[] {
  if (!(em > 0)) return [];
  const touch = LATTICE_SETTINGS.touch * em;
  const isEdge = ({ kind }: Ruling) => kind === 'edge-of-fill';
  const drawn = componentsOf(
    rulings.filter((ruling) => !isEdge(ruling)),
    touch,
  );
  const { lattices, boxes, free } = buildDrawn(drawn, rulings.filter(isEdge), em);
  for (const component of componentsOf(free, touch)) {
    const lattice = component.some(isEdge) ? buildLattice(component, [], em) : null;
    const box = lattice ? null : closedBoxOf(component, em);
    if (lattice && hasRowsAndColumns(lattice)) lattices.push(lattice);
    else if (box) boxes.push(box);
  }
  for (const lattice of buildSpaced(boxes, em)) lattices.push(lattice);
  const largest = lattices.sort((a, b) => areaOf(b.box) - areaOf(a.box)).slice(0, LATTICE_SETTINGS.lattices);
  return nestLattices(withSideColumns(largest, rulings, em));
}

type Built = Omit<Lattice, 'inside'>;

/** Lattices of drawn lines, each with the edges of fills in it; boxes; and the rulings that belong to neither. */
function buildDrawn(
  components: readonly (readonly Ruling[])[],
  edges: readonly Ruling[],
  em: number,
): { lattices: Built[]; boxes: ClosedBox[]; free: readonly Ruling[] } {
  const lattices: Built[] = [];
  const boxes: ClosedBox[] = [];
  const unused: Ruling[] = [];
  let free = edges;
  for (const component of components) {
    const alone = component.length < SMALLEST ? null : buildLattice(component, [], em);
    const box = alone ? null : closedBoxOf(component, em);
    if (box) boxes.push(box);
    else if (!alone) for (const ruling of component) unused.push(ruling);
    if (!alone) continue;
    const isOwn = (edge: Ruling) => isWithin(edge, alone.box, LATTICE_SETTINGS.touch * em);
    const own = free.filter(isOwn);
    if (own.length > 0) free = free.filter((edge) => !isOwn(edge));
    lattices.push((own.length > 0 ? buildLattice(component, own, em) : null) ?? alone);
  }
  return { lattices, boxes, free: [...free, ...unused] };
}

/** Rulings that two cells need: two lines and one across, the other sides open. */
const SMALLEST = 3;

/** Lattices of boxes with the same space between them: only those in which each box is a cell, and each cell a box. */
function buildSpaced(boxes: readonly ClosedBox[], em: number): Built[] {
  return componentsOf(closeSpaces(boxes, em), LATTICE_SETTINGS.beside * em).flatMap((sides) => {
    const lattice = buildLattice(sides, [], em);
    const isTable = lattice && lattice.cells.length >= LATTICE_SETTINGS.fewestSpaced;
    return isTable && lattice.cells.length * 4 === sides.length && lattice.cells.every(isCertain) ? [lattice] : [];
  });
}

/** Whether cells stand beside one another, and under one another: shaded lines of prose do only one of the two. */
function hasRowsAndColumns({ xs, ys, cells }: Built): boolean {
  const inRow = new Array<number>(ys.length).fill(0);
  const inColumn = new Array<number>(xs.length).fill(0);
  for (const { row, column, rowSpan, columnSpan } of cells) {
    for (let at = row; at < row + rowSpan; at++) inRow[at] = (inRow[at] ?? 0) + 1;
    for (let at = column; at < column + columnSpan; at++) inColumn[at] = (inColumn[at] ?? 0) + 1;
  }
  return inRow.some((count) => count > 1) && inColumn.some((count) => count > 1);
}

function isCertain({ rectangular, bordered }: LatticeCell): boolean {
  return rectangular && bordered;
}

function isWithin({ axis, at, from, to }: Ruling, [x0, y0, x1, y1]: Box, touch: number): boolean {
  const [low, high, start, end] = axis === 'horizontal' ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
  return at >= low - touch && at <= high + touch && from <= end + touch && to >= start - touch;
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}
