import writeExcelFile from 'write-excel-file/node';
import { cellsOf, type ExportCell, type ExportKind, type ExportTable } from '../../records/exports/export-table.ts';

/** A sheet is built in memory; of more rows than this another format is for. (A sheet can hold 1,048,576.) */
export const MOST_ROWS = 200_000;

/** More rows than a sheet is made for. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

const CELL_LIMIT = 32_767;
const WIDTHS: Readonly<Record<ExportKind, number>> = { text: 22, integer: 10, number: 14, boolean: 10 };

/**
 * A workbook of one sheet with the columns' titles above, which stay in sight.
 * @throws TooManyRows
 */
export async function* writeXlsx<Row>(
  table: ExportTable<Row>,
  rows: AsyncIterable<Row>,
  language: 'zh' | 'en',
): AsyncGenerator<Uint8Array> {
  const titles = table.columns.map(({ title }) => ({ value: title[language], fontWeight: 'bold' as const }));
  const data: (readonly (ExportCell | (typeof titles)[number])[])[] = [titles];
  for await (const row of rows) {
    if (data.length > MOST_ROWS) throw new TooManyRows(`more than ${MOST_ROWS} rows`);
    data.push(cellsOf(table, row).map(fitting));
  }
  const columns = table.columns.map(({ kind }) => ({ width: WIDTHS[kind] }));
  const options = { sheet: table.title[language], columns, stickyRowsCount: 1 };
  yield await writeExcelFile(
    data.map((cells) => [...cells]),
    options,
  ).toBuffer();
}

/** Excel refuses longer texts, and the whole file with them; and signs that XML cannot hold. */
const fitting = (cell: ExportCell): ExportCell =>
  typeof cell === 'string' ? cell.replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '').slice(0, CELL_LIMIT) : cell;
