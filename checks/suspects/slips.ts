import type { Slip } from '../finding.ts';
import { areNeighbours, type Place } from './places.ts';

/**
 * What a hand does when it copies numbers. The errors in a number are those that check digits are made against, after
 * J. Verhoeff, Error Detecting Decimal Codes (1969): a digit changed, neighbouring digits swapped, a digit dropped or
 * doubled. Each is told from the published number and the one proposed in its place.
 */

/** A proposed change of one cell. */
export interface Proposal {
  readonly published: number;
  readonly proposed: number;
  /** Nothing was written in the cell. */
  readonly blank: boolean;
  readonly place: Place | undefined;
}

const without = (text: string, at: number) => text.slice(0, at) + text.slice(at + 1);
const positions = (text: string) => [...text].map((_, at) => at);

/** The proposed number without one of its digits is what was published: 123 as 13; 5 as a blank cell; 10 as 0. */
function isDigitDropped({ published, proposed, blank }: Proposal): boolean {
  const text = String(proposed);
  if (text.length === 1) return blank && proposed !== 0;
  return positions(text).some((at) => Number(without(text, at)) === published);
}

/** One digit of the proposed number was published twice: 5 as 55, 120 as 1120. */
function isDigitDoubled({ published, proposed }: Proposal): boolean {
  const text = String(published);
  return positions(text).some((at) => text[at] === text[at + 1] && without(text, at) === String(proposed));
}

/** As many digits, one of them another: 17 as 11. */
function isDigitChanged({ published, proposed }: Proposal): boolean {
  const [one, two] = [String(published), String(proposed)];
  return one.length === two.length && positions(one).filter((at) => one[at] !== two[at]).length === 1;
}

/** Two neighbouring digits of the proposed number were published the other way round: 12 as 21, 120 as 210. */
function areDigitsSwapped({ published, proposed }: Proposal): boolean {
  const text = String(proposed);
  return positions(text).some(
    (at) =>
      at > 0 &&
      text[at] !== text[at - 1] &&
      Number(text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1)) === published,
  );
}

/** Two neighbouring cells, each proposed what the other published, neither of them 0. */
export function areCellsSwapped([one, two, ...more]: readonly Proposal[]): boolean {
  if (!one || !two || more.length > 0 || !areNeighbours(one.place, two.place)) return false;
  if (one.published === 0 || two.published === 0) return false;
  return one.proposed === two.published && two.proposed === one.published;
}

/**
 * Neighbouring cells of one row or column, each proposed what the next one published, and 0 the last: a number, or a run
 * of numbers, was entered one column or row off.
 */
export function isShifted(proposals: readonly Proposal[]): boolean {
  if (proposals.length < 2) return false;
  const inOrder = proposals.toSorted(
    ({ place: a }, { place: b }) => (a?.row ?? 0) - (b?.row ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  );
  const inARow = inOrder.every(({ place }, at) => at === 0 || areNeighbours(inOrder[at - 1]?.place, place));
  const places = inOrder.map(({ place }) => place);
  const straight =
    places.every((place) => place?.row === places[0]?.row) ||
    places.every((place) => place?.column === places[0]?.column);
  if (!inARow || !straight) return false;
  return [inOrder, inOrder.toReversed()].some((run) =>
    run.every(({ proposed }, at) => proposed === (run[at + 1]?.published ?? 0)),
  );
}

/**
 * A total that was not added up again: the parts, as they ought to be, without one of them make the published total; or
 * it was left at 0.
 */
function isNotRecalculated({ published, proposed }: Proposal, parts: readonly number[]): boolean {
  if (published === 0) return proposed > 0;
  return parts.some((part) => part > 0 && proposed - part === published);
}

/**
 * The slips, the likelier ones first. They come in the order of `SLIPS`, but for a digit changed: every other number of
 * as many digits that differs in one looks like it, so it says less than any other.
 */
const LIKELIEST: readonly Slip[] = [
  'misread',
  'total-not-recalculated',
  'digit-dropped',
  'digit-doubled',
  'digits-swapped',
  'cells-swapped',
  'shifted',
  'digit-changed',
  'other',
];

/** 0 for the likeliest. */
export const unlikeliness = (slip: Slip): number => LIKELIEST.indexOf(slip);

/** Whether a change seldom looks like this by chance. */
export const isStriking = (slip: Slip): boolean => unlikeliness(slip) < unlikeliness('digit-changed');

/** What several changes look like together is what the unlikeliest of them looks like. */
export const unlikeliest = (slips: readonly Slip[]): Slip =>
  slips.reduce((last, slip) => (unlikeliness(slip) > unlikeliness(last) ? slip : last), 'misread');

/** The likeliest slip of one cell. */
export function slipOf(proposal: Proposal, sumsOfParts: readonly (readonly number[])[]): Slip {
  if (sumsOfParts.some((parts) => isNotRecalculated(proposal, parts))) return 'total-not-recalculated';
  if (isDigitDropped(proposal)) return 'digit-dropped';
  if (isDigitDoubled(proposal)) return 'digit-doubled';
  if (areDigitsSwapped(proposal)) return 'digits-swapped';
  if (isDigitChanged(proposal)) return 'digit-changed';
  return 'other';
}
