import type { GridLine } from './grid-lines.ts';
import { LATTICE_SETTINGS } from './settings.ts';

/** What is ruled of the edges along grid lines. */
export interface Walls {
  /** Share of the edge along line `line`, between places `step` and `step + 1`, that is drawn: 0 to 1. */
  readonly drawn: (line: number, step: number) => number;
  /** Whether the edge parts what lies on its two sides. */
  readonly isWall: (line: number, step: number) => boolean;
}

/** Measures the edges that `places` cut lines into. Costs what is drawn and the number of edges. */
export function measureWalls(lines: readonly GridLine[], places: readonly number[], em: number): Walls {
  const steps = places.length - 1;
  const drawn = lines.map(({ drawn }) => sharesOf(places, drawn, em));
  const assumed = lines.map(({ assumed }) => (assumed.length > 0 ? sharesOf(places, assumed, em) : null));
  const share = (line: number, step: number) => (step >= 0 && step < steps ? (drawn[line]?.[step] ?? 0) : 0);
  return {
    drawn: share,
    isWall: (line, step) => {
      return Math.max(share(line, step), assumed[line]?.[step] ?? 0) >= LATTICE_SETTINGS.wall;
    },
  };
}

function sharesOf(places: readonly number[], spans: readonly (readonly [number, number])[], em: number): Float64Array {
  const shares = new Float64Array(Math.max(0, places.length - 1));
  let next = 0;
  for (let step = 0; step < shares.length; step++) {
    const [start, end] = inner(places[step] ?? 0, places[step + 1] ?? 0, em);
    while ((spans[next]?.[1] ?? Number.POSITIVE_INFINITY) <= start) next++;
    let length = 0;
    for (let i = next; (spans[i]?.[0] ?? Number.POSITIVE_INFINITY) < end; i++) {
      const [from, to] = spans[i] ?? [0, 0];
      length += Math.min(to, end) - Math.max(from, start);
    }
    shares[step] = length / (end - start);
  }
  return shares;
}

/** An edge without its ends, where lines meet, overlap and leave gaps. */
function inner(from: number, to: number, em: number): [number, number] {
  const corner = Math.min(LATTICE_SETTINGS.corner * em, (to - from) / 4);
  return [from + corner, to - corner];
}
