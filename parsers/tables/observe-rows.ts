import type { TableForm } from '../../forms/form.ts';
import type { ObservedRow } from './fit-rows.ts';
import type { CellView, GridView } from './grid-view.ts';
import { findHeaders, type HeaderBlock } from './header.ts';

export interface Observed {
  readonly headers: readonly HeaderBlock[];
  /** Every grid row that is no header of this table, in reading order. */
  readonly rows: readonly ObservedRow[];
}

/** Reads the rows of all grids as rows of one table: tables are split over grids as often as several share one. */
export function observeRows(views: readonly GridView[], form: TableForm): Observed {
  const headers: HeaderBlock[] = [];
  const rows: ObservedRow[] = [];
  let header: HeaderBlock | undefined;
  views.forEach((view, gridIndex) => {
    const own = findHeaders(view, form);
    headers.push(...own);
    for (let row = 0; row < view.rows.length; row++) {
      const starting = own.find((block) => block.first === row);
      if (starting) {
        header = starting;
        row = starting.last;
        continue;
      }
      const cells = view.rows[row] ?? [];
      const headerCarried = header?.view !== view;
      const irregular = view.irregular[row] ?? false;
      const boundary = headerCarried || irregular ? undefined : header;
      rows.push({
        cells,
        path: labelPath(cells, boundary),
        header,
        headerCarried,
        irregular,
        gridIndex,
        row,
      });
    }
  });
  return { headers, rows };
}

/** Label texts left of the figures: up to the header's first figure column, or to the first value where there is none. */
function labelPath(cells: readonly CellView[], header: HeaderBlock | undefined): readonly string[] {
  const path: string[] = [];
  for (const cell of cells) {
    if (header ? cell.start >= header.valueStart : cell.isValue && !cell.isBlank) break;
    if (cell.label !== '') path.push(cell.label);
  }
  return path;
}
