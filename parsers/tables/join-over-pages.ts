import { SECTIONS } from '../../forms/sections.ts';
import type { Block, Document, Grid, Page, Paragraph } from '../document/document.ts';
import { findSections } from './find-sections.ts';
import { doubtCut } from './over-pages/doubt-cut.ts';
import { doubtFragments } from './over-pages/doubt-fragments.ts';
import { joinParts } from './over-pages/join-parts.ts';
import { type Part, partOf } from './over-pages/part.ts';
import { JOINING } from './over-pages/settings.ts';
import { turned } from './over-pages/turn-of-grid.ts';
import { withoutIdleRows } from './over-pages/without-idle-rows.ts';

/** The table that may go on: its place among the blocks, and whether text stands behind it. */
interface OpenTable {
  readonly at: number;
  readonly part: Part;
  readonly isParted: boolean;
}

/**
 * Joins the parts of tables that page breaks of a .pdf have cut, so that the fitting reads each table as if it stood on
 * one page. Parts are grids on consecutive pages with columns that agree and nothing between them. A header that the
 * second page repeats is dropped, and a merged label, a row or a figure that the break cuts is put together again where
 * the labels of the forms tell that it is one. Where they do not tell, or where text such as a footnote stands between
 * the parts, the cells concerned carry a doubt.
 * @returns a .docx as it is: its pages are not those of the file
 */
export function joinOverPages(read: Document): Document {
  if (read.format !== 'pdf') return read;
  const document = doubtFragments(read);
  const headings = new Set(findSections(document, SECTIONS).found.map(({ block }) => block));
  const blocks: Block[] = [];
  let open: OpenTable | undefined;
  const isNext = followsOnPages(document.pages ?? []);
  document.blocks.forEach((block, index) => {
    if (block.kind === 'grid') {
      open = addGrid(blocks, withoutIdleRows(block), open, isNext);
      return;
    }
    if (open && !headings.has(index) && isScrap(open.part, block)) return;
    blocks.push(block);
    open = headings.has(index) ? undefined : open && behind(open, block);
  });
  return { ...document, blocks };
}

/**
 * A few characters of a merged label that stand right below the last line of a table at the foot of a page, or beside
 * it, since the page cut their cell open. Digits may be those of a figure, and are no scrap.
 */
function isScrap({ left, width, lastPage, turn }: Part, { text, where }: Paragraph): boolean {
  const [drawn, more] = where?.boxes ?? [];
  const box = drawn && turned(drawn, turn);
  if (!box || more || where?.page !== lastPage || !/^[^\d０-９\s]+$/u.test(text.trim())) return false;
  return text.trim().length <= JOINING.longestScrap && box[0] >= left && box[2] <= left + JOINING.labelShare * width;
}

const behind = (open: OpenTable, { text }: Paragraph): OpenTable =>
  text.trim() === '' ? open : { ...open, isParted: true };

/** Whether a page is the next with anything on it: a break that is forced where a page just ended leaves an empty one. */
function followsOnPages(pages: readonly Page[]): (page: number, before: number) => boolean {
  const empty = new Set(pages.filter(({ lines }) => lines.length === 0).map(({ page }) => page));
  return (page, before) => {
    let next = before + 1;
    while (next < page && empty.has(next)) next++;
    return next === page;
  };
}

/** Adds a grid to the blocks, or to the table before it. */
function addGrid(
  blocks: Block[],
  grid: Grid,
  open: OpenTable | undefined,
  isNext: (page: number, before: number) => boolean,
): OpenTable | undefined {
  const part = partOf(grid);
  const goesOn = open && part && isNext(part.firstPage, open.part.lastPage);
  if (!goesOn) {
    blocks.push(grid);
    return part && { at: blocks.length - 1, part, isParted: false };
  }
  const joined = open.isParted ? undefined : joinParts(open.part, part);
  if (joined) {
    blocks[open.at] = joined.grid;
    return { at: open.at, part: joined, isParted: false };
  }
  const { upper, lower } = doubtCut(open.part, part, open.isParted);
  blocks[open.at] = upper;
  blocks.push(lower);
  const rest = partOf(lower);
  return rest && { at: blocks.length - 1, part: rest, isParted: false };
}
