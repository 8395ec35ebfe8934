import { TABLE_IDS } from '../../../forms/catalogue.ts';
import { SECTIONS } from '../../../forms/sections.ts';
import type { Block, Document } from '../../document/document.ts';
import { findSections } from '../find-sections.ts';
import { fitDocument } from '../fit-document.ts';
import type { StatutoryTable } from '../statutory-table.ts';
import { alignedTablesIn } from './aligned-tables.ts';
import { flowOf } from './flow.ts';
import { documentOfLines } from './line-zones.ts';

/**
 * The statutory tables of a .pdf from its lines of text alone: a reading that owes nothing to rulings or grids.
 * Figures whose place cannot be told have no cell.
 */
export function readByLines({ pages = [] }: Document): readonly StatutoryTable[] {
  const flow = flowOf(pages);
  const grids = alignedTablesIn(flow, TABLE_IDS);
  const { blocks, ...document } = documentOfLines(flow);
  const withGrids = blocks.flatMap((block, line): Block[] => [
    ...grids.filter((aligned) => aligned.line === line).map(({ grid }) => grid),
    block,
  ]);
  const read: Document = { ...document, blocks: withGrids };
  return fitDocument(read, findSections(read, SECTIONS));
}
