import type { CellView } from '../grid-view.ts';
import { isStated, isWords } from './pair-cells.ts';
import { JOINING } from './settings.ts';
import { likenessToAny, likenessToHeader } from './statutory-labels.ts';

/** Whether a row holds labels of the forms and no figure, among them one that stands over columns only. */
export function isHeaderRow(row: readonly CellView[]): boolean {
  const words = row.filter(isWords);
  return (
    words.length > 1 &&
    !row.some(isStated) &&
    words.every(({ cell }) => likenessToAny(cell.text) >= JOINING.leastKnown) &&
    words.some(({ cell }) => likenessToHeader(cell.text) >= JOINING.leastKnown)
  );
}
