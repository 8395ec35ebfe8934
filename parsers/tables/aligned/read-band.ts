import type { Band, TableForm } from '../../../forms/form.ts';
import type { BandRow, ReadRow } from './band-row.ts';
import { findOrphans, withoutDoubtful } from './find-orphans.ts';
import { emOf, type FlowWord } from './flow.ts';
import { type HeaderFit, isPartOfHeader } from './header-stacks.ts';
import { locateColumns, type StackOf } from './locate-columns.ts';
import { ALIGNED } from './settings.ts';

export interface ReadBand {
  readonly band: Band;
  readonly header: HeaderFit;
  /** What the lines of the header print besides its labels; it may state a unit. */
  readonly beside: readonly FlowWord[];
  readonly rows: readonly ReadRow[];
}

interface Assigned {
  readonly words: readonly (readonly FlowWord[])[];
  /** What belongs to no row, or to two. */
  readonly stray: readonly FlowWord[];
}

/**
 * Reads the figures of one band.
 * @param lines of the table, words of labels of rows left out
 * @param rows from top to bottom
 * @param from where the band before ends
 */
export function readBand(
  lines: readonly (readonly FlowWord[])[],
  rows: readonly BandRow[],
  { band, form, from }: { readonly band: Band; readonly form: TableForm; readonly from: number },
): ReadBand | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return undefined;
  const em = emOf([...rows.flatMap(({ label }) => label), ...lines.flat().filter(({ isValue }) => isValue)]);
  const assigned = assignWords(lines, rows, { em, from });
  const labelsEnd = Math.max(...rows.map(({ left }) => left));
  const above = lines
    .map((line) => line.filter(({ middle }) => middle > from && middle < first.top - em / 2))
    .filter((line) => line.length > 0);
  const overColumns = above.map((line) => line.filter(({ x0, x1 }) => (x0 + x1) / 2 > labelsEnd));
  const located = locateColumns(
    assigned.words.flat(),
    overColumns.filter((line) => line.length > 0),
    band,
  );
  if (!located) return undefined;
  const { header, stackOf } = located;
  const left = Math.min(
    ...header.stacks.flatMap(({ column, x0 }) => (column === undefined ? [] : [x0])),
    ...assigned.words.flat().map(({ x0 }) => x0),
  );
  const orphans = findOrphans({ stray: assigned.stray, lines, left, header, first, last, form });
  const cells = rows.map((row, k) => cellsOf(row, assigned.words[k] ?? [], { header, stackOf, em }));
  const used = new Set(header.stacks.flatMap(({ words }) => words.map(({ box }) => box)));
  return {
    band,
    header,
    beside: above
      .flat()
      .filter(
        (word) => !word.isValue && word.middle >= header.top && !used.has(word.box) && !isPartOfHeader(word.text, band),
      ),
    rows: withoutDoubtful(
      rows.map((row, k) => ({ ...row, cells: cells[k] ?? new Map() })),
      orphans,
      rows.map((_, k) => surplusOf(assigned.words[k] ?? [], cells[k] ?? new Map(), em)),
      { header, em },
    ),
  };
}

/** Gives each word to the row that it stands beside. */
function assignWords(
  lines: readonly (readonly FlowWord[])[],
  rows: readonly BandRow[],
  { em, from }: { readonly em: number; readonly from: number },
): Assigned {
  const words = rows.map((): FlowWord[] => []);
  const stray: FlowWord[] = [];
  const bottom = (rows.at(-1)?.bottom ?? 0) + ALIGNED.orphanReach * em;
  for (const word of lines.flat()) {
    if (word.middle < from || word.middle > bottom) continue;
    const row = rowBeside(word, rows, em);
    if (row === undefined) stray.push(word);
    else if ((word.x0 + word.x1) / 2 > (rows[row]?.left ?? 0)) words[row]?.push(word);
  }
  return { words, stray };
}

/** The row whose label a word is level with, when no other is nearly as near. */
function rowBeside(word: FlowWord, rows: readonly BandRow[], em: number): number | undefined {
  const away = rows.map((row) => Math.max(0, row.top - word.middle, word.middle - row.bottom) / em);
  const nearest = Math.min(...away);
  if (nearest > ALIGNED.rowReach) return undefined;
  const near = away.flatMap((distance, k) => (distance < nearest + ALIGNED.clearOfOthers ? [k] : []));
  return near.length === 1 ? near[0] : undefined;
}

interface Reading {
  readonly header: HeaderFit;
  readonly stackOf: StackOf;
  readonly em: number;
}

function cellsOf(
  row: BandRow,
  words: readonly FlowWord[],
  { header, stackOf, em }: Reading,
): ReadonlyMap<number, readonly FlowWord[]> {
  const ordered = words.toSorted((a, b) => a.x0 - b.x0);
  const places = ordered.map(stackOf);
  const middle = middleOf(words);
  const cells = new Map<number, readonly FlowWord[]>();
  header.stacks.forEach((stack, k) => {
    const own = ordered.filter((_, at) => places[at] === k);
    const isApart = places.every((place, at) => place !== k || isApartFromOthers(at, ordered, places, em));
    if (own.length > 0) {
      if (isApart && isOneCell(own, middle, em)) cells.set(k, own);
    } else if (!places.includes(undefined) && row.left <= stack.x0) cells.set(k, []);
  });
  return cells;
}

/** Words of a row that stand in no cell, and not on the line of its figures. */
function surplusOf(
  words: readonly FlowWord[],
  cells: ReadonlyMap<number, readonly FlowWord[]>,
  em: number,
): readonly FlowWord[] {
  const told = new Set([...cells.values()].flat());
  const middle = middleOf(words);
  return words.filter((word) => !told.has(word) && Math.abs(word.middle - middle) > ALIGNED.sameLine * em);
}

/** Of the line on which most of the words stand. */
function middleOf(words: readonly FlowWord[]): number {
  const middles = words.map(({ middle }) => middle).sort((a, b) => a - b);
  return middles[middles.length >> 1] ?? 0;
}

/** A figure so near that both may be the characters of one number stands in no other column. */
function isApartFromOthers(
  at: number,
  ordered: readonly FlowWord[],
  places: readonly (number | undefined)[],
  em: number,
): boolean {
  return [at - 1, at].every((from) => {
    const [before, after] = [ordered[from], ordered[from + 1]];
    if (!before || !after || places[from] === places[from + 1]) return true;
    return after.x0 - before.x1 > ALIGNED.tooNear * em;
  });
}

/** On the line of the row's figures, one number, and what is said about it near it. */
function isOneCell(words: readonly FlowWord[], middle: number, em: number): boolean {
  if (words.some((word) => Math.abs(word.middle - middle) > ALIGNED.sameLine * em)) return false;
  const isNear = words.every((word, k) => word.x0 - (words[k - 1]?.x1 ?? word.x0) <= ALIGNED.cellWordGap * em);
  const numbers = words.filter(({ isValue }) => isValue);
  return isNear && (numbers.length <= 1 || isGrouped(words));
}

/** `1 234 567`: in threes, spaces part one number. */
const isGrouped = (words: readonly FlowWord[]) =>
  /^[1-9]\d{0,2}(?: \d{3})+$/u.test(words.map(({ text }) => text).join(' '));
