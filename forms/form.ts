/**
 * How a statutory form is written down. A form is data: labels, order and relations as the State Council's office
 * prescribes them. Whatever needs a row, a label, a figure id or a sum takes it from here.
 */
export type FormId = '2019' | '2021';
export type TableId = 't2' | 't3' | 't4';
export type FigureId = `${TableId}.${string}.${string}`;

/** A printed label. `variants` are wordings met in published reports; numbering and punctuation never count. */
export interface Label {
  readonly zh: string;
  readonly en: string;
  readonly variants?: readonly string[];
}

/**
 * What a column counts. `count`: an integer, at least 0. `change`: an integer of either sign. `money`: kept in yuan;
 * `statutoryUnit` is the unit that the form prints, absent where the cell has to state its own.
 */
export type Quantity =
  | { readonly kind: 'count' }
  | { readonly kind: 'change' }
  | { readonly kind: 'money'; readonly statutoryUnit?: '万元' };

export interface Column {
  readonly id: string;
  /** Labels from the outermost header cell to the column's own. */
  readonly path: readonly Label[];
  readonly quantity: Quantity;
  /** Table 4 has one data row: there the block takes the row's place in the figure id. */
  readonly block?: string;
}

export interface Row {
  readonly id: string;
  /** Labels from the outermost group cell to the row's own; empty where the form prints none. */
  readonly path: readonly Label[];
}

/** A run of rows under one header. Table 2 has several, each with a title row; tables 3 and 4 are one band each. */
export interface Band {
  readonly title?: Label;
  /** The header's first cell, which names no column. */
  readonly corner?: Label;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A relation between figures of one table: the addends and the totals have the same sum. */
export interface SumIdentity {
  readonly rule: SumRuleId;
  /** Id of the row, column or block that the relation is about. */
  readonly scope: string;
  readonly scopeLabel: Label;
  readonly addends: readonly FigureId[];
  readonly totals: readonly FigureId[];
}

export type SumRuleId = 'T3-BALANCE' | 'T3-RESULTS' | 'T3-APPLICANTS' | 'T4-OUTCOMES';

export interface TableForm {
  readonly table: TableId;
  readonly form: FormId;
  readonly name: Label;
  readonly bands: readonly Band[];
  readonly sums: readonly SumIdentity[];
}

export interface Section {
  readonly id: string;
  readonly title: Label;
  /** Words that a heading of this section has in whatever wording: one of each list. */
  readonly words: readonly (readonly string[])[];
  /** The statutory table that stands in this section. */
  readonly table?: TableId;
}

export interface Form {
  readonly id: FormId;
  /** The notice that prescribes it. */
  readonly source: string;
  readonly firstFiscalYear: number;
  readonly sections: readonly Section[];
  readonly tables: Readonly<Record<TableId, TableForm>>;
}

export const label = (zh: string, en: string, ...variants: string[]): Label =>
  variants.length > 0 ? { zh, en, variants } : { zh, en };

export function figureId(table: TableId, row: Row, column: Column): FigureId {
  return `${table}.${column.block ?? row.id}.${column.id}`;
}
