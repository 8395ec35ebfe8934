import type { ExportTable } from '../../records/exports/export-table.ts';

/** One JSON object a line, with every column. */
export async function* writeJsonl<Row>(table: ExportTable<Row>, rows: AsyncIterable<Row>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const row of rows) {
    const object = Object.fromEntries(table.columns.map(({ name, of }) => [name, of(row)]));
    yield encoder.encode(`${JSON.stringify(object)}\n`);
  }
}
