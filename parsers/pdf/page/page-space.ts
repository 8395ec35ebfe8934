import type { Box } from '../../document/document.ts';
import type { Matrix } from './matrix.ts';

/** The way from user space to the page as it is shown, and its size there. */
export interface PageSpace {
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
}

/**
 * Puts the origin at the top left corner of the page as shown, y downwards (ISO 32000-1, 8.3.2.3 and table 30).
 * @param box the crop box, normalised
 * @param rotate degrees clockwise, a multiple of 90
 */
export function pageSpace([x0, y0, x1, y1]: Box, rotate: number): PageSpace {
  const across = { width: x1 - x0, height: y1 - y0 };
  const along = { width: y1 - y0, height: x1 - x0 };
  switch (((rotate % 360) + 360) % 360) {
    case 90:
      return { matrix: [0, 1, 1, 0, -y0, -x0], ...along };
    case 180:
      return { matrix: [-1, 0, 0, 1, x1, -y0], ...across };
    case 270:
      return { matrix: [0, -1, -1, 0, y1, x1], ...along };
    default:
      return { matrix: [1, 0, 0, -1, -x0, y1], ...across };
  }
}
