import { SECTIONS } from '../../../forms/sections.ts';
import type { Block, Document, PdfPlace } from '../../document/document.ts';
import { findSections } from '../find-sections.ts';
import { fitDocument } from '../fit-document.ts';
import type { StatutoryTable } from '../statutory-table.ts';
import { type AlignedGrid, alignedTables } from './aligned-tables.ts';
import { ALIGNED } from './settings.ts';

/**
 * A .pdf with the statutory tables that stand in no rulings as grids among its blocks, in place of the paragraphs and
 * pieces of grids that were made of their lines. A document whose tables are in its grids is returned as it is.
 * @param tables what is found in its grids, where that is known
 */
export function withAlignedTables(document: Document, tables?: readonly StatutoryTable[]): Document {
  if (!document.pages) return document;
  const fits = tables ?? fitDocument(document, findSections(document, SECTIONS));
  const missing = fits.filter(isNotFound).map(({ table }) => table);
  if (missing.length === 0) return document;
  const aligned = alignedTables(document.pages, missing);
  return aligned.length === 0 ? document : { ...document, blocks: placed(document.blocks, aligned) };
}

const isNotFound = ({ cells, missing }: StatutoryTable) =>
  cells.size < ALIGNED.nothingFound * (cells.size + missing.size);

function placed(blocks: readonly Block[], grids: readonly AlignedGrid[]): readonly Block[] {
  const result: Block[] = [];
  let next = 0;
  const ordered = grids.toSorted((a, b) => a.line - b.line);
  for (const block of blocks) {
    const place = placeOfBlock(block);
    for (let grid = ordered[next]; grid && place && isFrom(place, grid.where); grid = ordered[next]) {
      result.push(grid.grid);
      next += 1;
    }
    if (!place || !ordered.some(({ where }) => isInside(place, where))) result.push(block);
  }
  return [...result, ...ordered.slice(next).map(({ grid }) => grid)];
}

/** Where a paragraph, or the first cell of a grid, begins. */
function placeOfBlock(block: Block): PdfPlace | undefined {
  const where = block.kind === 'paragraph' ? block.where : block.cells[0]?.where;
  return where && 'boxes' in where ? where : undefined;
}

const middleOf = (place: PdfPlace) => {
  const box = place.boxes[0];
  return box ? (box[1] + box[3]) / 2 : 0;
};

/** The block begins where the table does, or after that. */
const isFrom = (block: PdfPlace, table: PdfPlace) =>
  block.page > table.page || (block.page === table.page && middleOf(block) >= (table.boxes[0]?.[1] ?? 0));

function isInside(block: PdfPlace, table: PdfPlace): boolean {
  const box = table.boxes[block.page - table.page];
  return box !== undefined && middleOf(block) >= box[1] && middleOf(block) <= box[3];
}
