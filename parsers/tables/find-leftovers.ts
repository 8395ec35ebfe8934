import type { Block, Cell, Document } from '../document/document.ts';
import { holdsPictures } from '../document/holds-pictures.ts';
import type { Headings } from './find-sections.ts';
import type { StatutoryTable } from './statutory-table.ts';

/** What may hold what was not found: said of a missing part, it makes the reader the first suspect. */
export const LEFTOVERS = ['grid', 'picture', 'heading'] as const;
export type Leftover = (typeof LEFTOVERS)[number];

/** Grids that gave no figure, pictures and headings of nothing known: what was not found may be one of them. */
export function findLeftovers(
  document: Document,
  tables: readonly StatutoryTable[],
  headings: Headings,
): readonly Leftover[] {
  const fitted = new Set<Cell>();
  for (const table of tables) for (const { cell } of table.cells.values()) fitted.add(cell);
  const isUnread = (block: Block) =>
    block.kind === 'grid' &&
    block.rowCount > 1 &&
    block.columnCount > 1 &&
    !block.cells.some((cell) => fitted.has(cell));
  const leftovers: Leftover[] = [];
  if (document.blocks.some(isUnread)) leftovers.push('grid');
  if (holdsPictures(document)) leftovers.push('picture');
  if (headings.unknown > 0) leftovers.push('heading');
  return leftovers;
}
