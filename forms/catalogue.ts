import { FORM_2019 } from './2019/form-2019.ts';
import { FORM_2021 } from './2021/form-2021.ts';
import {
  type Column,
  type FigureId,
  type Form,
  type FormId,
  figureId,
  type Row,
  type TableForm,
  type TableId,
} from './form.ts';

/** Every form that is read, oldest first. A new form is a folder and a line here. */
export const FORMS: readonly [Form, ...Form[]] = [FORM_2019, FORM_2021];

export const TABLE_IDS: readonly TableId[] = ['t2', 't3', 't4'];

/** Stamped on every record; raised whenever a form's data changes. */
export const FORMS_VERSION = '2026.11.1';

/** One statutory cell with the labels that lead to it. */
export interface FigureDefinition {
  readonly id: FigureId;
  readonly table: TableId;
  readonly row: Row;
  readonly column: Column;
}

export function tableForm(form: FormId, table: TableId): TableForm {
  const found = FORMS.find((candidate) => candidate.id === form);
  if (!found) throw new Error(`no form ${form}`);
  return found.tables[table];
}

const definitions = new WeakMap<TableForm, readonly FigureDefinition[]>();

/** The cells of a table in reading order. */
export function figuresOf(form: TableForm): readonly FigureDefinition[] {
  let known = definitions.get(form);
  if (!known) {
    known = form.bands.flatMap((band) =>
      band.rows.flatMap((row) =>
        band.columns.map((column) => ({ id: figureId(form.table, row, column), table: form.table, row, column })),
      ),
    );
    definitions.set(form, known);
  }
  return known;
}
