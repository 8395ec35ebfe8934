import { tableForm } from '../../forms/catalogue.ts';
import type { FormId, Label } from '../../forms/form.ts';

interface DocumentRow {
  readonly id: string;
  readonly label: Label;
}

/** The rows of table 2 that count documents, 规章 and 规范性文件, as each form words them. */
export const DOCUMENT_ROWS: Readonly<Record<FormId, readonly DocumentRow[]>> = {
  2019: documentRows('2019'),
  2021: documentRows('2021'),
};

function documentRows(form: FormId): readonly DocumentRow[] {
  const [band] = tableForm(form, 't2').bands;
  return (band?.rows ?? []).map(({ id, path }) => ({ id, label: path.at(-1) ?? { zh: id, en: id } }));
}
