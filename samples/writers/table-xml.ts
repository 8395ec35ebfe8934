import { type DraftTable, paragraph } from './draft.ts';
import { paragraphXml } from './runs-xml.ts';
import { type Row, type RowCell, tableRows } from './table-rows.ts';
import type { Writer } from './writer.ts';

/** A `w:tbl` with what the encoding puts between its rows and cells. */
export function tableXml(writer: Writer, table: DraftTable, newId: () => number): string {
  const rows = tableRows(table).map((row) => around(table, 'rows', rowXml(writer, table, row, newId), newId));
  const marked = table.encoding.bookmarks === 'rows' ? rows.map((row) => withBookmark(row, newId)) : rows;
  return `<w:tbl>${writer.tableProperties(table.widths)}${marked.join('')}</w:tbl>`;
}

function withBookmark(xml: string, newId: () => number): string {
  const id = newId();
  return `<w:bookmarkStart w:id="${id}" w:name="OLE_LINK${id}"/>${xml}<w:bookmarkEnd w:id="${id}"/>`;
}

function rowXml(writer: Writer, table: DraftTable, row: Row, newId: () => number): string {
  const properties = writer.rowProperties(row);
  const cells = row.cells.map((each) => around(table, 'cells', cellXml(writer, table, each, newId), newId));
  const marked = table.encoding.bookmarks === 'cells' ? cells.map((cell) => withBookmark(cell, newId)) : cells;
  return `${writer.rowTag()}${properties}${marked.join('')}</w:tr>`;
}

function cellXml(writer: Writer, table: DraftTable, { written, cell }: RowCell, newId: () => number): string {
  const shown = table.encoding.horizontal === 'widths' ? { ...written, gridSpan: 1 } : written;
  const lines = cell ? cell.paragraphs : [paragraph('figure', '')];
  const text = lines.map((line) => paragraphXml(writer, line, newId)).join('');
  return `<w:tc>${writer.cellProperties(shown)}${text}</w:tc>`;
}

function around(table: DraftTable, what: 'rows' | 'cells', xml: string, newId: () => number): string {
  if (table.encoding.controls !== what) return xml;
  return `<w:sdt><w:sdtPr><w:id w:val="${newId()}"/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
}
