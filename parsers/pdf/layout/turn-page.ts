import type { Box } from '../../document/document.ts';
import type { Glyph, PageContent, PaintedPath } from '../page/page-content.ts';
import { type Quarter, quarterOf } from './mark.ts';
import { LAYOUT } from './settings.ts';

/** A page turned so that most of its text stands upright. */
export interface TurnedPage {
  readonly page: PageContent;
  /** From a box on the turned page to the same on the page as it is shown. */
  readonly shown: (box: Box) => Box;
}

type Size = Pick<PageContent, 'width' | 'height'>;

/** Turns a page back by quarter turns if most of its text is turned so: a wide table on an upright page. */
export function turnPage(page: PageContent): TurnedPage {
  const quarter = dominantQuarter(page.glyphs);
  if (quarter === 0) return { page, shown: (box) => box };
  const turned = {
    ...sizeTurned(page, quarter),
    page: page.page,
    glyphs: page.glyphs.map((glyph) => turnGlyph(glyph, page, quarter)),
    paths: page.paths.map((path) => turnPath(path, page, quarter)),
    images: page.images.map((image) => ({
      ...image,
      box: turnBox(image.box, page, quarter),
      clip: turnBox(image.clip, page, quarter),
    })),
  };
  const back = ((4 - quarter) % 4) as Quarter;
  return { page: turned, shown: (box) => turnBox(box, turned, back) };
}

function dominantQuarter(glyphs: readonly Glyph[]): Quarter {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  let all = 0;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue;
    const quarter = quarterOf(glyph);
    all++;
    if (quarter !== undefined) counts[quarter]++;
  }
  const most = counts.findIndex((count) => count > all * LAYOUT.dominantShare);
  return most < 0 ? 0 : (most as Quarter);
}

/** Turns a glyph on a page of the given size back by quarter turns. */
export function turnGlyph(glyph: Glyph, size: Size, quarter: Quarter): Glyph {
  const [x, y] = turnPoint(glyph.x, glyph.y, size, quarter);
  const [dx, dy] = turnVector(glyph.dx, glyph.dy, quarter);
  const [upX, upY] = turnVector(glyph.upX, glyph.upY, quarter);
  return { ...glyph, x, y, dx, dy, upX, upY, clip: turnBox(glyph.clip, size, quarter) };
}

function turnPath(path: PaintedPath, size: Size, quarter: Quarter): PaintedPath {
  return {
    ...path,
    clip: turnBox(path.clip, size, quarter),
    subpaths: path.subpaths.map((subpath) => {
      const points: number[] = [];
      for (let i = 0; i + 1 < subpath.points.length; i += 2) {
        points.push(...turnPoint(subpath.points[i] ?? 0, subpath.points[i + 1] ?? 0, size, quarter));
      }
      return { ...subpath, points };
    }),
  };
}

/** Turns a box on a page of the given size back by quarter turns. */
export function turnBox([x0, y0, x1, y1]: Box, size: Size, quarter: Quarter): Box {
  const [ax, ay] = turnPoint(x0, y0, size, quarter);
  const [bx, by] = turnPoint(x1, y1, size, quarter);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

function turnPoint(x: number, y: number, { width, height }: Size, quarter: Quarter): [number, number] {
  const [turnedX, turnedY] = turnVector(x, y, quarter);
  const right = quarter === 2 ? width : quarter === 3 ? height : 0;
  const down = quarter === 1 ? width : quarter === 2 ? height : 0;
  return [turnedX + right, turnedY + down];
}

function turnVector(x: number, y: number, quarter: Quarter): [number, number] {
  if (quarter === 0) return [x, y];
  if (quarter === 1) return [y, -x];
  return quarter === 2 ? [-x, -y] : [-y, x];
}

const sizeTurned = ({ width, height }: Size, quarter: Quarter): Size =>
  quarter % 2 === 0 ? { width, height } : { width: height, height: width };
