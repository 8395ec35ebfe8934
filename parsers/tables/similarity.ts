import { distance } from 'fastest-levenshtein';
import type { Label } from '../../forms/form.ts';
import { normaliseLabel } from './normalise-label.ts';

/** Settings of the fitting, each in one place, with what made it so. */
export const FITTING = {
  /** Least similarity at which two labels can be the same: `其他法律行政止公开` is 0.75 of the statutory label. */
  leastSimilarity: 0.6,
  /** The same for a label that is spread over two cells: nothing else must be near. */
  leastJoinedSimilarity: 0.85,
  /** Least worth of a second row for a place that is taken: 党内规范性文件 is not 行政规范性文件 once more. */
  leastAgain: 0.85,
  /** Characters of a label that may stand for the whole of it. */
  leastAbbreviation: 4,
  /** What a variant counts for beside the printed wording: 合计 may be 总计, but not where 总计 stands too. */
  variantWorth: 0.98,
  /** From here on a label is taken as meant, printed or variant. */
  exact: 0.98,
  /** Share of a header's columns that must be recognised before it counts as that header. */
  leastHeaderShare: 0.5,
  /** Added or taken for a group label that agrees or disagrees; less than any label difference that decides. */
  groupWeight: 0.2,
  /** The same for headers that repeat their labels by block: table 4 may be split block by block. */
  leastRepeatedHeaderShare: 0.3,
  /** A second table counts as one from this share of its figures on. */
  wholeTableShare: 0.8,
  /** Headings that have to be there before what follows the last one is taken for an annex. */
  leastHeadings: 4,
  /** Lines above a grid that may caption it. */
  mostLinesBefore: 2,
  longestLineBefore: 30,
  /** Rows of one grid, and of all: the three tables have sixty; a report that holds other bodies' too, some hundreds. */
  mostGridRows: 400,
  mostRows: 2_000,
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

const likenesses = new WeakMap<Label, Map<string, number>>();
/** Texts remembered for each label; reports repeat the same few hundred, a hostile one may bring any number. */
const MOST_REMEMBERED = 1_000;

/** Likeness of a normalised text to a label in its best wording. */
export function labelSimilarity(text: string, label: Label): number {
  if (text === '') return 0;
  let known = likenesses.get(label);
  if (!known) {
    known = new Map();
    likenesses.set(label, known);
  }
  let likeness = known.get(text);
  if (likeness === undefined) {
    likeness = compare(text, label);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, likeness);
  }
  return likeness;
}

function compare(text: string, label: Label): number {
  const [printed = '', ...variants] = wordingsOf(label);
  let best = similarity(text, printed);
  for (const wording of variants) best = Math.max(best, FITTING.variantWorth * similarity(text, wording));
  return best;
}
