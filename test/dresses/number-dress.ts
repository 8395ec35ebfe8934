import type { Quantity } from '../../forms/form.ts';
import type { Dress } from './dress.ts';
import type { Random } from './random.ts';

type NumberStyle = Dress['numbers'];

const STYLES = ['plain', 'units', 'thousands', 'spaced', 'full-width'] as const;

/** A number as typed by another clerk: `plain` is a bare number, or a sum of money with its own unit. */
export function dressNumber(plain: string, quantity: Quantity, style: NumberStyle, random: Random): string {
  switch (style) {
    case 'plain':
      return plain;
    case 'units':
      return withUnit(plain, quantity, random);
    case 'thousands':
      return plain.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, random.pick([',', '，'])));
    case 'spaced':
      return spaced(plain, random);
    case 'full-width':
      return fullWidth(plain);
    case 'mixed':
      return dressNumber(plain, quantity, random.pick(STYLES), random);
    default:
      return style satisfies never;
  }
}

function withUnit(plain: string, quantity: Quantity, random: Random): string {
  switch (quantity.kind) {
    case 'count':
      return random.pick([`${plain}件`, `${plain}(件)`, `${plain} 件`, `${plain}（件）`]);
    case 'change':
      return plain.startsWith('-') || plain === '0' ? plain : `+${plain}`;
    case 'money':
      return quantity.statutoryUnit ? random.pick([`${plain}${quantity.statutoryUnit}`, `${plain}万`]) : plain;
    default:
      return quantity satisfies never;
  }
}

function spaced(plain: string, random: Random): string {
  const inner = plain.replace(/^(-?\d+)(\d{3})\b/, '$1 $2');
  return random.pick([` ${plain}`, `${plain} `, `\u3000${plain}`, `\u00a0${plain}\u00a0`, ` ${inner}`]);
}

const WIDE: Readonly<Record<string, string>> = { '-': '－', '+': '＋', '.': '．', ',': '，' };

const fullWidth = (plain: string): string =>
  plain.replace(/[-+.,\d]/g, (each) => WIDE[each] ?? String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0));
