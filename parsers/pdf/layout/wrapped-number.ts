import type { CellLines } from './cell-text.ts';
import type { TextLine } from './lines-of.ts';
import { isNumeric } from './mark.ts';
import { LAYOUT } from './settings.ts';

/**
 * Tells which cells of a table hold one number that was wrapped though its lines leave some room: no cell as wide holds
 * a longer number on one line, and one more digit would not leave room for any margin. The lines of two figures under
 * one another can look so: whoever joins them has to doubt.
 */
export function findWrappedNumbers(cells: readonly CellLines[]): (cell: CellLines) => boolean {
  const widest = new Map<number, number>();
  for (const { lines, box } of cells) {
    const [line] = lines;
    if (!line || lines.length !== 1 || !isNumber(line)) continue;
    const key = widthKey(box);
    widest.set(key, Math.max(widest.get(key) ?? 0, widthOf(line)));
  }
  return ({ lines, box }) => {
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last || lines.length < 2 || !lines.every(isNumber)) return false;
    const digit = (first.box[2] - first.box[0]) / Math.max(1, first.marks.length);
    const full = lines.slice(0, -1);
    if (first.marks.length < 2 || widthOf(last) > widthOf(first) + LAYOUT.equalGaps * first.size) return false;
    if (full.some((line) => line.marks.length !== first.marks.length)) return false;
    const longest = [-1, 0, 1].map((step) => widest.get(widthKey(box) + step) ?? 0).reduce((a, b) => Math.max(a, b));
    if (longest > widthOf(first) + digit / 2) return false;
    return box[2] - box[0] - widthOf(first) - digit <= LAYOUT.wrapSlack * first.size;
  };
}

const isNumber = ({ marks }: TextLine) => marks.every(isNumeric);
const widthOf = ({ box }: TextLine) => box[2] - box[0];
/** Columns of one width differ by rounding only. */
const widthKey = ([x0, , x1]: CellLines['box']) => Math.round((x1 - x0) / 2);
