import type { Box } from '../../document/document.ts';
import type { Ruling } from '../rulings/ruling.ts';
import { buildLattice } from './build-lattice.ts';
import { componentsOf } from './components.ts';
import type { Lattice, LatticeCell } from './lattice.ts';
import { nestLattices } from './nest-lattices.ts';
import { LATTICE_SETTINGS } from './settings.ts';
import { type ClosedBox, closedBoxOf, closeSpaces } from './spaced-cells.ts';
import { withSideColumns } from './with-side-column.ts';
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
    if (lattice && isTableOfFills(lattice)) lattices.push(lattice);
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

/**
 * Whether cells stand beside one another, and under one another, and nearly all are rectangles: shaded lines of prose do only
 * one of the two, and panels about a page make frames. One row alone has as many cells as no line of prose has shaded words.
 */
function isTableOfFills({ xs, ys, cells }: Built): boolean {
  const inRow = new Array<number>(ys.length).fill(0);
  const inColumn = new Array<number>(xs.length).fill(0);
  for (const { row, column, rowSpan, columnSpan } of cells) {
    for (let at = row; at < row + rowSpan; at++) inRow[at] = (inRow[at] ?? 0) + 1;
    for (let at = column; at < column + columnSpan; at++) inColumn[at] = (inColumn[at] ?? 0) + 1;
  }
  const isRow = ys.length === 2 && cells.length >= LATTICE_SETTINGS.fewestInRow;
  const isTable = isRow || (inRow.some((count) => count > 1) && inColumn.some((count) => count > 1));
  // Where a page ends early the ground of a coloured table shows about its last cells, in any shape.
  const torn = cells.filter(({ rectangular }) => !rectangular).length;
  return isTable && torn <= LATTICE_SETTINGS.tornShare * cells.length;
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
