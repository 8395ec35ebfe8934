import { type CoverIndex, colourAt, isCoveredAt } from './cover-index.ts';
import { type Bar, boxOf, type Colour } from './ink.ts';
import { RULING_SETTINGS } from './settings.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

/** Where over the thickness of a line it is looked at: a line shows when a part of its thickness does. */
const PROBES = [-0.4, 0, 0.4];

/**
 * The parts of a line that a reader sees: not painted over afterwards, and of another colour than what is on at least
 * one side of it in the end.
 */
export function visibleParts(bar: Bar, index: CoverIndex, em: number, spend: (steps: number) => boolean): Bar[] {
  const beside = bar.thickness / 2 + RULING_SETTINGS.beside * em;
  const areas = index.near(boxOf({ ...bar, thickness: beside * 2 }));
  if (areas.length === 0) return isSameColour(bar.colour, 0xffffff) ? [] : [bar];
  const parts: Bar[] = [];
  for (const stretch of stretchesOf(bar, areas, spend)) {
    if (!shows(bar, stretch, beside)) continue;
    const last = parts.at(-1);
    if (last && last.to === stretch.from) parts[parts.length - 1] = { ...last, to: stretch.to };
    else parts.push({ ...bar, from: stretch.from, to: stretch.to });
  }
  return parts;
}

/** Whether an eye takes the two for one colour. */
export function isSameColour(a: Colour, b: Colour): boolean {
  if (a === null || b === null) return false;
  return [16, 8, 0].every((shift) => {
    return Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) <= RULING_SETTINGS.sameColour;
  });
}

function shows(bar: Bar, { from, to, areas }: Stretch, beside: number): boolean {
  const along = (from + to) / 2;
  const point = (off: number) => (bar.axis === 'horizontal' ? [along, bar.at + off] : [bar.at + off, along]);
  const bare = PROBES.some((probe) => {
    const [x = 0, y = 0] = point(probe * bar.thickness);
    return !isCoveredAt(areas, x, y, bar.order);
  });
  if (!bare) return false;
  return [-beside, beside].some((off) => {
    const [x = 0, y = 0] = point(off);
    return !isSameColour(bar.colour, colourAt(areas, x, y));
  });
}
