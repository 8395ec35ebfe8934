import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import * as z from 'zod';
import type { RosterTrouble } from './roster-trouble.ts';

/** A row of a table with the line that it begins on. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const parsedRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

/** The rows of a CSV in which something stands; also of the tab-separated text that Excel calls Unicode. */
export function splitRows(text: string): { readonly rows: readonly Row[] } | { readonly trouble: RosterTrouble } {
  const [firstLine = ''] = text.split(/\r?\n/u, 1);
  const delimiter = firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',';
  try {
    const parsed = parsedRows.parse(
      parse(text, { delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }),
    );
    // The parser tells the line that a row ends on; it began as many lines before as its cells hold.
    const rows = parsed.map(({ record, info }) => ({ line: info.lines - linesWithin(record), cells: record }));
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
  } catch (fault) {
    if (fault instanceof CsvError) return { trouble: { line: Number(fault.lines ?? 1), message: badQuotes(fault) } };
    throw fault;
  }
}

const linesWithin = (cells: readonly string[]) => cells.join('').split('\n').length - 1;

const badQuotes = ({ code }: CsvError) => ({
  zh: `双引号不成对（${code}）：内容里的双引号应写两次，整格再加双引号。`,
  en: `The double quotes do not match (${code}): write a quote inside a cell twice, and the cell in quotes.`,
});
