import type { Box } from '../../document/document.ts';
import type { Area, Axis } from './ink.ts';

/** A part of a line between two places where something that is painted about it begins or ends. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What is painted over, under or beside it. */
  readonly areas: readonly Area[];
}

/** Cuts a line at the ends of the areas about it. `spend` is told the work done and ends it by answering false. */
export function stretchesOf(
  line: { readonly axis: Axis; readonly from: number; readonly to: number },
  areas: readonly Area[],
  spend: (steps: number) => boolean,
): Stretch[] {
  if (!spend(areas.length * SORTING)) return [];
  const waiting = areas.map((area) => {
    const [start, end] = extentOf(line.axis, area.box);
    return { area, start, end };
  });
  waiting.sort((a, b) => a.start - b.start);
  const places = [line.from, line.to];
  for (const { start, end } of waiting) {
    if (start > line.from && start < line.to) places.push(start);
    if (end > line.from && end < line.to) places.push(end);
  }
  places.sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  let active: typeof waiting = [];
  let next = 0;
  for (let i = 1; i < places.length; i++) {
    const [from, to] = [places[i - 1] ?? 0, places[i] ?? 0];
    if (from === to && i > 1) continue;
    const middle = (from + to) / 2;
    for (let one = waiting[next]; one && one.start <= middle; one = waiting[++next]) active.push(one);
    active = active.filter(({ end }) => end >= middle);
    if (!spend(active.length * LOOKING + 1)) break;
    stretches.push({ from, to, areas: active.map(({ area }) => area) });
  }
  return stretches;
}

/** Steps that finding and sorting the ends of an area, and looking at it in a stretch, are counted as. */
const SORTING = 16;
const LOOKING = 4;

/** From where to where a box reaches along an axis. */
function extentOf(axis: Axis, [x0, y0, x1, y1]: Box): readonly [number, number] {
  return axis === 'horizontal' ? [x0, x1] : [y0, y1];
}
