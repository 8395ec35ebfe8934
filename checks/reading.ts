import { tableForm } from '../forms/catalogue.ts';
import type { FormId, TableForm, TableId } from '../forms/form.ts';
import type { Figures } from '../parsers/figures/figure.ts';
import type { Leftover } from '../parsers/tables/find-leftovers.ts';
import type { FittingNote } from '../parsers/tables/statutory-table.ts';

/** What the rules need to know of a table: its form, and what was found in it and not expected. */
export interface ReadTable {
  readonly table: TableId;
  readonly form: FormId;
  readonly notes: readonly FittingNote[];
}

/** What the rules look at: the figures of one report and what was found of its form. */
export interface Reading {
  readonly figures: Figures;
  readonly tables: readonly ReadTable[];
  /** Ids of the statutory sections whose heading was found. */
  readonly sections: readonly string[];
  /** What of the document was left unread and may hold what was not found. */
  readonly leftovers: readonly Leftover[];
  /**
   * The values that a second, independent reading of the file found, by figure id, a blank or dash as 0; only where one
   * was taken, and only what it is sure of.
   */
  readonly again?: ReadonlyMap<string, number> | undefined;
}

export function formsOf(reading: Reading): readonly TableForm[] {
  return reading.tables.map(({ table, form }) => tableForm(form, table));
}

/** The form of each table; the newest where a table is not there at all. */
export function formsByTable(tables: readonly ReadTable[]): Record<TableId, FormId> {
  const formOf = (table: TableId) => tables.find((candidate) => candidate.table === table)?.form ?? '2021';
  return { t2: formOf('t2'), t3: formOf('t3'), t4: formOf('t4') };
}
