import type { Band } from '../../../forms/form.ts';
import type { FlowWord } from './flow.ts';
import { growHeader, type HeaderFit, readHeader, type Stack } from './header-stacks.ts';
import { type Extent, inferCells } from './infer-cells.ts';

/** Which stack of a header a word among the figures stands under; nothing where that cannot be told. */
export type StackOf = (word: FlowWord) => number | undefined;

export interface Located {
  readonly header: HeaderFit;
  readonly stackOf: StackOf;
}

/**
 * Places the words of all rows under the columns of their header. Words that overlap from side to side, in whatever
 * rows, stand in one column, so that a blank shifts nothing. As many such runs as printed columns follow one another
 * as these do; otherwise only the one label that a run stands under tells.
 */
export function locateColumns(
  words: readonly FlowWord[],
  lines: readonly (readonly FlowWord[])[],
  band: Band,
): Located | undefined {
  const extents = mergeExtents(words);
  const header = readHeader(lines, band);
  const cut = header && isComplete(header, band) ? undefined : readCutHeader(lines, extents, band);
  if (cut && cut.likeness > (header?.likeness ?? 0)) return { header: cut, stackOf: inOrder(extents) };
  if (!header) return undefined;
  const { stacks } = header;
  const isOrdered = extents.length === stacks.length && extents.every((extent, k) => isUnder(extent, k, stacks));
  if (isOrdered) return { header, stackOf: inOrder(extents) };
  const under = extents.map((extent) => labelOver(extent, stacks)) satisfies readonly (number | undefined)[];
  const inCells = under.includes(undefined) ? inferCells(extents, stacks) : undefined;
  const cells = inCells && under.every((stack, k) => stack === undefined || stack === inCells[k]) ? inCells : under;
  return { header, stackOf: (word) => cells[extentOf(word, extents)] };
}

const isComplete = ({ stacks }: HeaderFit, { columns }: Band) =>
  stacks.filter(({ column }) => column !== undefined).length === columns.length;

function mergeExtents(words: readonly FlowWord[]): readonly Extent[] {
  const extents: { x0: number; x1: number }[] = [];
  for (const { x0, x1 } of words.toSorted((a, b) => a.x0 - b.x0)) {
    const open = extents.at(-1);
    if (open && x0 < open.x1) open.x1 = Math.max(open.x1, x1);
    else extents.push({ x0, x1 });
  }
  return extents;
}

const overlap = (a: Extent, b: Extent) => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);

/** No other label stands over the run than the one in its place. */
const isUnder = (extent: Extent, place: number, stacks: readonly Stack[]) =>
  stacks.every((stack, k) => k === place || overlap(extent, stack) <= 0);

const extentOf = (word: FlowWord, extents: readonly Extent[]) =>
  extents.findIndex((extent) => overlap(extent, word) > 0);

function inOrder(extents: readonly Extent[]): StackOf {
  return (word) => {
    const found = extentOf(word, extents);
    return found < 0 ? undefined : found;
  };
}

/** The one label that a run of figures stands under. */
function labelOver(extent: Extent, stacks: readonly Stack[]): number | undefined {
  const over = stacks.flatMap((stack, k) => (overlap(extent, stack) > 0 ? [k] : []));
  return over.length === 1 ? over[0] : undefined;
}

/**
 * Labels set so tight that those of neighbours run into one another are cut where the columns of figures part: at the
 * right edges of the figures, midway between them or at their left edges, whichever gives the best labels.
 */
function readCutHeader(
  lines: readonly (readonly FlowWord[])[],
  extents: readonly Extent[],
  band: Band,
): HeaderFit | undefined {
  if (extents.length !== band.columns.length) return undefined;
  const fits = [0, 0.5, 1].flatMap((share) => {
    const bounds = extents.slice(1).map(({ x0 }, k) => {
      const before = extents[k]?.x1 ?? x0;
      return before + (x0 - before) * share;
    });
    return growHeader(lines, band, (words) => cutAt(bounds, extents, words)) ?? [];
  });
  const best = fits.reduce<HeaderFit | undefined>(
    (most, fit) => (most && most.likeness >= fit.likeness ? most : fit),
    undefined,
  );
  return best && isComplete(best, band) ? best : undefined;
}

function cutAt(bounds: readonly number[], extents: readonly Extent[], words: readonly FlowWord[]): readonly Stack[] {
  const chars = words.flatMap(charactersOf);
  return extents.map((extent, k) => {
    const [from, to] = [bounds[k - 1] ?? Number.NEGATIVE_INFINITY, bounds[k] ?? Number.POSITIVE_INFINITY];
    const own = chars.filter(({ x0, x1 }) => (x0 + x1) / 2 >= from && (x0 + x1) / 2 < to);
    return { text: own.map(({ text }) => text).join(''), words: own, ...extent, column: undefined };
  });
}

/** The characters of a word as words, of equal width as Chinese ones are. */
function charactersOf(word: FlowWord): FlowWord[] {
  const chars = [...word.text];
  const step = (word.x1 - word.x0) / Math.max(chars.length, 1);
  return chars.map((text, k) => ({ ...word, text, x0: word.x0 + k * step, x1: word.x0 + (k + 1) * step }));
}
