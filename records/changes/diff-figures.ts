import type { Figure } from '../../parsers/figures/figure.ts';
import type { Difference } from '../contract/report-event.ts';

type Cells = Readonly<Record<string, Figure>>;

/**
 * A cell may hold a page of text; an event shows its beginning. So short that an event stays below 200 kB, which a bus
 * takes in every region, though each cell of the forms had become another page of text.
 */
const MOST_CHARACTERS = 100;

/** The cells in which two readings of a report differ, in the order of the later one. */
export function diffFigures(before: Cells, after: Cells): Difference[] {
  const ids = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return ids
    .filter((id) => differs(before[id], after[id]))
    .map((figure) => ({ figure, before: cellOf(before[figure]), after: cellOf(after[figure]) }));
}

/** Other spaces around the same number are no difference; other marks that are no number are one. */
function differs(one: Figure | undefined, other: Figure | undefined): boolean {
  if (!one || !other) return one !== other;
  if (one.value !== other.value || one.state !== other.state) return true;
  return one.state === 'unreadable' && one.raw !== other.raw;
}

function cellOf(figure: Figure | undefined): Difference['before'] {
  if (!figure) return null;
  const { value, state, raw } = figure;
  return { value, state, raw: raw === null ? null : raw.slice(0, MOST_CHARACTERS) };
}
