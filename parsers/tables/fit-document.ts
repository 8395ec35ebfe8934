import { FORMS, TABLE_IDS } from '../../forms/catalogue.ts';
import type { TableId } from '../../forms/form.ts';
import type { Document, Grid } from '../document/document.ts';
import { holdsPictures } from '../document/holds-pictures.ts';
import type { Headings } from './find-sections.ts';
import { fitTable, type TableFit } from './fit-table.ts';
import { type GridView, viewGrid } from './grid-view.ts';
import { FITTING } from './similarity.ts';
import type { StatutoryTable } from './statutory-table.ts';
import { zonesOf } from './zones.ts';

/**
 * Finds the statutory tables of a document, each under the heading of its section first: last year's table in the
 * prose, or another body's further down, must not lend it a row. The form is decided for each table by itself, since
 * real bodies publish tables of both forms in one report; where both fit alike (table 4) the form of the others decides.
 * @returns one entry for each statutory table, in order; one that was not found has no cells
 */
export function fitDocument(document: Document, headings: Headings): readonly StatutoryTable[] {
  const blocks = gridsToFit(document);
  const views = blocks.map(({ block, index }) => viewGrid(block, linesBefore(document, index)));
  const grids = blocks.map(({ index }) => index);
  const annex = findAnnex(document, grids, headings);
  const candidates = TABLE_IDS.map((table) => fitInZones(table, views, zonesOf(table, grids, headings.found), annex));
  const decided = candidates.map(decidedFit).find((fit) => fit !== undefined);
  return candidates.flatMap((fits) => {
    const fit = decidedFit(fits) ?? fits.find(({ form }) => form === decided?.form) ?? fits.at(-1);
    return fit ? [fit] : [];
  });
}

/** The grids that are looked at: one with more rows than all tables together is none of them, and costs by its rows. */
function gridsToFit(document: Document): readonly { readonly block: Grid; readonly index: number }[] {
  let rows = 0;
  return document.blocks.flatMap((block, index) => {
    if (!isGrid(block) || block.rowCount > FITTING.mostGridRows) return [];
    rows += block.rowCount;
    return rows <= FITTING.mostRows ? [{ block, index }] : [];
  });
}

/** Fits one table in the first zone that has it; only where none has, anywhere else, and then with doubt. */
function fitInZones(
  table: TableId,
  views: readonly GridView[],
  zones: readonly (readonly number[])[],
  annex: readonly number[],
): readonly TableFit[] {
  const fitIn = (indices: readonly number[]) => {
    const chosen = indices.flatMap((index) => views[index] ?? []);
    return FORMS.map((form) => fitTable(chosen, form.tables[table]));
  };
  const isFound = (fits: readonly TableFit[]) => fits.some(({ cells }) => cells.size > 0);
  const inZones = zones.map(fitIn);
  const first = inZones.findIndex(isFound);
  const fits = inZones[first];
  if (fits) return inZones.slice(first + 1).some(isWhole) ? fits.map((fit) => addNote(fit, 'table-twice')) : fits;
  const annexed = fitIn(annex);
  if (annexed.some(({ cells }) => cells.size > 0)) return annexed;
  const inside = new Set(zones.flat());
  const elsewhere = fitIn(views.map((_, index) => index).filter((index) => !inside.has(index)));
  return elsewhere.map((fit) => (fit.cells.size > 0 ? addNote(fit, 'outside-section') : fit));
}

const isWhole = (fits: readonly TableFit[]) =>
  fits.some(({ cells, missing }) => cells.size >= FITTING.wholeTableShare * (cells.size + missing.size));

function addNote(fit: TableFit, code: 'table-twice' | 'outside-section'): TableFit {
  return fit.cells.size > 0 ? { ...fit, notes: [...fit.notes, { code }] } : fit;
}

/**
 * The grids behind the last heading: some bodies put all tables there. Not where pictures stand, which may be the
 * tables themselves.
 */
function findAnnex(document: Document, grids: readonly number[], { found }: Headings): readonly number[] {
  const last = found.at(-1)?.block ?? -1;
  return holdsPictures(document) || found.length < FITTING.leastHeadings
    ? []
    : grids.flatMap((block, grid) => (block > last ? [grid] : []));
}

/** Short lines right above a grid; a caption such as 单位：万元 says how to read it. */
function linesBefore(document: Document, grid: number): readonly string[] {
  const lines: string[] = [];
  for (let index = grid - 1; index >= 0 && lines.length < FITTING.mostLinesBefore; index--) {
    const block = document.blocks[index];
    if (!block || isGrid(block) || block.text.length > FITTING.longestLineBefore) break;
    if (block.text.trim() !== '') lines.push(block.text);
  }
  return lines;
}

const isGrid = (block: Document['blocks'][number]): block is Grid => block.kind === 'grid';

/** The fit that is better than every other, if one is. */
function decidedFit(fits: readonly TableFit[]): TableFit | undefined {
  const best = Math.max(...fits.map((fit) => fit.score));
  const leading = fits.filter((fit) => fit.score === best && fit.cells.size > 0);
  return leading.length === 1 ? leading[0] : undefined;
}
