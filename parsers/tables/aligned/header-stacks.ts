import type { Band, Column, Label } from '../../../forms/form.ts';
import { align } from '../align.ts';
import { normaliseLabel } from '../normalise-label.ts';
import { labelSimilarity } from '../similarity.ts';
import type { FlowWord } from './flow.ts';
import { ALIGNED } from './settings.ts';

/** A printed column: the words of its label, which stand over one another. */
export interface Stack {
  readonly text: string;
  readonly words: readonly FlowWord[];
  readonly x0: number;
  readonly x1: number;
  /** Index of the band's column that it names. */
  readonly column: number | undefined;
}

export interface HeaderFit {
  /** From left to right. */
  readonly stacks: readonly Stack[];
  readonly likeness: number;
  /** Top of its highest line. */
  readonly top: number;
}

/**
 * Reads the labels of columns from the lines above the first row.
 * @param lines from top to bottom, words of labels of rows left out
 */
export function readHeader(lines: readonly (readonly FlowWord[])[], band: Band): HeaderFit | undefined {
  const best = growHeader(lines, band, stacksOf);
  return best && isEnough(best.stacks, band) ? best : undefined;
}

/** How many lines make the header is told by which number of them, from the last up, names the columns best. */
export function growHeader(
  lines: readonly (readonly FlowWord[])[],
  band: Band,
  stack: (words: readonly FlowWord[]) => readonly Stack[],
): HeaderFit | undefined {
  const others = otherLabels(band);
  let best: HeaderFit | undefined;
  let words: readonly FlowWord[] = [];
  for (const line of lines.slice(-ALIGNED.mostHeaderLines).toReversed()) {
    const own = line.filter((word) => !word.isValue && !isOther(word, others));
    if (own.length === 0) continue;
    words = [...own, ...words];
    const fit = fitStacks(stack(words), band.columns, Math.min(...line.map(({ top }) => top)));
    if (!best || fit.likeness > best.likeness + 1e-9) best = fit;
  }
  return best;
}

/** What a header prints besides the labels of its columns. */
const otherLabels = (band: Band): readonly Label[] => [
  ...new Set([
    ...(band.title ? [band.title] : []),
    ...(band.corner ? [band.corner] : []),
    ...band.columns.flatMap((column) => column.path.slice(0, -1)),
  ]),
];

function isOther({ text }: FlowWord, others: readonly Label[]): boolean {
  const label = normaliseLabel(text);
  return others.some((other) => labelSimilarity(label, other) >= ALIGNED.groupLikeness);
}

const isEnough = (stacks: readonly Stack[], { columns }: Band) =>
  stacks.filter(({ column }) => column !== undefined).length >= ALIGNED.leastColumns * columns.length;

/** Words that overlap from side to side, one under the other, are one label. */
function stacksOf(words: readonly FlowWord[]): readonly Stack[] {
  const groups: { words: FlowWord[]; x0: number; x1: number }[] = [];
  for (const word of words.toSorted((a, b) => a.x0 - b.x0)) {
    const open = groups.at(-1);
    const overlap = open ? Math.min(open.x1, word.x1) - word.x0 : 0;
    if (open && overlap > ALIGNED.stacked * Math.min(open.x1 - open.x0, word.x1 - word.x0)) {
      open.words.push(word);
      open.x1 = Math.max(open.x1, word.x1);
    } else groups.push({ words: [word], x0: word.x0, x1: word.x1 });
  }
  return groups.map(({ words: own, x0, x1 }) => {
    const ordered = own.toSorted((a, b) => a.line - b.line || a.x0 - b.x0);
    return { text: ordered.map(({ text }) => text).join(''), words: ordered, x0, x1, column: undefined };
  });
}

/** Names the stacks by the labels of columns, in their order. */
function fitStacks(stacks: readonly Stack[], columns: readonly Column[], top: number): HeaderFit {
  const texts = stacks.map(({ text }) => normaliseLabel(text));
  const worth = (i: number, j: number) => ownLikeness(texts[i] ?? '', columns[j], columns);
  const pairs = align(stacks.length, columns.length, worth);
  const columnOf = new Map(pairs);
  const likeness = pairs.reduce((sum, [i, j]) => sum + worth(i, j), 0);
  return { stacks: stacks.map((stack, i) => ({ ...stack, column: columnOf.get(i) })), likeness, top };
}

/** 0 where another column's label is nearer; table 4 repeats its labels by block. */
function ownLikeness(text: string, column: Column | undefined, columns: readonly Column[]): number {
  const label = column?.path.at(-1);
  if (!label) return 0;
  const own = labelSimilarity(text, label);
  if (own < ALIGNED.leastLikeness) return 0;
  const isNearer = columns.some((other) => {
    const otherLabel = other.path.at(-1);
    return otherLabel !== undefined && otherLabel.zh !== label.zh && labelSimilarity(text, otherLabel) >= own;
  });
  return isNearer ? 0 : own;
}

/** Whether words are a piece of something that the header of a band prints: it is repeated on every page. */
export function isPartOfHeader(text: string, band: Band): boolean {
  const part = normaliseLabel(text);
  const labels = [...otherLabels(band), ...band.columns.flatMap(({ path }) => path.slice(-1))];
  return labels.some((label) =>
    [label.zh, ...(label.variants ?? [])].some((one) => normaliseLabel(one).includes(part)),
  );
}
