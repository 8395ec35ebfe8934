import { FORMS } from '../../forms/catalogue.ts';
import type { FigureId, Label, TableForm, TableId } from '../../forms/form.ts';
import type { Message } from '../finding.ts';

/** The name of a table, the same in every form. */
export function nameTable(table: TableId): Label {
  return FORMS[0].tables[table].name;
}

/** `表三「（一）予以公开」行「自然人」列`: a figure in words. */
export function nameFigure(id: FigureId, form: TableForm): Message {
  for (const band of form.bands) {
    for (const row of band.rows) {
      for (const column of band.columns) {
        if (id !== `${form.table}.${column.block ?? row.id}.${column.id}`) continue;
        return nameCell(form.table, row.path.at(-1), column.block ? column.path : column.path.slice(-1));
      }
    }
  }
  return { zh: id, en: id };
}

/** `（二）部分公开（区分处理的，只计这一情形，不计其他情形）`: what the form explains in brackets is no name. */
const withoutNote = (text: string) => text.replace(/(?<=.{4})\s?[（(][^（）()]{8,}[）)]$/u, '');

function nameCell(table: TableId, row: Label | undefined, columns: readonly Label[]): Message {
  const name = nameTable(table);
  const zh = columns.map((label) => label.zh).join('·');
  const en = columns.map((label) => label.en).join(', ');
  return row
    ? {
        zh: `${name.zh}「${withoutNote(row.zh)}」行「${zh}」列`,
        en: `${name.en}, row “${withoutNote(row.en)}”, column “${en}”`,
      }
    : { zh: `${name.zh}「${zh}」`, en: `${name.en}, “${en}”` };
}
