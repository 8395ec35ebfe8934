import { distance } from 'fastest-levenshtein';
import type { Label } from '../../forms/form.ts';
import { normaliseLabel } from './normalise-label.ts';

/** Settings of the fitting, each in one place, with what made it so. */
export const FITTING = {
  /** Least similarity at which two labels can be the same: `其他法律行政止公开` is 0.75 of the statutory label. */
  leastSimilarity: 0.6,
  /** Share of a header's columns that must be recognised before it counts as that header. */
  leastHeaderShare: 0.5,
  /** Added or taken for a group label that agrees or disagrees; less than any label difference that decides. */
  groupWeight: 0.2,
  /** The same for headers that repeat their labels by block: table 4 may be split block by block. */
  leastRepeatedHeaderShare: 0.3,
  /** How a form's fit is weighed against another's, in rows: a row read outweighs one missing or left over. */
  missingRowCost: 0.5,
  extraRowCost: 0.75,
} as const;

const wordings = new WeakMap<Label, readonly string[]>();

/** The printed label and its known variants, normalised. */
export function wordingsOf(label: Label): readonly string[] {
  let known = wordings.get(label);
  if (!known) {
    known = [...new Set([label.zh, ...(label.variants ?? [])].map(normaliseLabel))];
    wordings.set(label, known);
  }
  return known;
}

/** Likeness of two normalised texts, 0 to 1: one minus the Levenshtein distance over the longer length. */
export function similarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const longer = Math.max(a.length, b.length);
  // The distance is at least the difference in length, so most pairs need no computing.
  if (Math.min(a.length, b.length) < longer * FITTING.leastSimilarity) return 0;
  return 1 - distance(a, b) / longer;
}

/** Likeness of a normalised text to a label in its best wording. */
export function labelSimilarity(text: string, label: Label): number {
  let best = 0;
  for (const wording of wordingsOf(label)) best = Math.max(best, similarity(text, wording));
  return best;
}
