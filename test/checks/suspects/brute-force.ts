import type { FigureId, TableForm } from '../../../forms/form.ts';
import type { Figures } from '../../../parsers/figures/figure.ts';

/**
 * All smallest sets of at most `most` cells whose change makes every sum hold, by trying every set of cells: the sums as
 * they stand in the form, solved by elimination over fractions. Knows nothing of networks.
 */
export function bruteForce(form: TableForm, figures: Figures, most: number): string[] {
  const sums = form.sums.filter(({ addends, totals }) =>
    [...addends, ...totals].every((id) => figures[id]?.state !== 'unreadable'),
  );
  const value = (id: FigureId) => figures[id]?.value ?? 0;
  const total = (ids: readonly FigureId[]) => ids.reduce((sum, id) => sum + value(id), 0);
  const needs = sums.map(({ addends, totals }) => total(totals) - total(addends));
  const cells = [...new Set(sums.flatMap(({ addends, totals }) => [...addends, ...totals]))];
  const column = (cell: FigureId) =>
    sums.map(({ addends, totals }) => (addends.includes(cell) ? 1 : totals.includes(cell) ? -1 : 0));
  for (let size = 0; size <= most; size++) {
    const found = subsets(cells, size).flatMap((set) => {
      const by = solve(set.map(column), needs);
      if (!by) return [];
      const after = set.map((cell, at) => value(cell) + (by[at] ?? 0));
      const fits = after.every((it, at) => Number.isInteger(it) && it >= 0 && by[at] !== 0);
      return fits ? [setKey(set.map((figure, at) => ({ figure, value: after[at] ?? 0 })))] : [];
    });
    if (found.length > 0) return found.sort();
  }
  return [];
}

export const setKey = (changes: readonly { figure: string; value: number }[]): string =>
  changes
    .map(({ figure, value }) => `${figure}=${value}`)
    .sort()
    .join(' ');

function subsets<Member>(members: readonly Member[], size: number): Member[][] {
  if (size === 0) return [[]];
  return members.flatMap((first, at) => subsets(members.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

/** The only solution of the columns' combination that makes the needs; nothing where there is none or more than one. */
function solve(columns: readonly (readonly number[])[], needs: readonly number[]): number[] | undefined {
  const rows = needs.map((need, at) => [...columns.map((column) => column[at] ?? 0), need]);
  for (let at = 0; at < columns.length; at++) {
    const pivot = rows.findIndex((row, index) => index >= at && Math.abs(row[at] ?? 0) > 1e-9);
    if (pivot < 0) return undefined;
    const [chosen] = rows.splice(pivot, 1);
    if (!chosen) return undefined;
    const scaled = chosen.map((entry) => entry / (chosen[at] ?? 1));
    rows.splice(at, 0, scaled);
    rows.forEach((row, index) => {
      if (index !== at) rows[index] = row.map((entry, place) => entry - (row[at] ?? 0) * (scaled[place] ?? 0));
    });
  }
  if (rows.slice(columns.length).some((row) => Math.abs(row.at(-1) ?? 0) > 1e-6)) return undefined;
  return columns.map((_, at) => Math.round((rows[at]?.at(-1) ?? 0) * 1e6) / 1e6);
}
