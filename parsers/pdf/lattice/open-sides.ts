import type { GridLine } from './grid-lines.ts';
import { LATTICE_SETTINGS } from './settings.ts';

/** Grid lines of both axes, in order. */
export interface GridLines {
  readonly columns: readonly GridLine[];
  readonly rows: readonly GridLine[];
}

/**
 * Adds a line that nobody drew where lines run past the last one across them and end together: the open sides of a
 * table, and where a page break cut it.
 */
export function closeOpenSides({ columns, rows }: GridLines, em: number): GridLines {
  const top = openEnd(columns, first(rows), -1, em);
  const bottom = openEnd(columns, last(rows), 1, em);
  const left = openEnd(rows, first(columns), -1, em);
  const right = openEnd(rows, last(columns), 1, em);
  // Where two neighbouring sides are open, what was taken to be there meets in the corner.
  const across = [left?.at, right?.at] as const;
  const down = [top?.at, bottom?.at] as const;
  return {
    columns: [...closing(left, down), ...columns, ...closing(right, down)],
    rows: [...closing(top, across), ...rows, ...closing(bottom, across)],
  };
}

/** An open side: where it lies, and from which to which line across it reaches. */
interface OpenSide {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function first(lines: readonly GridLine[]): number {
  return lines[0]?.at ?? 0;
}

function last(lines: readonly GridLine[]): number {
  return lines.at(-1)?.at ?? 0;
}

/** Where most of the lines that run past `edge` in a direction end. */
function openEnd(lines: readonly GridLine[], edge: number, direction: -1 | 1, em: number): OpenSide | null {
  const ends = lines
    .map(({ at, drawn }) => ({ at, end: (direction < 0 ? drawn[0]?.[0] : drawn.at(-1)?.[1]) ?? edge }))
    .filter(({ end }) => (end - edge) * direction > LATTICE_SETTINGS.overhang * em)
    .sort((a, b) => a.end - b.end);
  let best: { at: number; end: number }[] = [];
  for (let start = 0, end = 0; start < ends.length; start++) {
    const limit = (ends[start]?.end ?? 0) + LATTICE_SETTINGS.sameEnd * em;
    while ((ends[end]?.end ?? Number.POSITIVE_INFINITY) <= limit) end++;
    if (end - start > best.length) best = ends.slice(start, end);
  }
  if (best.length < LATTICE_SETTINGS.overhanging) return null;
  const places = best.map(({ at }) => at).sort((a, b) => a - b);
  return {
    at: direction < 0 ? (best[0]?.end ?? edge) : (best.at(-1)?.end ?? edge),
    from: places[0] ?? 0,
    to: places.at(-1) ?? 0,
  };
}

function closing(
  side: OpenSide | null,
  [before, after]: readonly [number | undefined, number | undefined],
): GridLine[] {
  if (!side) return [];
  return [{ at: side.at, drawn: [], assumed: [[before ?? side.from, after ?? side.to]] }];
}
