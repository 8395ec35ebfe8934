import { normaliseLabel } from '../normalise-label.ts';
import { FITTING } from '../similarity.ts';
import { JOINING } from './settings.ts';
import { beginsLabel, likenessToAny, likenessToLine, likenessToTwoLines } from './statutory-labels.ts';

/**
 * What two texts, one above and one below a page break, are to each other: pieces of one label, labels of two lines, or
 * neither for certain.
 */
export type LabelVerdict = 'one' | 'two' | 'unclear';

/** Of the own labels of two rows. Both texts hold something. */
export function judgeOwnLabels(upper: string, lower: string): LabelVerdict {
  const whole = likenessToLine(upper + lower);
  const apart = likenessToTwoLines(upper, lower);
  if (whole >= JOINING.leastWhole && whole >= apart + JOINING.leastGain) return 'one';
  // Two labels to the letter, and together none: 3.其他 adds so little to a long label that both still read like it.
  if (apart >= FITTING.exact && whole < FITTING.exact) return 'two';
  // As good a label together as apart: 2.其他 and 法律行政法规禁止公开.
  if (whole >= JOINING.leastWhole && apart >= JOINING.leastKnown) return 'unclear';
  if (apart >= JOINING.leastWhole) return 'two';
  const [first, second] = [likenessToLine(upper), likenessToLine(lower)];
  // Rows that a report prints in another order than the form.
  if (Math.min(first, second) >= JOINING.leastWhole && NUMBERED.test(lower.trim())) return 'two';
  const isDamaged = whole >= JOINING.leastKnown && whole >= Math.max(first, second) + JOINING.leastDamagedGain;
  if (isDamaged && second < JOINING.leastKnown && !NUMBERED.test(lower.trim())) return 'one';
  return apart >= JOINING.leastKnown ? 'two' : 'unclear';
}

/** `2.`, `（四）`, `四、`: a label begins, and does not go on. */
export const NUMBERED = /^[（(]?[\d０-９一二三四五六七八九十]{1,2}[.．、)）]/u;

/** Of labels of groups and columns, which need not follow one another in a given order. Either may be blank. */
export function judgeLabels(upper: string, lower: string): LabelVerdict {
  const [first, second] = [normaliseLabel(upper), normaliseLabel(lower)];
  if (first === '' || second === '' || first === second) return 'one';
  const whole = likenessToAny(upper + lower);
  const worse = Math.min(likenessToAny(upper), likenessToAny(lower));
  if (whole >= JOINING.leastWhole && whole >= worse + JOINING.leastGain) return 'one';
  // The rest stands on a third page.
  if (worse < JOINING.leastKnown && beginsLabel(upper + lower)) return 'one';
  return worse >= JOINING.leastKnown ? 'two' : 'unclear';
}
