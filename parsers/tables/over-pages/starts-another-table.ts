import type { TableId } from '../../../forms/form.ts';
import type { CellView, GridView } from '../grid-view.ts';
import { isStated, isWords } from './pair-cells.ts';
import { JOINING } from './settings.ts';
import { likenessToAny, tableOfHeader } from './statutory-labels.ts';

/** Whether a part begins with a header of its own: one that no statutory table has, or that of another one. */
export function startsAnotherTable(above: GridView, { rows }: GridView): boolean {
  const [first = []] = rows;
  const own = first.some(isStated) ? undefined : tableHeadedBy(first);
  if (own) {
    const before = above.rows.map(tableHeadedBy).filter((table) => table !== undefined);
    if (before.length > 0 && !before.includes(own)) return true;
  }
  const labels = first.filter(isWords);
  return (
    labels.length > 1 &&
    !first.some(isStated) &&
    labels.every(({ cell }) => likenessToAny(cell.text) < JOINING.leastKnown)
  );
}

const tableHeadedBy = (cells: readonly CellView[]): TableId | undefined =>
  cells.some(isStated)
    ? undefined
    : cells.map(({ cell }) => tableOfHeader(cell.text)).find((table) => table !== undefined);
