import { isNumeric, type Mark } from './mark.ts';

/** Characters that change which number a cell states without being of its digits: units of money, and signs in words. */
const OF_VALUE = /^[百千万亿元增减]$/u;
const OPENS_REMARK = /^[（(【［[]$/u;

/**
 * Whether a line goes through a part of the number of a cell: deleted digits are no figure, and what is left of them is
 * none either. In the remark behind a number it makes that doubtful only.
 * @param marks of the cell, in reading order
 */
export function isNumberStruck(marks: readonly Mark[], struck: ReadonlySet<Mark>): boolean {
  if (struck.size === 0) return false;
  const remark = marks.findIndex(({ text }) => OPENS_REMARK.test(text));
  const number = remark < 0 ? marks : marks.slice(0, remark);
  return number.some((mark) => struck.has(mark) && (isNumeric(mark) || OF_VALUE.test(mark.text)));
}
