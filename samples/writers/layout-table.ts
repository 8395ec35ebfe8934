import { type Band, type Column, type FigureId, figureId, type Label, type TableForm } from '../../forms/form.ts';
import { columnWidths } from './column-widths.ts';
import { type DraftCell, type DraftFigure, type DraftTable, PLAIN_ENCODING, paragraph } from './draft.ts';
import { labelTree } from './label-tree.ts';

/** What is printed into a form: each label's wording and each figure's cell text. */
export interface TableContent {
  readonly wording: (label: Label) => string;
  readonly figure: (id: FigureId) => Omit<DraftFigure, 'id'> & { readonly text: string };
}

/** Lays a statutory table out as the form draws it, with the true spans of every title, header, group and label. */
export function layoutTable(form: TableForm, content: TableContent): DraftTable {
  const labelColumns = Math.max(...form.bands.flatMap((band) => band.rows.map((row) => row.path.length)));
  const figureColumns = Math.max(...form.bands.map((band) => band.columns.length));
  const page: Page = { form, content, labelColumns, figureColumns };
  const cells: DraftCell[] = [];
  let rowCount = 0;
  for (const band of form.bands) {
    cells.push(...bandCells(page, band, rowCount));
    rowCount += titleRows(band) + headerDepth(band) + band.rows.length;
  }
  const widths = columnWidths(form.table, labelColumns, figureColumns);
  return { kind: 'table', widths, rowCount, cells, encoding: PLAIN_ENCODING };
}

interface Page {
  readonly form: TableForm;
  readonly content: TableContent;
  readonly labelColumns: number;
  readonly figureColumns: number;
}

const titleRows = (band: Band): number => (band.title ? 1 : 0);
const headerDepth = (band: Band): number => Math.max(...band.columns.map((column) => column.path.length));

function bandCells(page: Page, band: Band, top: number): DraftCell[] {
  const header = top + titleRows(band);
  return [
    ...titleCells(page, band, top),
    ...headerCells(page, band, header),
    ...dataCells(page, band, header + headerDepth(band)),
  ];
}

function titleCells(page: Page, band: Band, row: number): DraftCell[] {
  if (!band.title) return [];
  const columnSpan = page.labelColumns + page.figureColumns;
  return [labelCell(page, 'band-title', band.title, { row, column: 0, rowSpan: 1, columnSpan })];
}

function headerCells(page: Page, band: Band, top: number): DraftCell[] {
  const depth = headerDepth(band);
  const area = { row: top, column: 0, rowSpan: depth, columnSpan: page.labelColumns };
  const corner = band.corner ? [labelCell(page, 'corner', band.corner, area)] : [];
  const tree = labelTree(
    band.columns.map((column, at) => ({ path: column.path, ...place(page, band, at) })),
    depth,
  );
  const headers = tree.map((node) =>
    labelCell(page, 'header', node.label, {
      row: top + node.level,
      column: node.start,
      rowSpan: node.levels,
      columnSpan: node.span,
    }),
  );
  return [...corner, ...headers];
}

function dataCells(page: Page, band: Band, top: number): DraftCell[] {
  const lines = band.rows.map((row, at) => ({ path: row.path, start: top + at, span: 1 }));
  const labels = labelTree(lines, page.labelColumns).map((node) =>
    labelCell(page, 'label', node.label, {
      row: node.start,
      column: node.level,
      rowSpan: node.span,
      columnSpan: node.levels,
    }),
  );
  const figures = band.rows.flatMap((row, at) =>
    band.columns.map((column, index) => {
      const { start, span } = place(page, band, index);
      const id = figureId(page.form.table, row, column);
      return figureCell(page, id, { row: top + at, column: start, rowSpan: 1, columnSpan: span });
    }),
  );
  return [...labels, ...figures];
}

/** The last column of a short band takes what is left of the width. */
function place(page: Page, band: Band, index: number): { start: number; span: number } {
  const isLast = (columns: readonly Column[]) => index === columns.length - 1;
  return { start: page.labelColumns + index, span: isLast(band.columns) ? page.figureColumns - index : 1 };
}

type Area = Pick<DraftCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

function labelCell(page: Page, role: DraftCell['role'], label: Label, area: Area): DraftCell {
  const text = page.content.wording(label);
  return { ...area, role, paragraphs: [paragraph(role === 'label' ? 'label' : 'header', text)] };
}

function figureCell(page: Page, id: FigureId, area: Area): DraftCell {
  const { text, value, state } = page.content.figure(id);
  return { ...area, role: 'figure', paragraphs: [paragraph('figure', text)], figure: { id, value, state } };
}
