import type { CellView } from '../grid-view.ts';

/** A cell that ends at the foot of a page and the one in the same columns at the head of the next. */
export interface Pair {
  readonly upper: CellView;
  readonly lower: CellView;
}

/** The pairs in which a cell may go on over the page, from left to right, and whether every cell of both rows is in one. */
export interface Pairs {
  readonly list: readonly Pair[];
  readonly isComplete: boolean;
}

/** Pairs the cells of two rows of one grid's columns. */
export function pairCells(upper: readonly CellView[], lower: readonly CellView[]): Pairs {
  const byColumns = new Map(lower.map((view) => [`${view.start}-${view.end}`, view]));
  const list = upper.flatMap((view) => {
    const below = byColumns.get(`${view.start}-${view.end}`);
    return below ? [{ upper: view, lower: below }] : [];
  });
  const isComplete = list.length === countDrawn(upper, lower) && list.length === countDrawn(lower, upper);
  return { list, isComplete };
}

/** The cells of a row, but for blank ones where the other page has no cell at all: the side of a table without a frame. */
const countDrawn = (row: readonly CellView[], other: readonly CellView[]): number =>
  row.filter(({ isBlank, start, end }) => !isBlank || other.some((view) => view.start < end && start < view.end))
    .length;

/** Whether a cell holds words, as labels do. */
export const isWords = (view: CellView): boolean => !view.isBlank && !view.isValue;

/** Whether a cell holds a number, a dash or 无. */
export const isStated = (view: CellView): boolean => view.isValue && !view.isBlank;

/** `1.` of `1.属于国家秘密` reads like a number until the rest of the label stands behind it. */
const LIST_NUMBER = /^[（(]?\d{1,2}[.．、)）]$/u;
/** A remark behind a number, or its unit. */
const BEHIND_NUMBER = /^[（([【［件项个条份宗起人次户家部篇例名万亿元]|^[.．,，]\d/u;

/** Whether a pair holds a figure: a number on either side, and no words but a remark behind it. */
export function isFigurePair({ upper, lower }: Pair): boolean {
  if (isStated(upper)) {
    const behind = lower.cell.text.trim();
    return !isWords(lower) || (BEHIND_NUMBER.test(behind) && !LIST_NUMBER.test(upper.cell.text.trim()));
  }
  return isStated(lower) && upper.isBlank;
}

/**
 * How many pairs from the left are labels: up to the last words before the first figure.
 */
export function countLabelPairs(pairs: readonly Pair[]): number {
  const firstFigure = pairs.findIndex(isFigurePair);
  const before = firstFigure < 0 ? pairs : pairs.slice(0, firstFigure);
  return before.findLastIndex(({ upper, lower }) => isWords(upper) || isWords(lower)) + 1;
}

/** Numbers that cannot be the digits of one. */
export function isTwoNumbers({ upper, lower }: Pair): boolean {
  if (!isStated(upper) || lower.isBlank) return false;
  const [above, below] = [upper.cell.text, lower.cell.text].map((text) => text.replace(/[\s\p{Cf}]+/gu, ''));
  // The rest of a unit or remark, which holds no digit, goes on behind any number: `0（件` and `）`.
  if (OPEN_REMARK.test(above ?? '') && REST_OF_REMARK.test(below ?? '')) return false;
  return !BEGINS_NUMBER.test(above ?? '') || !GOES_ON.test(below ?? '');
}

const OPEN_REMARK = /^[+＋\-－−]?[\d０-９,，.．]+[（(][^）)]*$/u;
const REST_OF_REMARK = /^[^\d０-９（(]*[）)]$/u;

/** A number whose first digit is no 0, unless a point follows, whatever its end. */
const BEGINS_NUMBER = /^[+＋\-－−¥￥]?(?:[1-9１-９]|[0０][.．])[\d０-９,，.．]*(?:[（(].*)?$/u;
const GOES_ON = /^(?:[\d０-９,，.．]+|[^\d０-９+＋\-－−–—/]).*$/u;
