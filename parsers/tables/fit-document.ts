import { FORMS, TABLE_IDS } from '../../forms/catalogue.ts';
import type { TableId } from '../../forms/form.ts';
import type { Document } from '../document/document.ts';
import { fitTable, type TableFit } from './fit-table.ts';
import { viewGrid } from './grid-view.ts';
import type { StatutoryTable } from './statutory-table.ts';

/**
 * Finds the statutory tables of a document. The form is decided for each table by itself, since real bodies publish
 * tables of both forms in one report; where both fit alike (table 4) the form of the other tables decides.
 * @returns one entry for each statutory table, in order; one that was not found has no cells
 */
export function fitDocument(document: Document): readonly StatutoryTable[] {
  const views = document.blocks.flatMap((block) => (block.kind === 'grid' ? [viewGrid(block)] : []));
  const fits = new Map<TableId, readonly TableFit[]>();
  for (const table of TABLE_IDS) {
    fits.set(
      table,
      FORMS.map((form) => fitTable(views, form.tables[table])),
    );
  }
  const decided = TABLE_IDS.flatMap((table) => decidedFit(fits.get(table) ?? []));
  return TABLE_IDS.flatMap((table) => {
    const candidates = fits.get(table) ?? [];
    const own = decidedFit(candidates)[0];
    const fit = own ?? candidates.find((candidate) => candidate.form === decided[0]?.form) ?? candidates.at(-1);
    return fit ? [fit] : [];
  });
}

/** The fit that is better than every other, if one is. */
function decidedFit(fits: readonly TableFit[]): readonly TableFit[] {
  const best = Math.max(...fits.map((fit) => fit.score));
  const leading = fits.filter((fit) => fit.score === best && fit.cells.size > 0);
  return leading.length === 1 ? leading : [];
}
