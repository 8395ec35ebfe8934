import type { TableId } from '../../forms/form.ts';
import { SECTIONS } from '../../forms/sections.ts';
import type { Heading } from './find-sections.ts';

/**
 * Where a statutory table may stand: runs of grids under the heading of its section, in reading order. Where that
 * heading was not found, the grids after the last heading before it.
 * @param grids block index of each grid
 * @returns indices into `grids`, run by run
 */
export function zonesOf(
  table: TableId,
  grids: readonly number[],
  headings: readonly Heading[],
): readonly (readonly number[])[] {
  const order = (section: string) => SECTIONS.findIndex(({ id }) => id === section);
  const own = SECTIONS.findIndex((section) => section.table === table);
  const found = new Set(headings.map(({ section }) => order(section)));
  const wanted = found.has(own) ? own : Math.max(-1, ...[...found].filter((section) => section < own));
  const zones: number[][] = [];
  let open: number[] | undefined;
  grids.forEach((block, grid) => {
    const last = headings.findLast((heading) => heading.block < block)?.block;
    // One heading may name two sections.
    const over = headings.filter((heading) => heading.block === last).map(({ section }) => order(section));
    const inside = headings.some((heading) => heading.block === block && order(heading.section) === wanted);
    if (!over.includes(wanted) && !inside && !(wanted === -1 && over.length === 0)) {
      open = undefined;
      return;
    }
    if (open) open.push(grid);
    else {
      open = [grid];
      zones.push(open);
    }
  });
  return zones;
}
