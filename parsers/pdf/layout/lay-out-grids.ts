import type { Cell, Grid, Note } from '../../document/document.ts';
import type { NoteCode } from '../../document/notes.ts';
import type { Lattice, LatticeCell } from '../lattice/lattice.ts';
import { type CellLines, cellText, readCellLines, settingOf } from './cell-text.ts';
import { type Aside, type Mark, withoutDigits } from './mark.ts';
import { findOverBorders, isBesideCell } from './over-borders.ts';
import { locator, type Placing } from './place-marks.ts';
import type { PreparedPage } from './prepare-page.ts';
import { LAYOUT } from './settings.ts';
import { isNumberStruck } from './struck-number.ts';
import { findWrappedNumbers } from './wrapped-number.ts';

export interface GridsOfPage {
  /** One for each lattice, in their order. */
  readonly grids: readonly Grid[];
  /** What was left out of the cells: superscripts, and text turned otherwise. */
  readonly leftOut: ReadonlySet<Mark>;
  /** Those asides that no cell notes. */
  readonly aside: readonly Aside[];
  /** Marks of cells whose digits were not given. */
  readonly masked: ReadonlySet<Mark>;
}

/** Makes the lattices of a page grids, with the text of their cells and what is doubtful about it. */
export function layOutGrids(prepared: PreparedPage, placing: Placing): GridsOfPage {
  const marks = marksByCell(placing);
  const { notes, aside, unreliable } = notesByCell(prepared, placing);
  const leftOut = new Set<Mark>();
  const masked = new Set<Mark>();
  const grids = prepared.lattices.map((lattice, index): Grid => {
    const read = lattice.cells.map((cell) => readCellLines(marks.get(cell) ?? [], cell.box, prepared.page));
    const setting = settingOf(read);
    const isWrappedNumber = findWrappedNumbers(lattice, read);
    const drawn = notesOfBorders(lattice, index, prepared.lattices);
    const cells = lattice.cells.map((cell, at): Cell => {
      const lines = read[at] ?? EMPTY;
      const own = marks.get(cell) ?? [];
      for (const mark of [...lines.raised, ...lines.turned]) leftOut.add(mark);
      const codes = new Set<NoteCode>([
        ...(notes.get(cell) ?? []),
        ...notesOfText(lines, own, prepared),
        ...drawn(cell),
      ]);
      const { text, isWrapped } = joinWrapped(cellText(lines, setting).trim(), () => isWrappedNumber(at));
      if (isWrapped) codes.add('figure-wrapped');
      const isHidden =
        unreliable.has(cell) || codes.has('overprinted') || isNumberStruck(inOrder(lines, own), prepared.struck);
      if (!isHidden && !(codes.has('text-over-border') && isTorn(text))) return cellOf(cell, prepared, text, codes);
      for (const mark of hiddenInLines(cell, own, isHidden)) masked.add(mark);
      return cellOf(cell, prepared, withoutDigits(text), codes);
    });
    return { kind: 'grid', rowCount: lattice.ys.length - 1, columnCount: lattice.xs.length - 1, cells, notes: [] };
  });
  return { grids, leftOut, aside, masked };
}

/** Text that only runs over a level border is hidden in its cell, but stands on lines of its own all the same. */
const hiddenInLines = (cell: LatticeCell, own: readonly Mark[], isUnreliable: boolean): readonly Mark[] =>
  isUnreliable || own.some(isBesideCell(cell)) ? own : [];

function marksByCell(placing: Placing): ReadonlyMap<LatticeCell, readonly Mark[]> {
  const marks = new Map<LatticeCell, Mark[]>();
  for (const [mark, cell] of placing) {
    const own = marks.get(cell);
    if (own) own.push(mark);
    else marks.set(cell, [mark]);
  }
  return marks;
}

/** What the drawing of a table makes doubtful about its cells. */
function notesOfBorders(
  lattice: Lattice,
  index: number,
  lattices: readonly Lattice[],
): (cell: LatticeCell) => readonly NoteCode[] {
  const open = openSides(lattice);
  const holding = new Set(lattices.flatMap((other) => (other.inside === index ? holdersOf(lattice, other) : [])));
  return (cell) => {
    const codes: NoteCode[] = [];
    if (!cell.rectangular) codes.push('cell-not-rectangular');
    if (!cell.bordered && !isExcused(cell, lattice, open)) codes.push('border-unclear');
    if (holding.has(cell)) codes.push('nested-table');
    return codes;
  };
}

