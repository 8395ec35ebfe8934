import { figuresOf } from '../../forms/catalogue.ts';
import { type Band, type FigureId, figureId, type Row, type TableForm } from '../../forms/form.ts';
import type { Cell } from '../document/document.ts';
import { fitRows, type ObservedRow, type RowFit } from './fit-rows.ts';
import type { CellView, GridView } from './grid-view.ts';
import { type ColumnFit, fitColumns, type HeaderBlock } from './header.ts';
import { type Observed, observeRows } from './observe-rows.ts';
import { FITTING, labelSimilarity } from './similarity.ts';
import type { CellNoteCode, FittedCell, FittingNote, MissingReason, StatutoryTable } from './statutory-table.ts';
import { chooseUnlabelledRow } from './unlabelled-row.ts';
import { valueCells } from './value-cells.ts';

/** A table fitted to one form, and how well it fits: the higher the better, 0 or less when nothing of it was found. */
export interface TableFit extends StatutoryTable {
  readonly score: number;
}

/** Looks for one statutory table in all grids of a document. */
export function fitTable(views: readonly GridView[], form: TableForm): TableFit {
  const observed = observeRows(views, form);
  const placed = form.bands.some((band) => band.rows.some((row) => row.path.length > 0))
    ? placeLabelledRows(observed, form)
    : placeUnlabelledRow(observed, form);
  return collect(form, placed);
}

interface Placement {
  readonly band: Band;
  readonly row: Row;
  readonly observed: ObservedRow;
  readonly columns: ColumnFit | undefined;
  readonly header: HeaderBlock | undefined;
  readonly outOfOrder: boolean;
  /** This placement repeats one that stands before it. */
  readonly again: boolean;
}

interface Placed {
  readonly placements: readonly Placement[];
  readonly notes: readonly FittingNote[];
}

function placeLabelledRows(observed: Observed, form: TableForm): Placed {
  const lines = form.bands.flatMap((band) => band.rows.map((row) => ({ band, row })));
  const titles = form.bands.flatMap((band) => (band.title ? [band.title] : []));
  const fit = fitRows(
    observed.rows,
    lines.map((line) => line.row),
  );
  const columnsOf = rememberColumns();
  const placements: Placement[] = [];
  const place = (index: number, row: ObservedRow, again: boolean) => {
    const line = lines[index];
    if (!line || (line.row.id === 'other' && isLastOfThree(row))) return;
    const columns = row.header ? columnsOf(row.header, line.band) : undefined;
    const outOfOrder = fit.outOfOrder.has(index);
    placements.push({ ...line, observed: row, columns, header: row.header, outOfOrder, again });
  };
  for (const [index, row] of fit.rowOf) place(index, row, false);
  for (const { index, row } of fit.again) place(index, row, true);
  const isTitle = (row: ObservedRow) =>
    titles.some((title) => row.path.some((text) => labelSimilarity(text, title) >= FITTING.leastSimilarity));
  const unexpected = rowsAmong(fit).filter((row) => !isTitle(row) && row.cells.some((cell) => cell.isValue));
  const notes: FittingNote[] = unexpected.map((row) => ({ code: 'unexpected-row', label: printedLabel(row) }));
  notes.push(...unexpectedColumns(placements));
  for (const { index, row } of fit.again) {
    const line = lines[index];
    if (line) notes.push({ code: 'row-twice', label: printedLabel(row), row: line.row.id });
  }
  return { placements, notes };
}

/**
 * `3.其他` ends the three rows of （六） in the form of 2021. Where the two before it were lost, it would pass for the one row
 * of （六） in the form of 2019.
 */
const isLastOfThree = (row: ObservedRow): boolean => /^\s*[3３]\s*[.．、]/u.test(printedOwnLabel(row));

const printedOwnLabel = ({ cells }: ObservedRow): string => {
  const firstFigure = cells.findIndex((view) => view.isValue && !view.isBlank);
  return (
    cells.slice(0, firstFigure < 0 ? cells.length : firstFigure).findLast(({ label }) => label !== '')?.cell.text ?? ''
  );
};

/** Rows without a place under a header that gave places to others; what lies outside belongs to other tables. */
function rowsAmong(fit: RowFit): readonly ObservedRow[] {
  const headers = new Set([...fit.rowOf.values()].map((row) => row.header));
  return fit.extra.filter((row) => row.header !== undefined && headers.has(row.header));
}

function printedLabel(row: ObservedRow): string {
  const labels = row.cells.filter((cell) => cell.label !== '' && cell.cell.row === row.row);
  return (labels[0]?.cell.text ?? row.path.at(-1) ?? '').replace(/\s+/gu, '').slice(0, 40);
}

function unexpectedColumns(placements: readonly Placement[]): FittingNote[] {
  const labels = new Set<string>();
  for (const { header, columns } of placements) {
    if (!header || !columns) continue;
    const fitted = new Set(columns.leafOf.values());
    header.leaves.forEach((leaf, k) => {
      if (!fitted.has(k) && leaf.text.trim() !== '') labels.add(leaf.text.replace(/\s+/gu, '').slice(0, 40));
    });
  }
  return [...labels].map((label) => ({ code: 'unexpected-column', label }));
}

function rememberColumns() {
  const known = new Map<HeaderBlock, Map<Band, ColumnFit | undefined>>();
  return (header: HeaderBlock, band: Band) => {
    const ofHeader = known.get(header) ?? new Map<Band, ColumnFit | undefined>();
    known.set(header, ofHeader);
    if (!ofHeader.has(band)) ofHeader.set(band, fitColumns(header, band));
    return ofHeader.get(band);
  };
}

