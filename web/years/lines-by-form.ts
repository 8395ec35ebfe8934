import { type FigureDefinition, FORMS, figuresOf } from '../../forms/catalogue.ts';
import type { Label, Row, TableId } from '../../forms/form.ts';
import type { YearsAnswer } from '../../records/contract/api/reports.ts';

type Figures = YearsAnswer['years'][number]['figures'];

/** A figure as a line of a table whose columns are years. */
export interface FigureLine {
  readonly id: string;
  /** What the lines near it have in common: a row of table 2, a group of results of table 3, a block of table 4. */
  readonly group: Label | undefined;
  readonly name: Label;
  readonly isMoney: boolean;
}

/**
 * The figures of a table in all forms, each once: row by row in the order of the forms, in each row what the older form
 * asks before what only the newer one does. Labels are the newest form's.
 * @param column id of the column of applicants that is shown of table 3; of no concern to the other tables
 */
export function linesByForm(table: TableId, column = 'total'): readonly FigureLine[] {
  const forms = FORMS.map(({ tables }) =>
    figuresOf(tables[table]).filter((figure) => table !== 't3' || figure.column.id === column),
  );
  const figures = new Map(forms.flat().map((figure) => [figure.id, figure]));
  const rows = new Map(forms.flat().map(({ row }) => [row.id, row]));
  const order = forms.map((shown) => [...new Set(shown.map(({ row }) => row.id))]).reduce(mergeInOrder);
  return order.flatMap((id) =>
    [...figures.values()]
      .filter(({ row }) => row.id === id)
      .map((figure) => lineOf(figure, rows.get(id) ?? figure.row)),
  );
}

/** Whether a table was asked for in another form than that of the report before it. */
export function isOtherForm(table: TableId, before: Figures, after: Figures): boolean {
  const idsOf = (figures: Figures) => new Set(Object.keys(figures).filter((id) => id.startsWith(`${table}.`)));
  const [old, young] = [idsOf(before), idsOf(after)];
  return old.size !== young.size || [...old].some((id) => !young.has(id));
}

/** Both orders in one; what only the older has stands before the next that both have. */
function mergeInOrder(older: readonly string[], newer: readonly string[]): string[] {
  const merged: string[] = [];
  let next = 0;
  for (const id of newer) {
    const at = older.indexOf(id, next);
    if (at >= 0) {
      merged.push(...older.slice(next, at));
      next = at + 1;
    }
    merged.push(id);
  }
  return [...new Set([...merged, ...older.slice(next)])];
}

function lineOf({ id, table, column }: FigureDefinition, row: Row): FigureLine {
  const name = (table === 't3' ? row : column).path.at(-1);
  if (!name) throw new Error(`figure ${id} has no label`);
  const group = table === 't2' ? row.path.at(-1) : (table === 't3' ? row : column).path.at(-2);
  return { id, group, name, isMoney: column.quantity.kind === 'money' };
}
