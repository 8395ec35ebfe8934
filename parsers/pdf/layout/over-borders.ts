import type { LatticeCell } from '../lattice/lattice.ts';
import { linesOf } from './lines-of.ts';
import { type Aside, holdsDigit, isNumeric, type Mark } from './mark.ts';
import type { Placing } from './place-marks.ts';
import { LAYOUT } from './settings.ts';

/** What lies over borders, and what that makes of the figure of a cell. */
export interface OverBorders {
  /** A digit lies over a border of these. */
  readonly doubtful: ReadonlySet<LatticeCell>;
  /**
   * Digits go on from these to another cell or out of the table, or come from there, or a part of them is hidden: no number
   * is read.
   */
  readonly unreadable: ReadonlySet<LatticeCell>;
}

/**
 * The cells whose figure may be another one than it seems. Words that run over a border are common and change no
 * figure.
 * @param marks of the page, those outside of all tables included
 */
export function findOverBorders(marks: readonly Mark[], placing: Placing, aside: readonly Aside[]): OverBorders {
  const upright = marks.filter(({ isSpace, quarter, glyph }) => !isSpace && quarter === 0 && !glyph.vertical);
  const doubtful = new Set<LatticeCell>();
  for (const mark of upright) {
    const cell = placing.get(mark);
    if (cell && holdsDigit(mark) && isOver(mark, cell)) doubtful.add(cell);
  }
  const unreadable = new Set(hiddenInPart(placing, aside));
  for (const line of linesOf(upright).lines) {
    line.marks.forEach((mark, at) => {
      const before = line.marks[at - 1];
      const [cell, other] = [placing.get(mark), before && placing.get(before)];
      if (!before || cell === other || !isOneNumber(before, mark)) return;
      // Beyond the table a unit may stand: only digits tell that a number goes on.
      if (!(cell && other) && !(isNumeric(before) && isNumeric(mark))) return;
      for (const own of [cell, other]) if (own) unreadable.add(own);
    });
  }
  return { doubtful, unreadable };
}

/** Tells marks that run over the left or right border of a cell. */
export const isBesideCell =
  ({ box }: LatticeCell) =>
  ({ box: [x0, , x1], glyph }: Mark): boolean => {
    const most = LAYOUT.overBorder * glyph.size;
    return x0 < box[0] - most || x1 > box[2] + most;
  };

function isOver(mark: Mark, cell: LatticeCell): boolean {
  const { box } = cell;
  const { glyph } = mark;
  const most = LAYOUT.overBorder * glyph.size;
  return isBesideCell(cell)(mark) || glyph.y - LAYOUT.inkHeight * glyph.size < box[1] - most || glyph.y > box[3] + most;
}

/** Neighbours on a line that a border parts and no gap does: drawn as one, or both of a number. */
function isOneNumber(before: Mark, mark: Mark): boolean {
  if (!holdsDigit(before) && !holdsDigit(mark)) return false;
  const gap = mark.box[0] - before.box[2];
  const isOneRun = before.glyph.run === mark.glyph.run;
  return gap < LAYOUT.acrossBorder * mark.glyph.size && (isOneRun || (isNumeric(before) && isNumeric(mark)));
}

/** Cells with digits of a run of which other digits were clipped away or covered: what is left is no number. */
function hiddenInPart(placing: Placing, aside: readonly Aside[]): LatticeCell[] {
  const hidden = aside.filter(
    ({ mark, code }) => (code === 'clipped-text' || code === 'covered-text') && holdsDigit(mark),
  );
  const runs = new Set(hidden.map(({ mark }) => mark.glyph.run));
  if (runs.size === 0) return [];
  return [...placing].flatMap(([mark, cell]) => (runs.has(mark.glyph.run) && holdsDigit(mark) ? [cell] : []));
}
