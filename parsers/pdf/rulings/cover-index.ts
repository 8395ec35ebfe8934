import type { Box } from '../../document/document.ts';
import type { Area, Colour } from './ink.ts';

/** Bins across and down the page, and the number of bins above which an area is kept apart. */
const BINS = 32;
const WIDE = 64;

/** Areas of a page by place, to tell what is painted where. Counts its steps, so that its user can stop. */
export interface CoverIndex {
  /** Areas that overlap or touch the box. */
  readonly near: (box: Box) => Area[];
  readonly steps: () => number;
}

/** Builds a {@link CoverIndex}; its cost is that of the areas, whatever their size. */
export function indexAreas(areas: readonly Area[], width: number, height: number): CoverIndex {
  const bins: (Area[] | undefined)[] = new Array(BINS * BINS);
  const wide: Area[] = [];
  const seen = new Map<Area, number>();
  let steps = 0;
  let query = 0;
  const range = (box: Box): Range => ({
    left: bin(box[0], width),
    top: bin(box[1], height),
    right: bin(box[2], width),
    bottom: bin(box[3], height),
  });
  for (const area of areas) {
    const found = range(area.box);
    if ((found.right - found.left + 1) * (found.bottom - found.top + 1) > WIDE) wide.push(area);
    else {
      forEachBin(found, (at) => {
        const bin = bins[at];
        if (bin) bin.push(area);
        else bins[at] = [area];
      });
    }
  }
  const near = (box: Box): Area[] => {
    const found: Area[] = [];
    if (areas.length === 0) return found;
    query++;
    const look = (area: Area) => {
      steps++;
      if (seen.get(area) === query || !touches(area.box, box)) return;
      seen.set(area, query);
      found.push(area);
    };
    wide.forEach(look);
    forEachBin(range(box), (at) => bins[at]?.forEach(look));
    return found;
  };
  return { near, steps: () => steps };
}

/** The colour that shows at a point after everything was painted; white where nothing was. */
export function colourAt(areas: readonly Area[], x: number, y: number): Colour {
  let order = Number.NEGATIVE_INFINITY;
  let colour: Colour = 0xffffff;
  for (const area of areas) {
    if (area.order <= order || !holds(area.box, x, y)) continue;
    order = area.order;
    colour = area.colour;
  }
  return colour;
}

/** Whether something opaque was painted over this point after `order`. */
export function isCoveredAt(areas: readonly Area[], x: number, y: number, order: number): boolean {
  return areas.some((area) => area.opaque && area.order > order && holds(area.box, x, y));
}

/** Asked most often of all: taking the box apart by a pattern would cost more than the rest. */
function holds(box: Box, x: number, y: number): boolean {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}

function touches(a: Box, b: Box): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

function bin(coordinate: number, size: number): number {
  const at = Math.floor((coordinate / size) * BINS);
  return at >= 0 ? Math.min(BINS - 1, at) : 0;
}

/** The bins that a box lies in. */
interface Range {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function forEachBin({ left, top, right, bottom }: Range, look: (at: number) => void): void {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) look(row * BINS + column);
  }
}
