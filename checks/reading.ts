import { tableForm } from '../forms/catalogue.ts';
import type { FormId, TableForm, TableId } from '../forms/form.ts';
import type { Figures } from '../parsers/figures/figure.ts';
import type { Evidence } from '../parsers/figures/identity.ts';
import type { Prose } from '../parsers/prose/prose.ts';
import type { Leftover } from '../parsers/tables/find-leftovers.ts';
import type { FittingNote } from '../parsers/tables/statutory-table.ts';

/** What the rules need to know of a table: its form, and what was found in it and not expected. */
export interface ReadTable {
  readonly table: TableId;
  readonly form: FormId;
  readonly notes: readonly FittingNote[];
}

/** Another report that this one is compared with. */
export interface Neighbour {
  readonly body: string;
  readonly year: number;
  readonly figures: Figures;
  readonly tables: readonly ReadTable[];
  readonly prose: Prose;
  readonly again?: SecondReading | undefined;
}

/**
 * The values that a second, independent reading of a file found, by figure id, a blank or dash as 0; only what it is
 * sure of.
 */
export type SecondReading = ReadonlyMap<string, number>;

/** The bodies below a body whose report adds them up, as far as the roster knows. */
export interface Below {
  /** Reports on file for the same year: the own office, departments and lower governments. */
  readonly reports: readonly Neighbour[];
  /** Bodies on the roster whose report is not on file. */
  readonly missing: readonly string[];
}

/** What the rules look at: the figures and sentences of one report, what was found of its form, and its neighbours. */
export interface Reading {
  readonly body: string | null;
  /** Fiscal year. */
  readonly year: number | null;
  /** Where body and year were read, the strongest evidence first. */
  readonly identity: { readonly body: readonly Evidence<string>[]; readonly year: readonly Evidence<number>[] };
  readonly figures: Figures;
  readonly tables: readonly ReadTable[];
  /** Ids of the statutory sections whose heading was found. */
  readonly sections: readonly string[];
  /** What of the document was left unread and may hold what was not found. */
  readonly leftovers: readonly Leftover[];
  readonly prose: Prose;
  /** Only where one was taken. */
  readonly again?: SecondReading | undefined;
  /** Level of the body by the roster or its name; absent where it cannot be told. */
  readonly level?: BodyLevel | undefined;
  /** ISO date on which the report was published, where somebody told. */
  readonly publishedOn?: string | undefined;
  /** The same body's report of the year before, where it is on file. */
  readonly before?: Neighbour | undefined;
  /** Only for a report that adds up the bodies below it. */
  readonly below?: Below | undefined;
}

/** Department and township come under the same deadline. */
export const BODY_LEVELS = ['department', 'township', 'county', 'city', 'province'] as const;
export type BodyLevel = (typeof BODY_LEVELS)[number];

export function formsOf(reading: Pick<Reading, 'tables'>): readonly TableForm[] {
  return reading.tables.map(({ table, form }) => tableForm(form, table));
}

/** The form of a table in this reading; nothing where the table was not found. */
export function formOf(reading: Pick<Reading, 'tables'>, table: TableId): FormId | undefined {
  return reading.tables.find((candidate) => candidate.table === table)?.form;
}

/** The form of each table; the newest where a table is not there at all. */
export function formsByTable(tables: readonly ReadTable[]): Record<TableId, FormId> {
  const form = (table: TableId) => formOf({ tables }, table) ?? '2021';
  return { t2: form('t2'), t3: form('t3'), t4: form('t4') };
}
