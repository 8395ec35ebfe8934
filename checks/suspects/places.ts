import type { FigureId, TableForm } from '../../forms/form.ts';
import { figureId } from '../../forms/form.ts';

/** Where a cell stands in its printed table. */
export interface Place {
  readonly table: string;
  readonly row: number;
  readonly column: number;
}

export type Places = (id: FigureId) => Place | undefined;

const known = new WeakMap<TableForm, ReadonlyMap<FigureId, Place>>();

/** The places of all cells of the forms. */
export function placesIn(forms: readonly TableForm[]): Places {
  const places = forms.map(placesOfForm);
  return (id) => places.find((ofForm) => ofForm.has(id))?.get(id);
}

/** Bands stand one under the other. */
export function placesOfForm(form: TableForm): ReadonlyMap<FigureId, Place> {
  const places = known.get(form) ?? lay(form);
  known.set(form, places);
  return places;
}

function lay({ table, bands }: TableForm): ReadonlyMap<FigureId, Place> {
  const places = new Map<FigureId, Place>();
  let above = 0;
  for (const { rows, columns } of bands) {
    rows.forEach((row, at) => {
      columns.forEach((column, index) => {
        places.set(figureId(table, row, column), { table, row: above + at, column: index });
      });
    });
    // Rows of two bands are no neighbours: a title row stands between them.
    above += rows.length + 1;
  }
  return places;
}

/** One beside or below the other. */
export function areNeighbours(one: Place | undefined, two: Place | undefined): boolean {
  if (!one || !two || one.table !== two.table) return false;
  return Math.abs(one.row - two.row) + Math.abs(one.column - two.column) === 1;
}
