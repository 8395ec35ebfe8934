import type { FigureId, SumIdentity } from '../forms/form.ts';
import type { Figure, Figures } from '../parsers/figures/figure.ts';

/** Left empty or dashed: the form does not say what that means; it is counted as 0. */
export const isBlank = (figure: Figure | undefined): boolean => figure?.state === 'blank' || figure?.state === 'dash';

/**
 * Totals left blank over parts that are not zero, or of which one is not known. Such a cell is a total that was not
 * stated, not a sum that is wrong: rules that need it cannot be evaluated. A part may itself be such a total, so the
 * search goes on until nothing is added.
 */
export function blankTotals(identities: readonly SumIdentity[], figures: Figures): ReadonlySet<FigureId> {
  const blank = new Set<FigureId>();
  const isZero = (id: FigureId) => {
    const figure = figures[id];
    return !blank.has(id) && (isBlank(figure) || figure?.value === 0);
  };
  for (let before = -1; before < blank.size; ) {
    before = blank.size;
    for (const { addends, totals } of identities) {
      const [total] = totals;
      if (totals.length !== 1 || total === undefined || !isBlank(figures[total])) continue;
      if (!addends.every(isZero)) blank.add(total);
    }
  }
  return blank;
}