/** Table 4 prints no row label: its figures are the row of values right under a header that fits. */
function placeUnlabelledRow(observed: Observed, form: TableForm): Placed {
  const placements: Placement[] = [];
  for (const band of form.bands) {
    const [row] = band.rows;
    if (!row) continue;
    for (const header of observed.headers) {
      const columns = fitColumns(header, band);
      if (!columns) continue;
      const chosen = chooseUnlabelledRow(observed.rows, header);
      const common = { band, row, columns, header, outOfOrder: false };
      chosen.forEach((observedRow, k) => {
        placements.push({ ...common, observed: observedRow, again: k > 0 });
      });
    }
  }
  return { placements, notes: unexpectedColumns(placements) };
}

function collect(form: TableForm, placed: Placed): TableFit {
  const cells = new Map<FigureId, FittedCell>();
  const missing = new Map<FigureId, MissingReason>();
  const taken = claimedCells(placed.placements);
  for (const placement of placed.placements) {
    for (const [id, outcome] of readPlacement(form, placement, taken)) {
      if (typeof outcome === 'string') {
        if (!cells.has(id)) missing.set(id, outcome);
        continue;
      }
      missing.delete(id);
      const before = cells.get(id);
      cells.set(id, before ? { ...before, again: [...before.again, outcome.cell] } : outcome);
    }
  }
  const nothing = cells.size === 0;
  for (const { id } of figuresOf(form)) {
    if (!cells.has(id) && !missing.has(id)) missing.set(id, nothing ? 'table-not-found' : 'row-not-found');
  }
  const extras = placed.notes.filter((note) => note.code === 'unexpected-row').length;
  return {
    table: form.table,
    form: form.form,
    cells,
    missing,
    notes: placed.notes,
    score: rowEquivalents(form, cells, missing) - FITTING.extraRowCost * extras,
  };
}

function rowEquivalents(
  form: TableForm,
  cells: ReadonlyMap<FigureId, unknown>,
  missing: ReadonlyMap<FigureId, unknown>,
) {
  const width = Math.max(...form.bands.map((band) => band.columns.length));
  return (cells.size - FITTING.missingRowCost * missing.size) / width;
}

/** How many figures each cell would have to hold. */
function claimedCells(placements: readonly Placement[]): ReadonlyMap<Cell, number> {
  const claims = new Map<Cell, number>();
  for (const { observed, columns, header } of placements) {
    if (!columns || !header) continue;
    const values = valueCells(observed, header);
    for (const leaf of columns.leafOf.values()) {
      const value = values[leaf];
      if (value?.found) claims.set(value.view.cell, (claims.get(value.view.cell) ?? 0) + 1);
    }
  }
  return claims;
}

function* readPlacement(
  form: TableForm,
  placement: Placement,
  claims: ReadonlyMap<Cell, number>,
): Generator<readonly [FigureId, FittedCell | MissingReason]> {
  const { band, row, observed, columns, header } = placement;
  const values = columns && header ? valueCells(observed, header) : [];
  for (const [index, column] of band.columns.entries()) {
    const id = figureId(form.table, row, column);
    const leaf = columns?.leafOf.get(index);
    if (leaf === undefined) {
      yield [id, 'column-not-found'];
      continue;
    }
    const value = values[leaf];
    if (!value?.found) {
      yield [id, value?.reason ?? 'no-cell'];
      continue;
    }
    const notes = notesOfRow(placement);
    if (value.byOrder) notes.push('column-by-order');
    if ((claims.get(value.view.cell) ?? 0) > 1) notes.push('merged-value');
    const nearby = column.quantity.kind === 'money' ? wordsAround(observed) : [];
    yield [id, { cell: value.view.cell, header: header?.leaves[leaf]?.text ?? '', nearby, notes, again: [] }];
  }
}

function notesOfRow({ observed, outOfOrder }: Placement): CellNoteCode[] {
  const notes: CellNoteCode[] = [];
  if (observed.headerCarried) notes.push('header-carried');
  if (outOfOrder) notes.push('row-out-of-order');
  if (sharesLabel(observed)) notes.push('label-shared');
  return notes;
}

/**
 * Whether the row's own label stands in a cell that reaches into other rows and is no rectangle, or beside which the
 * figures stand in fewer rows: a border between two labels is not drawn, and the figures may be those of either.
 */
function sharesLabel({ cells }: ObservedRow): boolean {
  const firstValue = cells.findIndex((view) => view.isValue && !view.isBlank);
  const own = cells.slice(0, firstValue < 0 ? cells.length : firstValue).findLast((view) => view.label !== '')?.cell;
  if (!own || own.rowSpan === 1) return false;
  const reaches = (cells[firstValue]?.cell.rowSpan ?? own.rowSpan) < own.rowSpan;
  return reaches || own.notes.some(({ code }) => code === 'cell-not-rectangular');
}

/** What is printed about a row besides figures: its labels, the rows from the band's title down to it, the caption. */
function wordsAround({ cells, header, row }: ObservedRow): readonly string[] {
  const printed = (list: readonly CellView[]) => list.filter((cell) => !cell.isValue).map((cell) => cell.cell.text);
  if (!header) return printed(cells);
  const above = header.view.rows.slice(Math.max(0, header.first - 1), row);
  return [...header.view.before, ...above.flatMap(printed), ...printed(cells)];
}
