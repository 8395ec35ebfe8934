import type { Lattice } from '../lattice/lattice.ts';
import type { CellLines } from './cell-text.ts';
import type { TextLine } from './lines-of.ts';
import { isNumeric, type Mark } from './mark.ts';
import { LAYOUT } from './settings.ts';

/** The number that a cell begins with, by its lines. */
interface Parts {
  readonly parts: readonly (readonly Mark[])[];
  /** A unit or a remark stands behind it. */
  readonly isFollowed: boolean;
  readonly size: number;
}

/** A sign or a unit that stands alone in a cell is none. */
const isLabel = ({ marks }: TextLine): boolean =>
  marks.filter(({ text }) => HAN.test(text)).length >= LAYOUT.leastLabel;

const HAN = /\p{Script=Han}/u;

/** The longest number on one line of each cell, beside the width of the cell. */
interface Longest {
  readonly cell: number;
  readonly number: number;
}

/**
 * Tells which cells of a table hold one number that was wrapped though its lines leave some room: no cell as narrow
 * holds a longer number on one line, and one more digit would not leave room for any margin. The lines of two figures under
 * one another can look so: whoever joins them has to doubt.
 * @param read the lines of each cell of the lattice
 */
export function findWrappedNumbers({ cells }: Lattice, read: readonly CellLines[]): (at: number) => boolean {
  const longest = read.map(({ lines, box }): Longest => ({ cell: widthOf(box), number: longestNumber(lines) }));
  // Two rows of figures whose border was not found have two lines in each of their cells, but for blanks and for the label
  // of their group.
  const isInPlainRow = (at: number) => {
    const row = read.filter((_, other) => {
      const cell = cells[other];
      return cell?.row === cells[at]?.row && cell?.rowSpan === cells[at]?.rowSpan;
    });
    const isNumberOnOneLine = ({ lines: [line, more] }: CellLines) => line && !more && line.marks.every(isNumeric);
    const labels = row.filter(({ lines }) => lines.some(isLabel));
    return row.some(isNumberOnOneLine) || (labels.length > 0 && labels.every(({ lines }) => lines.length === 1));
  };
  return (at) => {
    const own = read[at];
    const number = own && partsOf(own.lines);
    const [first] = number?.parts ?? [];
    if (!own || !number || !first || number.parts.length < 2) return false;
    const isThousands = isParted(number);
    if (!isThousands && !isEvenlyBroken(number)) return false;
    const width = widthOf(own.box);
    const digit = widthOfMarks(first) / first.length;
    // The least that did not fit on one line.
    const least = isThousands ? widthOfThousands(number) : widthOfMarks(first) + digit;
    const narrow = longest.filter(({ cell }) => cell <= width + LAYOUT.sameWidth * number.size);
    const most = Math.max(...narrow.map((other) => other.number));
    // Digits that are kerned, or set on whole units, make numbers of one length a little longer or shorter.
    if (most >= least) return false;
    const isPlain = !isThousands && first.length > 1 && most <= least - digit / 2;
    if (!isPlain && !isInPlainRow(at)) return false;
    return width - least <= LAYOUT.wrapSlack * number.size;
  };
}

/** Words may stand behind the number only, and begin with no digit. */
function partsOf(lines: readonly TextLine[]): Parts | undefined {
  const parts: (readonly Mark[])[] = [];
  for (const { marks } of lines) {
    const end = marks.findIndex((mark) => !isNumeric(mark));
    const digits = end < 0 ? marks : marks.slice(0, end);
    if (digits.length > 0) parts.push(digits);
    if (end >= 0) return { parts, isFollowed: true, size: lines[0]?.size ?? 0 };
  }
  return { parts, isFollowed: false, size: lines[0]?.size ?? 0 };
}

/** Every part but the last is as long as the first, which is as much as fits. */
function isEvenlyBroken({ parts, size }: Parts): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return false;
  if (parts.slice(0, -1).some((part) => part.length !== first.length)) return false;
  return widthOfMarks(last) <= widthOfMarks(first) + LAYOUT.equalGaps * size;
}

/** Broken at the spaces between thousands: `83 247`. */
function isParted({ parts, isFollowed }: Parts): boolean {
  const [first = '', ...others] = parts.map((part) => part.map(({ text }) => text).join(''));
  return !isFollowed && FIRST_OF_THOUSANDS.test(first) && others.every((part) => THOUSANDS.test(part));
}

const widthOfThousands = ({ parts, size }: Parts): number =>
  parts.slice(0, 2).reduce((sum, part) => sum + widthOfMarks(part), LAYOUT.digitGap * size);

const FIRST_OF_THOUSANDS = /^[1-9１-９][\d０-９]{0,2}$/u;
const THOUSANDS = /^[\d０-９]{3}$/u;

function longestNumber(lines: readonly TextLine[]): number {
  let longest = 0;
  for (const { marks } of lines) {
    for (let at = 0; at < marks.length; at++) {
      const start = at;
      while (at < marks.length && marks[at] && isNumeric(marks[at] as Mark)) at++;
      if (at > start) longest = Math.max(longest, widthOfMarks(marks.slice(start, at)));
    }
  }
  return longest;
}

const widthOf = ([x0, , x1]: CellLines['box']) => x1 - x0;
const widthOfMarks = (marks: readonly Mark[]) => (marks.at(-1)?.box[2] ?? 0) - (marks[0]?.box[0] ?? 0);
