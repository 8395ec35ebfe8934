import type { FigureId, SumIdentity, TableForm } from '../../forms/form.ts';
import type { Figure, Figures } from '../../parsers/figures/figure.ts';
import { blankTotals, isBlank } from '../blank-totals.ts';

/** A sum whose figures are all known, as an equation: the coefficients times the figures are to make 0. */
export interface EvaluableSum {
  readonly identity: SumIdentity;
  /** 1 for an addend, −1 for a total. */
  readonly coefficients: ReadonlyMap<FigureId, 1 | -1>;
  /** By how much the left side has to rise for the sum to hold: totals − addends. 0 where it holds. */
  readonly needs: number;
}

/**
 * The sums that can be broken. One with a figure that is missing or unreadable says nothing and is left out; so is one
 * whose only total was left blank: over parts of 0 it holds, over others it cannot be evaluated, so that no change of a
 * part breaks it. A blank total over stated parts is unknown in its other sums as well.
 */
export function evaluableSums(forms: readonly TableForm[], figures: Figures): readonly EvaluableSum[] {
  return forms.flatMap(({ sums }) => {
    const unknown = blankTotals(sums, figures);
    return sums
      .filter(({ addends, totals }) => [...addends, ...totals].every((id) => isKnown(figures[id]) && !unknown.has(id)))
      .filter(({ totals }) => totals.some((id) => !isBlank(figures[id])))
      .map((identity) => asEquation(identity, figures));
  });
}

/** The number that a figure is counted with; a blank or dash counts as 0. */
export const counted = (figures: Figures, id: FigureId): number => figures[id]?.value ?? 0;

function asEquation(identity: SumIdentity, figures: Figures): EvaluableSum {
  const coefficients = new Map<FigureId, 1 | -1>();
  let needs = 0;
  for (const id of identity.addends) {
    coefficients.set(id, 1);
    needs -= counted(figures, id);
  }
  for (const id of identity.totals) {
    coefficients.set(id, -1);
    needs += counted(figures, id);
  }
  return { identity, coefficients, needs };
}

const isKnown = (figure: Figure | undefined) => isBlank(figure) || typeof figure?.value === 'number';
