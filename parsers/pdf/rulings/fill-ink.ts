import type { Box } from '../../document/document.ts';
import type { PaintedPath, Subpath } from '../page/page-content.ts';
import { addBox, type Ink, type InkLimits, type Painted } from './ink.ts';
import { rectanglesOf } from './rectangles-of.ts';
import { RULING_SETTINGS } from './settings.ts';

/** A closed outline with its bounding box. */
interface Outline {
  readonly points: readonly number[];
  readonly box: Box;
  /** What it encloses, negative when it runs the other way round. */
  readonly area: number;
}

/** The lines, dots and areas that a fill paints. Shapes that are no rectangles (letters, drawings) give nothing. */
export function fillInk(ink: Ink, { subpaths, evenOdd }: PaintedPath, fill: Painted, limits: InkLimits): void {
  for (const group of nested(subpaths.filter(({ points }) => points.length >= 6).map(outlineOf), evenOdd)) {
    const [first] = group;
    if (group.length === 1 && first) addOutline(ink, first, fill, limits, evenOdd);
    else addRectangles(ink, group, fill, limits, evenOdd);
  }
}

function addOutline(ink: Ink, outline: Outline, fill: Painted, limits: InkLimits, evenOdd: boolean): void {
  const [x0, y0, x1, y1] = outline.box;
  const [width, height] = [x1 - x0, y1 - y0];
  const length = Math.max(width, height);
  const thin = Math.min(width, height) <= limits.thickest && length >= Math.min(width, height) * limits.elongation;
  if (length <= limits.dot) addBox(ink, outline.box, fill, limits, 'fill');
  else if (thin) addBox(ink, narrowed(outline), fill, limits, 'fill');
  else if (Math.abs(outline.area) >= width * height * RULING_SETTINGS.rectangleShare) {
    addBox(ink, outline.box, fill, limits, 'fill');
  } else addRectangles(ink, [outline], fill, limits, evenOdd);
}

function addRectangles(ink: Ink, group: readonly Outline[], fill: Painted, limits: InkLimits, evenOdd: boolean): void {
  for (const box of rectanglesOf(
    group.map(({ points }) => points),
    evenOdd,
    limits.thickest,
  )) {
    addBox(ink, box, fill, limits, 'fill');
  }
}

/** Outlines that lie in an earlier one and cut a hole into it, together with that one. */
function nested(outlines: readonly Outline[], evenOdd: boolean): Outline[][] {
  const groups: Outline[][] = [];
  for (const outline of outlines) {
    const group = groups.at(-1);
    const [outer] = group ?? [];
    const holes = outer && (evenOdd || Math.sign(outer.area) !== Math.sign(outline.area));
    if (group && outer && holes && contains(outer.box, outline.box)) group.push(outline);
    else groups.push([outline]);
  }
  return groups;
}

/** The box of a thin shape, as thick as the shape is on average: a slanted line is thinner than its box. */
function narrowed({ box, area }: Outline): Box {
  const [x0, y0, x1, y1] = box;
  const level = x1 - x0 >= y1 - y0;
  const half = Math.abs(area) / Math.max(level ? x1 - x0 : y1 - y0, Number.MIN_VALUE) / 2;
  const middle = level ? (y0 + y1) / 2 : (x0 + x1) / 2;
  return level ? [x0, middle - half, x1, middle + half] : [middle - half, y0, middle + half, y1];
}

function outlineOf({ points }: Subpath): Outline {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Number.MAX_VALUE, -Number.MAX_VALUE];
  let area = 0;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i] ?? 0, points[i + 1] ?? 0];
    const [nextX, nextY] = [points[(i + 2) % points.length] ?? 0, points[(i + 3) % points.length] ?? 0];
    area += x * nextY - nextX * y;
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return { points, box: [x0, y0, x1, y1], area: area / 2 };
}

function contains(outer: Box, inner: Box): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}
