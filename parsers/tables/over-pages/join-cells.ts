import type { Cell, Note } from '../../document/document.ts';
import type { NoteCode } from '../../document/notes.ts';
import { normaliseLabel } from '../normalise-label.ts';
import { isPdfPlace } from './is-pdf-place.ts';
import { isFigurePair, isTwoNumbers, type Pair } from './pair-cells.ts';

/**
 * One cell of the two pieces that a page break made of it.
 * @param upper,lower the pieces as they lie in the joined grid
 * @param isInRow the break goes through a row, so that the pieces share it
 */
export function joinCells(pair: Pair, upper: Cell, lower: Cell, isInRow: boolean): Cell {
  const isFigure = isFigurePair(pair);
  const { isBlank: noUpper } = pair.upper;
  const { isBlank: noLower } = pair.lower;
  const code: NoteCode = isFigure && !noUpper && !noLower ? 'figure-cut-by-page' : 'cut-by-page';
  const text = noUpper ? lower.text : noLower ? upper.text : isFigure ? joinFigure(pair) : joinLabel(upper, lower);
  return {
    ...upper,
    rowSpan: upper.rowSpan + lower.rowSpan - (isInRow ? 1 : 0),
    text,
    where: joinPlaces(upper, lower),
    notes: withNote([...upper.notes, ...lower.notes.filter(({ code }) => !hasNote(upper, code))], code),
  };
}

/** Digits go on directly. Two numbers that cannot be one are left a line each, which no reading takes for a number. */
function joinFigure(pair: Pair): string {
  const { upper, lower } = pair;
  return isTwoNumbers(pair)
    ? `${upper.cell.text.trim()}\n${lower.cell.text.trim()}`
    : upper.cell.text.trimEnd() + lower.cell.text.trimStart();
}

/** Nothing between the pieces: a break inside `（四）` would part a number that is no word of the label. */
const joinLabel = (upper: Cell, lower: Cell): string =>
  normaliseLabel(upper.text) === normaliseLabel(lower.text)
    ? upper.text
    : upper.text.trimEnd() + lower.text.trimStart();

function joinPlaces({ where }: Cell, { where: next }: Cell): Cell['where'] {
  return isPdfPlace(where) && isPdfPlace(next) ? { page: where.page, boxes: [...where.boxes, ...next.boxes] } : where;
}

const hasNote = (cell: Cell, code: NoteCode): boolean => cell.notes.some((note) => note.code === code);

function withNote(notes: readonly Note[], code: NoteCode): readonly Note[] {
  return notes.some((note) => note.code === code) ? notes : [...notes, { code }];
}

/** The cell, with the doubt that a part of it may stand on another page. */
export const withDoubt = (cell: Cell): Cell => ({ ...cell, notes: withNote(cell.notes, 'row-cut-unclear') });
