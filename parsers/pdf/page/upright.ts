/**
 * The direction of the top of a glyph, square to its baseline, and its height along it. Fake italics slant the
 * rendering matrix; their lines are upright all the same.
 * @param bx where an em along the baseline goes, with `by`
 * @param ux where an em upwards goes, with `uy`
 * @returns size 0 where nothing of the glyph could be seen
 */
export function uprightOf(bx: number, by: number, ux: number, uy: number): { upX: number; upY: number; size: number } {
  const length = Math.hypot(bx, by);
  const area = bx * uy - by * ux;
  const size = Math.abs(area) / length;
  if (!(size > 0 && size < Infinity)) return { upX: 0, upY: -1, size: 0 };
  const side = area < 0 ? 1 : -1;
  return { upX: (side * by) / length, upY: (-side * bx) / length, size };
}
