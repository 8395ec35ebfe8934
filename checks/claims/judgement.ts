import type { FigureId } from '../../forms/form.ts';
import type { Claim } from '../../parsers/prose/prose.ts';
import type { Message, NotEvaluable } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Doubt } from '../wording/doubt.ts';
import { isKnown, type TableSays } from './table-says.ts';

/** What follows from comparing one claim with the tables. */
export type Judgement =
  | { readonly verdict: 'agrees' }
  | {
      readonly verdict: 'unknown';
      readonly reason: NotEvaluable['reason'];
      readonly figures: readonly FigureId[];
    }
  | {
      readonly verdict: 'differs';
      readonly expected: number;
      readonly figures: readonly FigureId[];
      readonly say: (doubt: Doubt) => Message;
    };

export type Judge = (claim: Claim, reading: Reading) => Judgement;

export const AGREES: Judgement = { verdict: 'agrees' };

/**
 * Why sums cannot be compared with a claim that agrees with none of those that can: a cell was not found or read – the
 * claim may well agree with it – or the whole table was left blank.
 */
export function findObstacle(sums: readonly TableSays[], reading: Reading): Judgement | undefined {
  const missing = sums.flatMap((sum) => sum.missing);
  if (missing.length > 0) return unknown('missing-figure', missing);
  const unreadable = sums.flatMap((sum) => sum.unreadable);
  if (unreadable.length > 0) return unknown('unreadable-figure', unreadable);
  const cells = sums.filter(isKnown).flatMap((sum) => sum.cells);
  return statesNothing(cells, reading) ? unknown('nothing-stated', cells) : undefined;
}

const unknown = (reason: NotEvaluable['reason'], figures: readonly FigureId[]): Judgement => ({
  verdict: 'unknown',
  reason,
  figures: [...new Set(figures)],
});

/** A single blank among figures is a 0 that was not written; a table without any figure says nothing. */
function statesNothing(cells: readonly FigureId[], { figures }: Reading): boolean {
  const tables = new Set(cells.map((id) => id.slice(0, 3)));
  return !Object.entries(figures).some(([id, { state }]) => state === 'stated' && tables.has(id.slice(0, 3)));
}
