import type { Box } from '../../document/document.ts';
import { around, meet } from './mark.ts';
import type { PreparedPage } from './prepare-page.ts';
import { LAYOUT } from './settings.ts';

export interface PicturesOfPage {
  /** Pictures outside of tables that may hold one, from top to bottom. */
  readonly boxes: readonly Box[];
  /** Nearly the whole page is a picture, with hardly any text. */
  readonly isPagePicture: boolean;
}

/** Finds the pictures that may hold what is not found in the text. A picture that lies under text is its ground. */
export function findPictures({ page, em, lattices, marks }: PreparedPage): PicturesOfPage {
  const area = page.width * page.height;
  const visible = page.images.map(({ box, clip }): Box => meet(meet(box, clip), [0, 0, page.width, page.height]));
  const covered = visible.reduce((sum, box) => sum + areaOf(box), 0);
  const characters = marks.filter(({ isSpace }) => !isSpace).length;
  const isPagePicture = covered >= LAYOUT.wholePage * area && characters <= LAYOUT.mostStamped;
  const tables = visible.filter((box) => isLarge(box, em) && !lattices.some((lattice) => isWithin(box, lattice.box)));
  // Text all over the page and a picture of its size: a ground, or a watermark.
  const own = characters > LAYOUT.mostStamped ? tables.filter((box) => areaOf(box) < LAYOUT.wholePage * area) : tables;
  const strips = covered >= LAYOUT.largePicture * area && own.length === 0 && characters <= LAYOUT.mostStamped;
  const all = strips ? around(visible.filter((box) => areaOf(box) > 0)) : undefined;
  return { boxes: all ? [all] : own.toSorted((a, b) => a[1] - b[1]), isPagePicture };
}

const isLarge = ([x0, y0, x1, y1]: Box, em: number) =>
  x1 - x0 >= LAYOUT.leastTableWidth * em && y1 - y0 >= LAYOUT.leastTableHeight * em;

const isWithin = (box: Box, [x0, y0, x1, y1]: Box) => {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1 && areaOf(box) <= (x1 - x0) * (y1 - y0);
};

const areaOf = ([x0, y0, x1, y1]: Box) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
