import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportCell, ExportKind, ExportTable } from '../../records/exports/export-table.ts';

/** Rows that are kept in memory before they are written as one row group. */
const ROW_GROUP = 50_000;

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const satisfies Record<ExportKind, object>;

/** Apache Parquet, Snappy compressed; every column may be null. */
export async function* writeParquet<Row>(
  table: ExportTable<Row>,
  rows: AsyncIterable<Row>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const columns = table.columns.map(({ name, kind }) => ({
    name,
    repetition_type: 'OPTIONAL' as const,
    ...TYPES[kind],
  }));
  const file = new ParquetWriter({
    writer: bytes,
    schema: [{ name: table.name, num_children: columns.length }, ...columns],
    createdBy: 'gouji',
  });
  let data: ExportCell[][] = table.columns.map(() => []);
  let count = 0;
  const writeGroup = async () => {
    await file.write({
      columnData: table.columns.map(({ name }, at) => ({ name, data: data[at] ?? [] })),
      rowGroupSize: ROW_GROUP,
    });
    data = table.columns.map(() => []);
    count = 0;
    return take(bytes);
  };
  for await (const row of rows) {
    for (const [at, { of }] of table.columns.entries()) data[at]?.push(of(row));
    count += 1;
    if (count === ROW_GROUP) yield await writeGroup();
  }
  if (count > 0) yield await writeGroup();
  await file.finish();
  yield take(bytes);
}

/** What was written since the last time; the writer goes on counting from the file's beginning. */
function take(bytes: ByteWriter): Uint8Array {
  const taken = new Uint8Array(bytes.buffer, 0, bytes.index).slice();
  bytes.index = 0;
  return taken;
}
