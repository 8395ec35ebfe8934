import type { Box } from '../../document/document.ts';
import type { Glyph } from '../page/page-content.ts';
import { LAYOUT } from './settings.ts';

/** Quarter turns clockwise by which text is turned against its page. */
export type Quarter = 0 | 1 | 2 | 3;

/** A glyph with what the layout needs of it. */
export interface Mark {
  readonly glyph: Glyph;
  /** U+FFFD where the font does not say. */
  readonly text: string;
  /** From ascent to descent, and from origin to advance. */
  readonly box: Box;
  /** Where the glyph stands: the middle of its box. */
  readonly x: number;
  readonly y: number;
  /** Of upright text: its baseline, or what it would be in level writing. */
  readonly base: number;
  readonly quarter: Quarter;
  readonly isSpace: boolean;
}

/** A mark that is not read, and why. */
export interface Aside {
  readonly mark: Mark;
  readonly code:
    | 'invisible-text'
    | 'clipped-text'
    | 'covered-text'
    | 'white-text'
    | 'turned-text'
    | 'text-drawn-twice'
    | 'superscript';
}

const IGNORED = /^[\u00ad\u200b-\u200f\u2060\ufeff\p{Cc}]+$/u;
const SPACE = /^[\s\u00a0\u3000]*$/u;
const DIGITS = /[\d０-９]/u;

/** Kangxi radicals, which some programs write in place of the characters that they look like. */
const RADICALS = /[\u2f00-\u2fd5]/gu;

/** Characters that have no shape of their own: no marks. */
export const isIgnored = ({ text }: Glyph): boolean => IGNORED.test(text) && !SPACE.test(text);
export const holdsDigit = ({ text }: Mark): boolean => DIGITS.test(text);
/**
 * What is given where text is printed over other text, or a number may be a part of one: its words, so that no figure is
 * read from what is left.
 */
export const withoutDigits = (text: string): string => text.replace(/[\d０-９]/gu, '\uFFFD');
/** Of a number: digits, and what stands between and before them. */
export const isNumeric = ({ text }: Mark): boolean => /^[\d０-９.．,，%+\-−－]+$/u.test(text);
/** Of the text that can be broken anywhere. */
export const isFullWidth = (text: string): boolean => (text.codePointAt(0) ?? 0) >= 0x2e80;

/** Whichever way the text stands, given its quarter turns. */
export function markOf(glyph: Glyph, quarter: Quarter): Mark {
  const box = boxOf(glyph);
  return {
    glyph,
    text: glyph.text === '' ? '\uFFFD' : glyph.text.replace(RADICALS, (radical) => radical.normalize('NFKC')),
    box,
    x: (box[0] + box[2]) / 2,
    y: (box[1] + box[3]) / 2,
    base: glyph.vertical ? glyph.y + LAYOUT.ascent * glyph.size : glyph.y,
    quarter,
    isSpace: glyph.text !== '' && SPACE.test(glyph.text),
  };
}

/** Quarter turns clockwise of a glyph; nothing when it leans otherwise. */
export function quarterOf({ upX, upY }: Glyph): Quarter | undefined {
  if (-upY >= LAYOUT.upright) return 0;
  if (upX >= LAYOUT.upright) return 1;
  if (upY >= LAYOUT.upright) return 2;
  return -upX >= LAYOUT.upright ? 3 : undefined;
}

function boxOf({ x, y, dx, dy, upX, upY, size, vertical }: Glyph): Box {
  // From its origin to both sides: of vertical writing to the left and right, of level writing up and down.
  const ax = vertical ? (-upY * size) / 2 : upX * size * LAYOUT.ascent;
  const ay = vertical ? (upX * size) / 2 : upY * size * LAYOUT.ascent;
  const bx = vertical ? -ax : -upX * size * LAYOUT.descent;
  const by = vertical ? -ay : -upY * size * LAYOUT.descent;
  return [
    Math.min(x + ax, x + bx, x + ax + dx, x + bx + dx),
    Math.min(y + ay, y + by, y + ay + dy, y + by + dy),
    Math.max(x + ax, x + bx, x + ax + dx, x + bx + dx),
    Math.max(y + ay, y + by, y + ay + dy, y + by + dy),
  ];
}

/** The smallest box around boxes; nothing for none. */
export function around(boxes: readonly Box[]): Box | undefined {
  const [first, ...others] = boxes;
  if (!first) return undefined;
  let [x0, y0, x1, y1] = first;
  for (const box of others) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}

/** Asked for each mark many times: taking the box apart by a pattern would cost more than the rest. */
export const holds = (box: Box, x: number, y: number): boolean =>
  x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];

/** What two boxes share; nothing is left of its width or height where they share none. */
export const meet = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

/** The middle one of values by size; nothing for none. */
export function middleOf(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
