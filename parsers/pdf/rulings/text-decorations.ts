import type { Glyph } from '../page/page-content.ts';
import type { Bar } from './ink.ts';
import { RULING_SETTINGS } from './settings.ts';

/** Lines that belong to the text: those that underline it, and the characters that one strikes through. */
export interface Decorations {
  readonly underlines: ReadonlySet<Bar>;
  readonly struck: ReadonlySet<Glyph>;
}

/**
 * Tells the lines that writers draw under or through text from rulings: they begin and end with characters, right below
 * their baseline or through their middle, and no line across ends at both their ends.
 */
export function findDecorations(bars: readonly Bar[], glyphs: readonly Glyph[], em: number): Decorations {
  const underlines = new Set<Bar>();
  const throughOf = new Map<Bar, readonly Glyph[]>();
  const rows = glyphsByRow(glyphs, em);
  const across = bars.filter(({ axis }) => axis === 'vertical');
  let steps = 0;
  for (const bar of bars) {
    if (bar.axis !== 'horizontal' || bar.thickness > RULING_SETTINGS.decorationThickness * em) continue;
    const near = glyphsNear(bar, rows, em);
    steps += near.length;
    if (steps > RULING_SETTINGS.steps) break;
    const through = near.filter((glyph) => isAt(bar, glyph, RULING_SETTINGS.strikeFrom, RULING_SETTINGS.strikeTo));
    const over = near.filter((glyph) => isAt(bar, glyph, RULING_SETTINGS.underlineFrom, RULING_SETTINGS.underlineTo));
    const [text = []] = [over, through].filter((line) => fits(bar, line, em));
    if (text.length === 0) continue;
    steps += across.length;
    if (joinsBoth(bar, across, em)) continue;
    underlines.add(bar);
    if (text === through) throughOf.set(bar, through);
  }
  for (const border of bordersAmong(underlines, bars, em)) underlines.delete(border);
  return { underlines, struck: new Set([...underlines].flatMap((bar) => throughOf.get(bar) ?? [])) };
}

/** Lines that go on beside them as lines of no text: pieces of a border that happen to be as wide as a cell's text. */
function bordersAmong(candidates: ReadonlySet<Bar>, bars: readonly Bar[], em: number): ReadonlySet<Bar> {
  const borders = new Set<Bar>();
  if (candidates.size === 0) return borders;
  const height = RULING_SETTINGS.decorationEnd * em;
  const byHeight = new Map<number, Bar[]>();
  for (const bar of bars) {
    if (bar.axis !== 'horizontal') continue;
    const list = byHeight.get(Math.floor(bar.at / height));
    if (list) list.push(bar);
    else byHeight.set(Math.floor(bar.at / height), [bar]);
  }
  const beside = ({ at }: Bar) => [-1, 0, 1].flatMap((step) => byHeight.get(Math.floor(at / height) + step) ?? []);
  // A border is found from its ends inwards; few cells beside one another are filled by their text.
  let steps = 0;
  for (let round = 0, before = -1; round < ROUNDS && borders.size > before; round++) {
    before = borders.size;
    for (const bar of candidates) {
      if (borders.has(bar)) continue;
      const others = beside(bar);
      steps += others.length;
      if (steps > RULING_SETTINGS.steps) return candidates;
      if (others.some((other) => (!candidates.has(other) || borders.has(other)) && goesOn(bar, other, em)))
        borders.add(bar);
    }
  }
  return borders;
}

const ROUNDS = 8;

function goesOn(bar: Bar, other: Bar, em: number): boolean {
  const touch = RULING_SETTINGS.gap * em;
  if (Math.abs(bar.at - other.at) > RULING_SETTINGS.sameLine * em) return false;
  return Math.abs(other.from - bar.to) <= touch || Math.abs(other.to - bar.from) <= touch;
}

/** Upright characters by the em in which their baseline lies, from left to right. */
function glyphsByRow(glyphs: readonly Glyph[], em: number): ReadonlyMap<number, Glyph[]> {
  const rows = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.vertical || glyph.upY > -0.99 || glyph.invisible || glyph.text.trim() === '') continue;
    const row = Math.floor(glyph.y / em);
    const list = rows.get(row);
    if (list) list.push(glyph);
    else rows.set(row, [glyph]);
  }
  for (const row of rows.values()) row.sort((a, b) => a.x - b.x);
  return rows;
}

/** Characters whose middle lies over the extent of the line, in the rows about it. */
function glyphsNear(bar: Bar, rows: ReadonlyMap<number, Glyph[]>, em: number): Glyph[] {
  const found: Glyph[] = [];
  const row = Math.floor(bar.at / em);
  for (let at = row - 1; at <= row + 1; at++) {
    const list = rows.get(at) ?? [];
    for (let index = firstFrom(list, bar.from - em); index < list.length; index++) {
      const glyph = list[index];
      if (!glyph || glyph.x > bar.to) break;
      const middle = glyph.x + glyph.dx / 2;
      if (middle >= bar.from && middle <= bar.to) found.push(glyph);
    }
  }
  return found;
}

function firstFrom(list: readonly Glyph[], x: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.x ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the line lies between these heights below the character's baseline, in em of the character. */
const isAt = ({ at }: Bar, { y, size }: Glyph, from: number, to: number): boolean =>
  at - y >= from * size && at - y <= to * size;

/** Whether the line begins and ends with the characters and these take up most of it. */
function fits({ from, to }: Bar, line: readonly Glyph[], em: number): boolean {
  let [start, end, width] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const { x, dx } of line) {
    start = Math.min(start, x);
    end = Math.max(end, x + dx);
    width += dx;
  }
  const near = RULING_SETTINGS.decorationEnd * em;
  const isWithin = Math.abs(start - from) <= near && Math.abs(end - to) <= near;
  return isWithin && width >= RULING_SETTINGS.decorationShare * (to - from);
}

/** Whether lines across end at, or cross, both ends: the border of a cell that its text fills. */
function joinsBoth(bar: Bar, across: readonly Bar[], em: number): boolean {
  const touch = RULING_SETTINGS.decorationTouch * em;
  const joins = (x: number) =>
    across.some(({ at, from, to }) => Math.abs(at - x) <= touch && from <= bar.at + touch && to >= bar.at - touch);
  return joins(bar.from) && joins(bar.to);
}
