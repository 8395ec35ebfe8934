import type { Subpath } from '../page/page-content.ts';
import { addBox, type Ink, type InkLimits, type Painted } from './ink.ts';
import { RULING_SETTINGS } from './settings.ts';

/** The straight upright or level segments that a stroke paints. */
export function strokeInk(
  ink: Ink,
  subpaths: readonly Subpath[],
  stroke: Painted & { readonly width: number },
  limits: InkLimits,
  em: number,
): void {
  for (const { points, closed, curved } of subpaths) {
    const shortest = curved ? RULING_SETTINGS.straightInCurve * em : 0;
    const count = points.length >> 1;
    const segments = closed ? count : Math.max(1, count - 1);
    for (let i = 0; i < segments && count > 0; i++) {
      const next = (i + 1) % count;
      const [x0, y0] = [points[i * 2] ?? 0, points[i * 2 + 1] ?? 0];
      const [x1, y1] = [points[next * 2] ?? 0, points[next * 2 + 1] ?? 0];
      addSegment(ink, [x0, y0, x1, y1], stroke, limits, { shortest, rise: RULING_SETTINGS.rise * em });
    }
  }
}

function addSegment(
  ink: Ink,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  stroke: Painted & { readonly width: number },
  limits: InkLimits,
  { shortest, rise }: { shortest: number; rise: number },
): void {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  const length = Math.max(width, height);
  const off = Math.min(width, height);
  if (length < shortest || off > rise || off > length * RULING_SETTINGS.slope) return;
  const half = stroke.width / 2;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  if (length === 0) addBox(ink, [x - half, y - half, x + half, y + half], stroke, limits, 'stroke');
  else if (width > height) {
    addBox(ink, [Math.min(x0, x1), y - half, Math.max(x0, x1), y + half], stroke, limits, 'stroke');
  } else addBox(ink, [x - half, Math.min(y0, y1), x + half, Math.max(y0, y1)], stroke, limits, 'stroke');
}
