import { tableForm } from '../../../../forms/catalogue.ts';
import type { FigureId, FormId, TableId } from '../../../../forms/form.ts';
import { SECTIONS } from '../../../../forms/sections.ts';
import type { Block, Document } from '../../../../parsers/document/document.ts';
import type { Figures } from '../../../../parsers/figures/figure.ts';
import { readFigures } from '../../../../parsers/figures/read-figures.ts';
import { findSections } from '../../../../parsers/tables/find-sections.ts';
import { fitDocument } from '../../../../parsers/tables/fit-document.ts';
import { joinOverPages } from '../../../../parsers/tables/join-over-pages.ts';
import { cellText } from '../../../../samples/writers/draft.ts';
import { layoutTable } from '../../../../samples/writers/layout-table.ts';
import { type Cut, cutIntoParts, gridOf, line, pdfOf, type WholeTable } from './cut-table.ts';

export type Values = Readonly<Record<FigureId, number | null>>;

/** A statutory table as its form draws it. */
export function wholeTable(form: FormId, table: TableId, values: Values): WholeTable {
  const { widths, rowCount, cells } = layoutTable(tableForm(form, table), {
    wording: (label) => label.zh,
    figure: (id) => {
      const value = values[id] ?? null;
      return { value, state: value === null ? 'blank' : 'stated', text: value === null ? '' : String(value) };
    },
  });
  return {
    widths,
    rowCount,
    cells: cells.map((cell) => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      text: cellText(cell),
    })),
  };
}

/** A report of one form with each table cut as asked, every part on a page of its own. */
export function cutReport(
  tables: Readonly<Record<TableId, WholeTable>>,
  cuts: Partial<Record<TableId, readonly Cut[]>>,
  shift = 0,
): Document {
  let page = 1;
  const blocks = SECTIONS.flatMap(({ title, table }): Block[] => {
    const heading = line(title.zh);
    if (!table) return [heading, line('正文。')];
    const parts = cutIntoParts(tables[table], cuts[table] ?? []);
    const grids = parts.map((part, at) => gridOf(part, page + at, 80 + (at % 2) * shift));
    page += parts.length - 1;
    return [heading, ...grids];
  });
  return pdfOf(blocks);
}

export function readCutReport(document: Document, join = joinOverPages): Figures {
  const joined = join(document);
  return readFigures(fitDocument(joined, findSections(joined, SECTIONS)));
}
