import type { CellView } from '../grid-view.ts';
import { isStated, isWords } from './pair-cells.ts';
import { JOINING } from './settings.ts';
import { likenessToHeader, likenessToLine } from './statutory-labels.ts';

/** A row at a page break, by itself. */
export interface CutRow {
  readonly cells: readonly CellView[];
  /** The last label before the first figure. */
  readonly own: CellView | undefined;
  /** It prints labels of columns and no figure. */
  readonly isHeader: boolean;
  readonly hasFigures: boolean;
}

export function readCutRow(cells: readonly CellView[]): CutRow {
  const firstFigure = cells.findIndex(isStated);
  const labels = firstFigure < 0 ? cells : cells.slice(0, firstFigure);
  const hasFigures = firstFigure >= 0;
  return {
    cells,
    own: labels.findLast(isWords),
    isHeader: !hasFigures && cells.some((view) => likenessToHeader(view.cell.text) >= JOINING.leastKnown),
    hasFigures,
  };
}

/** Whether its label is the whole of a statutory one, so that nothing of the row can stand on the other page. */
export const isWholeRow = ({ own, isHeader }: CutRow): boolean =>
  isHeader || (own !== undefined && likenessToLine(own.cell.text) >= JOINING.leastWhole);

/** The cells of a row in which figures stand, or would. */
export const figureCells = ({ cells, own }: CutRow): readonly CellView[] =>
  cells.filter((view) => !isWords(view) && (!own || view.start >= own.end));
