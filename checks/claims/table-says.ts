import type { FigureId, SumIdentity } from '../../forms/form.ts';
import { formsOf, type Reading } from '../reading.ts';

/** What a report's tables say of some cells added up. */
export interface TableSays {
  readonly value: number;
  /** Every cell looked at. */
  readonly cells: readonly FigureId[];
  /** Blank or dash cells that were counted as 0. */
  readonly blanks: number;
  /** Totals left blank for which their parts were added up. */
  readonly blankTotals: number;
  /** Cells that were not found, and cells that hold no number: where there is one, the value is not known. */
  readonly missing: readonly FigureId[];
  readonly unreadable: readonly FigureId[];
}

const NOTHING: TableSays = { value: 0, cells: [], blanks: 0, blankTotals: 0, missing: [], unreadable: [] };

/**
 * Adds cells up. A total left blank over stated parts says what its parts add up to (上海 2019 leaves 17 of them blank);
 * any other blank counts as 0.
 */
export function tableSays(ids: readonly FigureId[], reading: Reading): TableSays {
  return ids.map((id) => cellSays(id, reading)).reduce(addUp, NOTHING);
}

export const isKnown = ({ missing, unreadable }: TableSays): boolean => missing.length + unreadable.length === 0;

export const addUp = (one: TableSays, other: TableSays): TableSays => ({
  value: one.value + other.value,
  cells: [...one.cells, ...other.cells],
  blanks: one.blanks + other.blanks,
  blankTotals: one.blankTotals + other.blankTotals,
  missing: [...one.missing, ...other.missing],
  unreadable: [...one.unreadable, ...other.unreadable],
});

function cellSays(id: FigureId, reading: Reading): TableSays {
  const figure = reading.figures[id];
  const cells = [id];
  if (!figure || figure.state === 'missing') return { ...NOTHING, cells, missing: cells };
  if (figure.state === 'stated' && figure.value !== null) return { ...NOTHING, cells, value: figure.value };
  if (figure.state !== 'blank' && figure.state !== 'dash') return { ...NOTHING, cells, unreadable: cells };
  const parts = sumsOf(id, reading)
    .map(({ addends }) => tableSays(addends, reading))
    .find((it) => !isKnown(it) || it.value !== 0);
  return parts
    ? { ...parts, cells: [id, ...parts.cells], blanks: 0, blankTotals: 1 }
    : { ...NOTHING, cells, blanks: 1 };
}

/** The sums of which a cell is the total, the applicants of its own row first. */
function sumsOf(id: FigureId, reading: Reading): readonly SumIdentity[] {
  const sums = formsOf(reading).flatMap((form) =>
    form.sums.filter(({ totals }) => totals.length === 1 && totals[0] === id),
  );
  const ownRow = sums.filter(({ rule }) => rule === 'T3-APPLICANTS');
  return [...ownRow, ...sums.filter((sum) => !ownRow.includes(sum))];
}
