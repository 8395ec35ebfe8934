import { isGapBetween, type TextLine, wordsOf } from './lines-of.ts';
import { isNumeric, type Mark, middleOf } from './mark.ts';
import { LAYOUT } from './settings.ts';

/**
 * The text of a line in a cell, with a line break between two numbers that stand further apart than any space is wide:
 * those of two cells whose border is not found. The space before it keeps them from being a wrapped one.
 */
export function textOfCellLine(line: TextLine, isSpaced: boolean, spacing: number): string {
  if (isSpaced) return joinText(line.marks);
  let text = '';
  let before: Mark | undefined;
  for (const word of wordsOf(line, spacing)) {
    const [first] = word;
    if (before && first) text += isNumeric(before) && isNumeric(first) && isWide(line, before, first) ? ' \n' : ' ';
    text += joinText(word);
    before = word.at(-1);
  }
  return text;
}

const isWide = ({ size }: TextLine, before: Mark, mark: Mark): boolean =>
  mark.box[0] - before.box[2] > LAYOUT.widestSpace * size;

/** The text of a line: a space where its reader sees a gap, none where the characters are spaced evenly. */
export function textOfLine(line: TextLine, isSpaced: boolean = isEvenlySpaced([line]), spacing = 0): string {
  return isSpaced ? joinText(line.marks) : wordsOf(line, spacing).map(joinText).join(' ');
}

/** The text of marks in their order. */
export const joinText = (marks: readonly Mark[]): string => marks.map(({ text }) => text).join('');

/**
 * Whether all lines of a cell are spaced alike: `1 2 3` with no spaces drawn and equal gaps is one number, set wide. One
 * gap is too few to tell, and a wide one parts two numbers.
 */
export function isEvenlySpaced(lines: readonly TextLine[]): boolean {
  const gaps: number[] = [];
  let isAnyGap = false;
  for (const line of lines) {
    if (line.spaced.size > 0) return false;
    line.marks.forEach((mark, at) => {
      const before = line.marks[at - 1];
      if (!before) return;
      gaps.push((mark.box[0] - before.box[2]) / line.size);
      isAnyGap ||= isGapBetween(line, before, mark);
    });
  }
  if (!isAnyGap || gaps.length < 2) return false;
  const least = gaps.reduce((a, b) => Math.min(a, b));
  const most = gaps.reduce((a, b) => Math.max(a, b));
  return most - least <= LAYOUT.equalGaps && most <= LAYOUT.widestSpacing;
}

/**
 * By how much the digits of a table are set apart, in em: the gap that most of its neighbouring digits have; 0 where
 * they have none in common. What parts two numbers is wider than that.
 */
export function spacingOf(lines: readonly TextLine[]): number {
  const gaps: number[] = [];
  for (const { marks, spaced, size } of lines) {
    marks.forEach((mark, at) => {
      const before = marks[at - 1];
      if (!before || spaced.has(mark) || !isNumeric(before) || !isNumeric(mark)) return;
      gaps.push((mark.box[0] - before.box[2]) / size);
    });
  }
  const middle = middleOf(gaps) ?? 0;
  const alike = gaps.filter((gap) => Math.abs(gap - middle) <= LAYOUT.equalGaps).length;
  const isCommon = gaps.length >= LAYOUT.leastGaps && alike >= LAYOUT.commonGaps * gaps.length;
  return isCommon && middle > 0 && middle <= LAYOUT.widestSpacing ? middle : 0;
}
