import type { Box } from '../../document/document.ts';

export type Axis = 'horizontal' | 'vertical';

/** A straight piece of line as painted, whether or not it shows. */
export interface Bar {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  readonly kind: 'stroke' | 'fill';
  readonly colour: Colour;
  readonly opaque: boolean;
  readonly order: number;
}

/** A painted rectangle too large to be a line. */
export interface Area {
  readonly box: Box;
  readonly colour: Colour;
  readonly opaque: boolean;
  readonly order: number;
}

/** 0xRRGGBB as it looks on white, or nothing for a pattern or shading. */
export type Colour = number | null;

/** What the paths of a page paint, taken apart. Dots are bars along either axis that count only in a series. */
export interface Ink {
  readonly bars: Bar[];
  readonly dots: Bar[];
  readonly areas: Area[];
}

/** What a piece of ink has from the path that paints it. */
export interface Painted {
  readonly colour: Colour;
  readonly opaque: boolean;
  readonly order: number;
  readonly clip: Box;
}

/** The box of a bar. */
export function boxOf({ axis, at, from, to, thickness }: Bar): Box {
  const half = thickness / 2;
  return axis === 'horizontal' ? [from, at - half, to, at + half] : [at - half, from, at + half, to];
}

/** Adds a box as the line, dot or area that it is; nothing where it is clipped away. `thickness` of what is in it. */
export function addBox(ink: Ink, box: Box, painted: Painted, limits: InkLimits, kind: Bar['kind']): void {
  const clipped = intersect(box, painted.clip);
  if (!clipped) return;
  const [x0, y0, x1, y1] = clipped;
  const [width, height] = [x1 - x0, y1 - y0];
  const length = Math.max(width, height);
  const thickness = Math.min(width, height);
  const axis = width >= height ? 'horizontal' : 'vertical';
  const bar = { ...painted, ...place(axis, clipped), kind };
  if (length < thickness * limits.elongation) {
    if (length > limits.dot) ink.areas.push({ ...painted, box: clipped });
    // Browsers draw a border in pieces from crossing to crossing, and the shortest is hardly longer than thick.
    if (thickness <= limits.dot)
      for (const one of ['horizontal', 'vertical'] as const) ink.dots.push({ ...bar, ...place(one, clipped) });
  } else if (thickness > limits.thickest) ink.areas.push({ ...painted, box: clipped });
  else ink.bars.push(bar);
}

/** In points. */
export interface InkLimits {
  readonly thickest: number;
  readonly elongation: number;
  readonly dot: number;
}

/** What two boxes share; a box without width or height is one still. */
export function intersect(a: Box, b: Box): Box | null {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[0] <= box[2] && box[1] <= box[3] ? box : null;
}

function place(axis: Axis, [x0, y0, x1, y1]: Box): Pick<Bar, 'axis' | 'at' | 'from' | 'to' | 'thickness'> {
  return axis === 'horizontal'
    ? { axis, at: (y0 + y1) / 2, from: x0, to: x1, thickness: y1 - y0 }
    : { axis, at: (x0 + x1) / 2, from: y0, to: y1, thickness: x1 - x0 };
}