/** Its unit or a remark may stand behind the last line. */
const BROKEN_NUMBER = /^[\d０-９,，.．]+(?:\n[\d０-９,，.．]+)+(?=$|\s*[（(［【件项个条份宗起人次户家部篇例名万亿元])/u;

function joinWrapped(text: string, isOne: () => boolean): { readonly text: string; readonly isWrapped: boolean } {
  const [number] = BROKEN_NUMBER.exec(text) ?? [];
  if (number === undefined || !isOne()) return { text, isWrapped: false };
  return { text: number.replaceAll('\n', '') + text.slice(number.length), isWrapped: true };
}

/** The marks of a cell as they are read; as they were drawn where its text runs downwards. */
const inOrder = ({ lines }: CellLines, own: readonly Mark[]): readonly Mark[] =>
  lines.length > 0 ? lines.flatMap(({ marks }) => marks) : own;

const EMPTY: CellLines = { lines: [], box: [0, 0, 0, 0], raised: [], turned: [], downwards: null };

function cellOf(cell: LatticeCell, { page, shown }: PreparedPage, text: string, codes: ReadonlySet<NoteCode>): Cell {
  const { row, column, rowSpan, columnSpan, box } = cell;
  const notes = [...codes].map((code): Note => ({ code }));
  return { row, column, rowSpan, columnSpan, text, where: { page: page.page, boxes: [shown(box)] }, notes };
}

/** A digit over a border that stands apart from the others is its neighbour's. */
const isTorn = (text: string): boolean => /[\d０-９]\s+[\d０-９]/u.test(text);

function notesOfText(
  { raised, turned }: CellLines,
  marks: readonly Mark[],
  { unreadable, struck }: PreparedPage,
): readonly NoteCode[] {
  const codes: NoteCode[] = [];
  if (raised.length > 0) codes.push('superscript');
  if (turned.length > 0) codes.push('turned-text');
  if (marks.some(({ text }) => text.includes('\uFFFD'))) codes.push('unmapped-character');
  if (marks.some((mark) => unreadable.has(mark))) codes.push('overprinted');
  if (marks.some((mark) => struck.has(mark))) codes.push('struck-text');
  return codes;
}

interface CellNotes {
  readonly notes: ReadonlyMap<LatticeCell, ReadonlySet<NoteCode>>;
  /** Those asides that stand in no cell. */
  readonly aside: readonly Aside[];
  /** Cells whose digits are not to be relied on. */
  readonly unreliable: ReadonlySet<LatticeCell>;
}

/** What was set aside, what lies over borders, and pictures, each with its cell. */
function notesByCell({ marks, aside, lattices, page, em, under }: PreparedPage, placing: Placing): CellNotes {
  const notes = new Map<LatticeCell, Set<NoteCode>>();
  const add = (cell: LatticeCell, code: NoteCode) => notes.set(cell, (notes.get(cell) ?? new Set()).add(code));
  const locate = locator(lattices);
  const elsewhere = aside.filter(({ mark, code }) => {
    const cell = locate(mark.x, mark.y);
    if (cell) add(cell, code);
    return !cell;
  });
  const { doubtful, unreadable } = findOverBorders(marks, placing, aside);
  const unreliable = new Set(unreadable);
  for (const cell of [...doubtful, ...unreadable]) add(cell, 'text-over-border');
  for (const [mark, picture] of under) {
    const cell = placing.get(mark);
    if (cell) add(cell, 'picture');
    if (cell && !picture.seeThrough) unreliable.add(cell);
  }
  for (const { box } of page.images) {
    const cell = locate((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
    const isLarge = Math.min(box[2] - box[0], box[3] - box[1]) >= LAYOUT.leastPicture * em;
    // A picture larger than its cell on all sides lies under the table.
    if (
      cell &&
      isLarge &&
      (box[2] - box[0] <= cell.box[2] - cell.box[0] || box[3] - box[1] <= cell.box[3] - cell.box[1])
    ) {
      add(cell, 'picture');
    }
  }
  return { notes, aside: elsewhere, unreliable };
}

type Side = 'left' | 'top' | 'right' | 'bottom';

const SIDES: readonly Side[] = ['left', 'top', 'right', 'bottom'];

function touches(side: Side, { row, column, rowSpan, columnSpan }: LatticeCell, { xs, ys }: Lattice): boolean {
  if (side === 'left') return column === 0;
  if (side === 'top') return row === 0;
  return side === 'right' ? column + columnSpan === xs.length - 1 : row + rowSpan === ys.length - 1;
}

/** Sides of a table none of whose cells is closed: it was drawn without them. */
const openSides = (lattice: Lattice): readonly Side[] =>
  SIDES.filter((side) => lattice.cells.every((cell) => !cell.bordered || !touches(side, cell, lattice)));

const isExcused = (cell: LatticeCell, lattice: Lattice, open: readonly Side[]) =>
  open.some((side) => touches(side, cell, lattice));

function holdersOf(lattice: Lattice, { box }: Lattice): readonly LatticeCell[] {
  const cell = locator([{ ...lattice, inside: null }])((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
  return cell ? [cell] : [];
}
