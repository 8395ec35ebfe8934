import { distance } from 'fastest-levenshtein';
import type { Random } from './random.ts';

/** At most one character in four is lost: 2.其他法律行政法规禁止公开 was published as 2.其他法律行政止公开. */
const SHARE_LOST = 4;
/** The nearest other label stays at least this much further away than the label itself. */
const MARGIN = 2;
const CHANCE = 0.5;

const NUMBERING = /^(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.、])/;

/** The wording without its number. */
export const labelCore = (text: string): string => text.replace(NUMBERING, '');

/** Drops a run of characters from a label, if what is left can only be this label. */
export function loseCharacters(text: string, others: readonly string[], random: Random): string {
  const core = labelCore(text);
  const most = Math.floor(core.length / SHARE_LOST);
  if (most === 0 || !random.chance(CHANCE)) return text;
  const count = 1 + random.int(most);
  const places = Array.from({ length: core.length - count + 1 }, (_, at) => at);
  const starts = random.some(places, places.length);
  const rivals = others.map(labelCore).filter((other) => other !== core);
  for (const start of starts) {
    const left = core.slice(0, start) + core.slice(start + count);
    const isSafe = rivals.every((rival) => distance(left, rival) >= count + MARGIN);
    if (isSafe) return text.slice(0, text.length - core.length) + left;
  }
  return text;
}
