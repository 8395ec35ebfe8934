import type { Dress } from './dress.ts';
import type { Random } from './random.ts';

const PAIRS: readonly (readonly [string, string])[] = [
  ['（', '('],
  ['）', ')'],
  ['“', '"'],
  ['”', '"'],
  ['：', ':'],
  ['，', ','],
  ['．', '.'],
];

const WIDE_DIGIT_OFFSET = 0xfee0;

const halfWidth = (character: string): string => PAIRS.find(([wide]) => wide === character)?.[1] ?? character;

function fullWidth(character: string): string {
  if (/[\d.]/.test(character)) return String.fromCodePoint((character.codePointAt(0) ?? 0) + WIDE_DIGIT_OFFSET);
  return PAIRS.find(([, narrow]) => narrow === character)?.[0] ?? character;
}

const SPACES = [' ', '\u3000', '\u00a0'] as const;
const SPACE_CHANCE = 0.3;

/** A label with its brackets, quotes and digits in the widths of the dress, or with spaces between its characters. */
export function dressCharacters(text: string, style: Dress['characters'], random: Random): string {
  const characters = [...text];
  switch (style) {
    case 'plain':
      return text;
    case 'half-width':
      return characters.map(halfWidth).join('');
    case 'full-width':
      return characters.map(fullWidth).join('');
    case 'mixed':
      return characters.map((each) => random.pick([each, halfWidth(each), fullWidth(each)])).join('');
    case 'spaced':
      return characters.map((each) => (random.chance(SPACE_CHANCE) ? each + random.pick(SPACES) : each)).join('');
    default:
      return style satisfies never;
  }
}
