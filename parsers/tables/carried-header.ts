import type { Box, Cell } from '../document/document.ts';
import type { CellView } from './grid-view.ts';
import type { HeaderBlock, Leaf } from './header.ts';

/** Shares of the table's width: a middle may lie so far outside of its column; tables this alike are one as wide. */
const SLACK = 0.01;
const SAME_WIDTH = 0.02;

type Extent = readonly [number, number];
type Axis = (box: Box) => Extent;

/** Along which columns follow one another on a page as it is shown: turned pages have them from top to bottom, or back. */
const AXES: readonly Axis[] = [
  ([x0, , x1]) => [x0, x1],
  ([, y0, , y1]) => [y0, y1],
  ([, y0, , y1]) => [-y1, -y0],
  ([x0, , x1]) => [-x1, -x0],
];

/**
 * Whether the cells of a row stand under the columns of a header on an earlier page, one by one. There may be as many of
 * them in a table that fell apart, with a column lost on one side and one too many on the other. A table as wide may
 * have been moved as a whole. Cells that do not say where they stand are told by their order alone.
 */
export function standUnder(values: readonly CellView[], row: readonly CellView[], header: HeaderBlock): boolean {
  const own = header.view.rows.slice(header.first, header.last + 1).flat();
  const axis = AXES.find((along) => isRising(header.leaves.map((leaf) => extentOfLeaf(leaf, own, along))));
  if (!axis) return true;
  const [above, here] = [extentOfAll(own, axis), extentOfAll(row, axis)];
  if (!above || !here) return true;
  const width = above[1] - above[0];
  const isAsWide = Math.abs(here[1] - here[0] - width) <= SAME_WIDTH * width;
  const shift = isAsWide ? here[0] - above[0] : 0;
  return values.every(({ cell }, k) => {
    const leaf = header.leaves[k];
    const column = leaf && extentOfLeaf(leaf, own, axis);
    const place = extentOf(cell, axis);
    if (!column || !place) return true;
    const middle = (place[0] + place[1]) / 2 - shift;
    return middle >= column[0] - SLACK * width && middle <= column[1] + SLACK * width;
  });
}

/** Whether all places are known and each begins behind the one before. */
const isRising = (extents: readonly (Extent | undefined)[]): boolean =>
  extents.every((extent, k) => {
    const before = k === 0 ? undefined : extents[k - 1];
    return extent && (!before || extent[0] > before[0]);
  });

/** From the cell of the header that begins with the column to the one that ends with it. */
function extentOfLeaf({ start, end }: Leaf, own: readonly CellView[], axis: Axis): Extent | undefined {
  const first = own.findLast((view) => view.start === start);
  const last = own.findLast((view) => view.end === end);
  const [from, to] = [first && extentOf(first.cell, axis), last && extentOf(last.cell, axis)];
  return from && to && [from[0], to[1]];
}

function extentOfAll(views: readonly CellView[], axis: Axis): Extent | undefined {
  const extents = views.flatMap(({ cell }) => [extentOf(cell, axis)].filter((extent) => extent !== undefined));
  return extents.length === 0
    ? undefined
    : [Math.min(...extents.map(([from]) => from)), Math.max(...extents.map(([, to]) => to))];
}

function extentOf({ where }: Cell, axis: Axis): Extent | undefined {
  const box = 'page' in where ? where.boxes.at(-1) : undefined;
  return box && axis(box);
}
