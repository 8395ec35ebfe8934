import type { Lattice, LatticeCell } from '../lattice/lattice.ts';
import { linesOf, type TextLine } from './lines-of.ts';
import { holdsDigit, type Mark } from './mark.ts';
import type { Placing } from './place-marks.ts';
import { LAYOUT } from './settings.ts';

/**
 * The words that stand below a table in a cell that is open there. Where a page ends in a merged label, browsers draw the
 * table's lines down to its last row only and set the label in the middle of what would be left of the cell, or go on
 * with it there. Other cells have to be closed, or the whole table is open and nothing tells how far down it reaches.
 * Digits are never taken: they may be a figure's, of whichever row.
 */
export function findFallen(placing: Placing, marks: readonly Mark[], lattices: readonly Lattice[]): Placing {
  const fallen = new Map<Mark, LatticeCell>();
  const outside = marks.filter((mark) => mark.quarter === 0 && !placing.has(mark));
  if (outside.length === 0) return fallen;
  const withDigits = new Set([...placing].flatMap(([mark, cell]) => (holdsDigit(mark) ? [cell] : [])));
  for (const lattice of lattices) {
    if (lattice.inside !== null) continue;
    const open = openAtFoot(lattice).filter((cell) => !withDigits.has(cell));
    if (open.length === 0) continue;
    const foot = lattice.box[3];
    const end = Math.min(...lattices.map(({ box }) => (box[1] > foot ? box[1] : Number.POSITIVE_INFINITY)));
    const below = outside.filter(({ y }) => y > foot && y < end);
    for (const [mark, cell] of takenBy(open, linesOf(below).lines)) fallen.set(mark, cell);
  }
  return fallen;
}

/** Cells at the foot whose border is not all drawn, where that of others is. */
function openAtFoot({ cells, ys }: Lattice): readonly LatticeCell[] {
  const foot = cells.filter(({ row, rowSpan }) => row + rowSpan === ys.length - 1);
  return foot.some(({ bordered }) => bordered) ? foot.filter(({ bordered }) => !bordered) : [];
}

/** Line by line down to the first that is not the cells' alone: from there on the page goes on with something else. */
function takenBy(open: readonly LatticeCell[], lines: readonly TextLine[]): Placing {
  const taken = new Map<Mark, LatticeCell>();
  for (const { marks } of [...lines].sort((a, b) => a.box[1] - b.box[1])) {
    const cells = piecesOf(marks).map((piece) => ({ piece, cell: open.find((cell) => holdsPiece(cell, piece)) }));
    if (cells.some(({ cell }) => !cell) || marks.some(holdsDigit)) break;
    for (const { piece, cell } of cells) if (cell) for (const mark of piece) taken.set(mark, cell);
  }
  return taken;
}

/** The marks of a line, parted where a gap as wide as a character may hold a border. */
function piecesOf(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const pieces: Mark[][] = [];
  let before: Mark | undefined;
  for (const mark of marks) {
    if (mark.isSpace) continue;
    const isApart = !before || mark.box[0] - before.box[2] > LAYOUT.besidePiece * mark.glyph.size;
    if (isApart) pieces.push([mark]);
    else pieces.at(-1)?.push(mark);
    before = mark;
  }
  return pieces;
}

function holdsPiece({ box }: LatticeCell, piece: readonly Mark[]): boolean {
  return piece.every(({ box: [x0, , x1], glyph }) => {
    const most = LAYOUT.overBorder * glyph.size;
    return x0 >= box[0] - most && x1 <= box[2] + most;
  });
}
