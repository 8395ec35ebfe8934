import type { Claim } from '../../parsers/prose/prose.ts';

const TOLERANCE = {
  /** 约 and 近: off by no more than this part of the number said. */
  about: 0.05,
  /** But always by so many: 近20件 may be 18. */
  few: 2,
  /** Units of the last written decimal by which a share may be off: reports round, cut off, or make the shares fit 100. */
  lastPlace: 1,
} as const;

type Stated = Pick<Claim, 'value' | 'approximate'>;

/**
 * The numbers that a count fits. 约 and 近 allow 5 % either way; 1000 余 and 1000 多 anything up to the next number with as
 * many digits in use, 1999. The claim does not tell which of them was said: it fits what either would.
 */
export function rangeOf({ value, approximate }: Stated): { readonly least: number; readonly most: number } {
  if (!approximate) return { least: value, most: value };
  const about = Math.max(TOLERANCE.few, Math.round(value * TOLERANCE.about));
  return { least: value - about, most: Math.max(value + about, value + roundTo(value) - 1) };
}

export function fitsCount(claim: Stated, number: number): boolean {
  const { least, most } = rangeOf(claim);
  return number >= least && number <= most;
}

/** Whether a share, rounded or cut off at the decimals written, is the percentage of the claim give or take one unit. */
export function fitsShare(
  { value, decimals, approximate }: Stated & Pick<Claim, 'decimals'>,
  percent: number,
): boolean {
  const unit = 10 ** -decimals;
  const near = Math.abs(value - percent) <= value * TOLERANCE.about && approximate;
  const units = (number: number) => Math.round(number / unit);
  const cutOff = Math.floor(percent / unit + 1e-9);
  return near || [units(percent), cutOff].some((it) => Math.abs(units(value) - it) <= TOLERANCE.lastPlace);
}

/** The power of ten of the last digit that is not 0: 1000 for 1000, 100 for 2500. */
function roundTo(value: number): number {
  let step = 1;
  while (value > 0 && value % (step * 10) === 0) step *= 10;
  return step;
}
