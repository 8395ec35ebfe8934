import { isFullWidth, type Mark } from './mark.ts';
import { LAYOUT } from './settings.ts';

/** Whether text is written vertically: by its font, or as upright Chinese glyphs drawn one under the other. */
export function runsDownwards(marks: readonly Mark[]): boolean {
  const shown = marks.filter(({ isSpace }) => !isSpace);
  const vertical = shown.filter(({ glyph }) => glyph.vertical).length;
  if (vertical * 2 > shown.length) return true;
  const wide = shown.filter(({ text }) => isFullWidth(text)).length;
  if (shown.length < 4 || wide * 2 <= shown.length) return false;
  let down = 0;
  for (const [at, mark] of shown.entries()) {
    const before = shown[at - 1];
    if (before && isBeside(mark, before)) return false;
    if (before && isBelow(mark, before)) down++;
  }
  return down >= LAYOUT.downwardShare * (shown.length - 1);
}

function isBelow(mark: Mark, before: Mark): boolean {
  const em = mark.glyph.size;
  const step = mark.y - before.y;
  const isUnder = Math.abs(mark.x - before.x) <= LAYOUT.sameLine * em;
  return isUnder && step > LAYOUT.inkHeight * em && step < LAYOUT.linePitch * em;
}

/** Characters that follow one another on a line: in a narrow cell, words of two characters are set on a line each. */
function isBeside(mark: Mark, before: Mark): boolean {
  const em = mark.glyph.size;
  const step = mark.x - before.x;
  const isLevel = Math.abs(mark.base - before.base) <= LAYOUT.sameLine * em;
  return isLevel && isFullWidth(mark.text) && isFullWidth(before.text) && step > 0 && step < LAYOUT.linePitch * em;
}

/** The columns of vertical writing from right to left, each from top to bottom. */
export function columnsOf(marks: readonly Mark[]): string[] {
  const shown = marks.filter(({ isSpace }) => !isSpace);
  const columns: Mark[][] = [];
  let first: Mark | undefined;
  const words = shown.filter((one) => !isPunctuation(one));
  const isOne = standUnderOneAnother(words);
  for (const mark of words.toSorted((a, b) => b.x - a.x)) {
    if (first && (isOne || first.x - mark.x <= LAYOUT.sameLine * 2 * mark.glyph.size)) columns.at(-1)?.push(mark);
    else {
      columns.push([mark]);
      first = mark;
    }
  }
  // Punctuation stands beside the middle of its column.
  for (const mark of shown.filter(isPunctuation)) nearestColumn(columns, mark).push(mark);
  return columns.map((column) =>
    column
      .toSorted((a, b) => a.y - b.y || a.x - b.x)
      .map(({ text }) => text)
      .join(''),
  );
}

/** Columns stand beside one another: without two characters at one height there is one, in which a line is shifted. */
const standUnderOneAnother = (marks: readonly Mark[]): boolean =>
  marks
    .toSorted((a, b) => a.y - b.y)
    .every((mark, at, sorted) => {
      const before = sorted[at - 1];
      return !before || mark.y - before.y > LAYOUT.sameLine * mark.glyph.size;
    });

const isPunctuation = ({ text }: Mark) => /^\p{P}+$/u.test(text);

function nearestColumn(columns: Mark[][], { x }: Mark): Mark[] {
  let nearest = columns[0];
  for (const column of columns) {
    if (Math.abs((column[0]?.x ?? 0) - x) < Math.abs((nearest?.[0]?.x ?? 0) - x)) nearest = column;
  }
  if (nearest) return nearest;
  const only: Mark[] = [];
  columns.push(only);
  return only;
}
