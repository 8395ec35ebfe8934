import type { Box } from '../../document/document.ts';

/** `[a, b, c, d, e, f]` as in PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * First `inner`, then `outer` (ISO 32000-1, 8.3.4: inner × outer). Taking them apart by patterns would cost more than
 * the rest until this is compiled.
 */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const oa = outer[0];
  const ob = outer[1];
  const oc = outer[2];
  const od = outer[3];
  return [
    inner[0] * oa + inner[1] * oc,
    inner[0] * ob + inner[1] * od,
    inner[2] * oa + inner[3] * oc,
    inner[2] * ob + inner[3] * od,
    inner[4] * oa + inner[5] * oc + outer[4],
    inner[4] * ob + inner[5] * od + outer[5],
  ];
}

/** The bounding box of a rectangle after a transformation. */
export function transformBox(m: Matrix, [x0, y0, x1, y1]: Box): Box {
  const xs = [m[0] * x0 + m[2] * y0, m[0] * x1 + m[2] * y0, m[0] * x0 + m[2] * y1, m[0] * x1 + m[2] * y1];
  const ys = [m[1] * x0 + m[3] * y0, m[1] * x1 + m[3] * y0, m[1] * x0 + m[3] * y1, m[1] * x1 + m[3] * y1];
  return [Math.min(...xs) + m[4], Math.min(...ys) + m[5], Math.max(...xs) + m[4], Math.max(...ys) + m[5]];
}
