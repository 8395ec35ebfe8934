import type { TableForm } from '../../../forms/form.ts';
import type { BandRow, ReadRow } from './band-row.ts';
import type { FlowWord } from './flow.ts';
import { type HeaderFit, isPartOfHeader } from './header-stacks.ts';
import { ALIGNED } from './settings.ts';

interface Surroundings {
  /** What belongs to no row, or to two. */
  readonly stray: readonly FlowWord[];
  readonly lines: readonly (readonly FlowWord[])[];
  /** Where the figures begin. */
  readonly left: number;
  readonly header: HeaderFit;
  readonly first: BandRow;
  readonly last: BandRow;
  readonly form: TableForm;
}

/** Words among the figures that belong to no row: a second line of some cell, or a row that the form does not have. */
export function findOrphans({ stray, lines, left, header, first, last, form }: Surroundings): readonly FlowWord[] {
  const notes = new Set(lines.flatMap(([word]) => (word && isProse(word) && word.x0 < left ? [word.line] : [])));
  // The head of a cut row stands at the foot of a page, before the header is repeated.
  const page = first.label[0]?.page ?? 0;
  const parted = new Set(lines.flatMap((line) => (isOfFigures(line) && line[0]?.page === page - 1 ? line : [])));
  return stray.filter((word) => {
    if (word.x1 <= left || word.isRepeated || isProse(word)) return false;
    // In the header only a number can be more than its words.
    if (word.middle < first.top) return word.isValue && (word.middle > header.top || parted.has(word));
    if (!word.isValue && form.bands.some((band) => isPartOfHeader(word.text, band))) return false;
    // Under the last row, what begins at the margin is a note or prose.
    return word.middle <= last.bottom || !notes.has(word.line);
  });
}

const isOfFigures = (line: readonly FlowWord[]) =>
  line.length >= ALIGNED.leastOnLine && line.every(({ isValue, text }) => isValue || !/\p{Script=Han}/u.test(text));

/** Words of a note or of prose: what is left over of a figure begins with digits or is as short as a unit. */
const isProse = ({ text, isValue }: FlowWord) => !isValue && /^[^\d(（[].*\p{Script=Han}{4}/u.test(text);

/**
 * Takes back the cells beside an orphan that may be a part of them, and the blanks, which it may be meant for; all of
 * the row where its column is not clear.
 * @param surplus of each row: what makes one of its cells more than a figure may be the rest of one in the row next to it,
 * whose label ends where this row's seems to begin
 */
export function withoutDoubtful(
  rows: readonly ReadRow[],
  orphans: readonly FlowWord[],
  surplus: readonly (readonly FlowWord[])[],
  { header, em }: { readonly header: HeaderFit; readonly em: number },
): readonly ReadRow[] {
  const near = rows.map((row, k) =>
    [...(surplus[k - 1] ?? []), ...(surplus[k + 1] ?? [])].filter((word) => isNear(word, row, em)),
  );
  for (const orphan of orphans) {
    rows.forEach((row, k) => {
      if (isNear(orphan, row, em) && !rows.some((other) => standsBetween(other, row, orphan))) near[k]?.push(orphan);
    });
  }
  return rows.map((row, k) => without(row, near[k] ?? [], header));
}

/**
 * All of a row stands between another and an orphan. What two rows are level with has none between: where the label of
 * a blank row has taken in a piece of the next one's group, the figures beside it may be of either.
 */
const standsBetween = (between: ReadRow, row: ReadRow, { middle }: FlowWord) =>
  (between.top > row.bottom && between.bottom < middle) || (between.bottom < row.top && between.top > middle);

/** Across a page break, repeated headers and running heads may part what belongs together. */
function isNear(orphan: FlowWord, row: ReadRow, em: number): boolean {
  const page = row.label.at(-1)?.page;
  if (page === undefined || page !== orphan.page) return true;
  return Math.max(row.top - orphan.bottom, orphan.top - row.bottom) < ALIGNED.orphanReach * em;
}

function without(row: ReadRow, orphans: readonly FlowWord[], header: HeaderFit): ReadRow {
  if (orphans.length === 0) return row;
  const cells = new Map([...row.cells].filter(([, words]) => words.length > 0));
  for (const orphan of orphans) {
    const beside = header.stacks.flatMap((stack, k) => (touches(orphan, stack, row.cells.get(k)) ? [k] : []));
    for (const k of beside.length > 0 ? beside : [...cells.keys()]) cells.delete(k);
  }
  return { ...row, cells };
}

const touches = (
  word: FlowWord,
  stack: { readonly x0: number; readonly x1: number },
  cell: readonly FlowWord[] | undefined,
) => [stack, ...(cell ?? [])].some(({ x0, x1 }) => word.x0 < x1 && word.x1 > x0);
