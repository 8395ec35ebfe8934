import type { Quantity } from '../forms/form.ts';

const DIGITS_OF_WAN = 4;

/** A value as a clerk types it: counts bare, money in the unit that the form prints, or with its own. */
export function figureText(value: number, quantity: Quantity): string {
  if (quantity.kind !== 'money') return String(value);
  return quantity.statutoryUnit === '万元' ? inWan(value) : `${value}元`;
}

/** Yuan in 万元, by moving the decimal point: division would round 242523110.82. */
function inWan(yuan: number): string {
  const [whole = '0', fraction = ''] = String(yuan).split('.');
  const padded = whole.padStart(DIGITS_OF_WAN + 1, '0');
  const decimals = `${padded.slice(-DIGITS_OF_WAN)}${fraction}`.replace(/0+$/, '');
  return decimals === '' ? padded.slice(0, -DIGITS_OF_WAN) : `${padded.slice(0, -DIGITS_OF_WAN)}.${decimals}`;
}
