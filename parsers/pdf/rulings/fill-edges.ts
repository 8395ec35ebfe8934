import type { Box } from '../../document/document.ts';
import { type CoverIndex, colourAt } from './cover-index.ts';
import type { Area, Axis } from './ink.ts';
import { RULING_SETTINGS } from './settings.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import { isSameColour } from './visible-bars.ts';

/** A part of a side of an area along which two colours meet. */
export interface FillEdge {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of the sides of an area where the colours on the two sides differ in the end. The edges of the page are none:
 * nothing is beside them.
 */
export function edgesOf(
  area: Area,
  { index, em, page }: { index: CoverIndex; em: number; page: { width: number; height: number } },
  spend: (steps: number) => boolean,
): FillEdge[] {
  const beside = RULING_SETTINGS.beside * em;
  const edges: FillEdge[] = [];
  for (const side of sidesOf(area.box)) {
    const size = side.axis === 'horizontal' ? page.height : page.width;
    if (side.at <= beside || side.at >= size - beside) continue;
    for (const stretch of stretchesOf(side, index.near(around(side, beside)), spend)) {
      if (!differ(side, stretch, beside)) continue;
      const last = edges.at(-1);
      const goesOn = last && last.axis === side.axis && last.at === side.at && last.to === stretch.from;
      if (goesOn) edges[edges.length - 1] = { ...last, to: stretch.to };
      else edges.push({ ...side, from: stretch.from, to: stretch.to });
    }
  }
  return edges;
}

function sidesOf([x0, y0, x1, y1]: Box): FillEdge[] {
  return [
    { axis: 'horizontal', at: y0, from: x0, to: x1 },
    { axis: 'horizontal', at: y1, from: x0, to: x1 },
    { axis: 'vertical', at: x0, from: y0, to: y1 },
    { axis: 'vertical', at: x1, from: y0, to: y1 },
  ];
}

function around({ axis, at, from, to }: FillEdge, by: number): Box {
  return axis === 'horizontal' ? [from, at - by, to, at + by] : [at - by, from, at + by, to];
}

function differ({ axis, at }: FillEdge, { from, to, areas }: Stretch, beside: number): boolean {
  const along = (from + to) / 2;
  const colour = (across: number) => {
    return axis === 'horizontal' ? colourAt(areas, along, across) : colourAt(areas, across, along);
  };
  return !isSameColour(colour(at - beside), colour(at + beside));
}
