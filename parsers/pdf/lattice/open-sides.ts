import type { GridLine } from './grid-lines.ts';
import { LATTICE_SETTINGS } from './settings.ts';

/** Grid lines of both axes, in order. */
export interface GridLines {
  readonly columns: readonly GridLine[];
  readonly rows: readonly GridLine[];
}

/**
 * Adds a line that nobody drew where lines run past the last one across them and end together: the open sides of a
 * table, and where a page break cut it. Where they end at the last one, and that is drawn beside some of them only, it
 * goes on along the others.
 */
export function closeOpenSides({ columns, rows }: GridLines, em: number): GridLines {
  const [top, bottom, left, right] = openSides({ columns, rows }, em);
  // Where two neighbouring sides are open, what was taken to be there meets in the corner.
  const across = [left?.at, right?.at] as const;
  const down = [top?.at, bottom?.at] as const;
  return {
    columns: withSides(columns, left, right, down),
    rows: withSides(rows, top, bottom, across),
  };
}

type FourSides = readonly [OpenSide | null, OpenSide | null, OpenSide | null, OpenSide | null];

/**
 * The open sides above, below, left and right. One line alone that runs past may be drawn too long; in a table of which
 * several lines show that another side is open, it is the border between two cells in the corner of a frame that is missing.
 */
function openSides({ columns, rows }: GridLines, em: number): FourSides {
  const { overhanging } = LATTICE_SETTINGS;
  const sides = (least: number): FourSides => [
    openEnd(columns, rows[0], -1, em, least),
    openEnd(columns, rows.at(-1), 1, em, least),
    openEnd(rows, columns[0], -1, em, least),
    openEnd(rows, columns.at(-1), 1, em, least),
  ];
  const open = sides(overhanging);
  if (!open.some((side) => side && !side.isPartial)) return open;
  const corners = sides(1);
  return [open[0] ?? corners[0], open[1] ?? corners[1], open[2] ?? corners[2], open[3] ?? corners[3]];
}

/** An open side: where it lies, and from which to which line across it reaches. */
interface OpenSide {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** A part of its line is drawn. */
  readonly isPartial: boolean;
}

/** Where most of the lines that run past the outermost one in a direction end, or that one where others end at it. */
function openEnd(
  lines: readonly GridLine[],
  outer: GridLine | undefined,
  direction: -1 | 1,
  em: number,
  least: number,
): OpenSide | null {
  const edge = outer?.at ?? 0;
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
  if (best.length < least) return outer ? openAlong(lines, outer, direction, em) : null;
  const places = best.map(({ at }) => at).sort((a, b) => a - b);
  return {
    at: direction < 0 ? (best[0]?.end ?? edge) : (best.at(-1)?.end ?? edge),
    from: places[0] ?? 0,
    to: places.at(-1) ?? 0,
    isPartial: false,
  };
}

/** The part of the outermost line beside lines that end at it where it is not drawn. */
function openAlong(lines: readonly GridLine[], outer: GridLine, direction: -1 | 1, em: number): OpenSide | null {
  const near = LATTICE_SETTINGS.sameEnd * em;
  const isBare = (place: number) => outer.drawn.every(([from, to]) => place < from - near || place > to + near);
  const places = lines.flatMap(({ at, drawn }) => {
    const end = direction < 0 ? drawn[0]?.[0] : drawn.at(-1)?.[1];
    return end !== undefined && Math.abs(end - outer.at) <= near && isBare(at) ? [at] : [];
  });
  if (places.length < LATTICE_SETTINGS.overhanging) return null;
  return { at: outer.at, from: Math.min(...places), to: Math.max(...places), isPartial: true };
}

function withSides(
  lines: readonly GridLine[],
  before: OpenSide | null,
  after: OpenSide | null,
  [start, end]: readonly [number | undefined, number | undefined],
): GridLine[] {
  const assumedOf = (side: OpenSide) => [start ?? side.from, end ?? side.to] as const;
  const drawn = lines.map((line, index): GridLine => {
    const own = [before, after].filter((side, at) => side?.isPartial && index === (at === 0 ? 0 : lines.length - 1));
    return { ...line, assumed: [...line.assumed, ...own.flatMap((side) => (side ? [assumedOf(side)] : []))] };
  });
  const added = (side: OpenSide | null): GridLine[] =>
    side && !side.isPartial ? [{ at: side.at, drawn: [], assumed: [assumedOf(side)] }] : [];
  return [...added(before), ...drawn, ...added(after)];
}
