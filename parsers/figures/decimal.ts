/** A plain decimal number as text: sign, digits, point. Kept as text so that a change of unit is exact. */
export interface Decimal {
  readonly negative: boolean;
  readonly integer: string;
  readonly fraction: string;
}

/** Multiplies by a power of ten by moving the point. */
export function shiftDecimal(decimal: Decimal, places: number): Decimal {
  const fraction = decimal.fraction.padEnd(places, '0');
  return { ...decimal, integer: decimal.integer + fraction.slice(0, places), fraction: fraction.slice(places) };
}

/**
 * The number that a decimal denotes.
 * @returns nothing when a double cannot hold it exactly enough to print and to add (more than 15 significant digits, or above 2^53)
 */
export function decimalToNumber(decimal: Decimal): number | undefined {
  const value = Number(`${decimal.integer || '0'}.${decimal.fraction || '0'}`);
  const significant = `${decimal.integer}${decimal.fraction}`.replace(/^0+|0+$/gu, '');
  if (significant.length > 15 || value > Number.MAX_SAFE_INTEGER) return undefined;
  return decimal.negative && value !== 0 ? -value : value;
}
