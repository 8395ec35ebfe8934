import { stringify } from 'csv-stringify/sync';
import { cellsOf, type ExportCell, type ExportTable } from '../../records/exports/export-table.ts';

/** Without it Excel takes UTF-8 for the local code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180, in UTF-8 with a byte order mark. Numbers are bare, an unknown one is an empty field. */
export async function* writeCsv<Row>(table: ExportTable<Row>, rows: AsyncIterable<Row>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (cells: readonly ExportCell[]) =>
    encoder.encode(stringify([cells.map(neutralise)], { record_delimiter: 'windows', cast: { boolean: String } }));
  yield encoder.encode(BYTE_ORDER_MARK);
  yield line(table.columns.map(({ name }) => name));
  for await (const row of rows) yield line(cellsOf(table, row));
}

/**
 * What a stranger's file says must not be run as a formula by the spreadsheet that opens the export: such a text gets an
 * apostrophe before it. (OWASP, CSV injection; the full-width signs are taken for the plain ones by some programs.)
 */
const neutralise = (cell: ExportCell): ExportCell =>
  typeof cell === 'string' && /^[\s]*[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
