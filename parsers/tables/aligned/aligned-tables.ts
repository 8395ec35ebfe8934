import { FORMS } from '../../../forms/catalogue.ts';
import type { TableId } from '../../../forms/form.ts';
import type { Grid, Page, PdfPlace } from '../../document/document.ts';
import { alignTable } from './align-table.ts';
import { type Flow, type FlowWord, flowOf, placeOf } from './flow.ts';
import { gridOfBand } from './grid-of-band.ts';
import { isPartOfHeader } from './header-stacks.ts';
import { headingsOfLines, lineZones } from './line-zones.ts';
import type { ReadBand } from './read-band.ts';
import { ALIGNED } from './settings.ts';

/** A band of a statutory table as a grid, and the part of the pages that it was read from. */
export interface AlignedGrid {
  readonly table: TableId;
  readonly grid: Grid;
  readonly where: PdfPlace;
  /** Line of the flow that it begins on. */
  readonly line: number;
}

/** Reads statutory tables from the lines of pages, without a look at any grid. */
export function alignedTables(pages: readonly Page[], tables: readonly TableId[]): readonly AlignedGrid[] {
  return alignedTablesIn(flowOf(pages), tables);
}

export function alignedTablesIn(flow: Flow, tables: readonly TableId[]): readonly AlignedGrid[] {
  const headings = headingsOfLines(flow);
  return tables.flatMap((table) => {
    for (const lines of lineZones(flow, headings, table)) {
      const bands = FORMS.map((form) => alignTable(lines, form.tables[table])).reduce((best, other) =>
        worthOf(other) >= worthOf(best) ? other : best,
      );
      if (worthOf(bands) > 0) return bands.map((band) => alignedGrid(table, band, flow));
    }
    return [];
  });
}

/** Figures found, and rows. */
const worthOf = (bands: readonly ReadBand[]) =>
  bands.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.cells.size, rows.length), 0);

function alignedGrid(table: TableId, read: ReadBand, flow: Flow): AlignedGrid {
  const bottom = Math.max(...read.rows.map((row) => row.bottom));
  const inside = flow.lines.flat().filter(({ middle }) => middle >= read.header.top && middle <= bottom);
  const words = [...groupsAbove(read, flow, inside[0]?.line ?? 0), ...inside];
  return { table, grid: gridOfBand(read), where: placeOf(words), line: words[0]?.line ?? 0 };
}

/** Lines right above the labels of columns that print nothing but the groups over them. */
function groupsAbove({ band }: ReadBand, { lines }: Flow, from: number): readonly FlowWord[] {
  const { title: _, ...untitled } = band;
  const isGroup = ({ text, isValue }: FlowWord) => !isValue && isPartOfHeader(text, untitled);
  let first = from;
  while (first > 0 && from - first < ALIGNED.mostHeaderLines && lines[first - 1]?.every(isGroup)) first -= 1;
  return lines.slice(first, from).flat();
}
