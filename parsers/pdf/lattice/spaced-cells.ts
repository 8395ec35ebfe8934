import type { Box } from '../../document/document.ts';
import type { Ruling } from '../rulings/ruling.ts';
import { LATTICE_SETTINGS } from './settings.ts';

/** Rulings that draw one closed box and nothing else, with that box. */
export interface ClosedBox {
  readonly rulings: readonly Ruling[];
  readonly box: Box;
}

/**
 * The box that connected rulings draw when they draw nothing else: a cell of a table with space between its cells
 * (CSS `border-spacing`), if others stand beside it.
 */
export function closedBoxOf(rulings: readonly Ruling[], em: number): ClosedBox | null {
  const level = rulings.filter(({ axis }) => axis === 'horizontal');
  const upright = rulings.filter(({ axis }) => axis === 'vertical');
  const [x0, x1] = [lowest(upright), highest(upright)];
  const [y0, y1] = [lowest(level), highest(level)];
  const touch = LATTICE_SETTINGS.touch * em;
  const isSide = (from: number, to: number, low: number, high: number) => {
    return ({ at, from: start, to: end }: Ruling) => {
      const onSide = Math.min(Math.abs(at - low), Math.abs(at - high)) <= touch;
      return onSide && Math.abs(start - from) <= touch && Math.abs(end - to) <= touch;
    };
  };
  const closed = level.length > 1 && upright.length > 1 && x1 - x0 > touch * 2 && y1 - y0 > touch * 2;
  if (!closed || !level.every(isSide(x0, x1, y0, y1)) || !upright.every(isSide(y0, y1, x0, x1))) return null;
  return { rulings, box: [x0, y0, x1, y1] };
}

/**
 * The sides of cells with space between them, moved to the middle of the space. The space is the same everywhere, as
 * programs make it; boxes at other distances stay apart, and what comes of them is no table of theirs.
 */
export function closeSpaces(boxes: readonly ClosedBox[], em: number): Ruling[] {
  const few = boxes.slice(0, LATTICE_SETTINGS.spacedCells).map(({ box }) => box);
  const across = spaceBetween(few, 0, em) / 2;
  const down = spaceBetween(few, 1, em) / 2;
  return few.flatMap(([x0, y0, x1, y1]) => sidesOf([x0 - across, y0 - down, x1 + across, y1 + down]));
}

/** The usual distance from a box to the next one along x (0) or y (1), if that is small enough for a space. */
function spaceBetween(boxes: readonly Box[], along: 0 | 1, em: number): number {
  const [start, end, low, high] = along === 0 ? ([0, 2, 1, 3] as const) : ([1, 3, 0, 2] as const);
  const spaces = boxes.flatMap((box) => {
    const beside = boxes.filter(
      (other) => other[start] >= box[end] && other[low] < box[high] && other[high] > box[low],
    );
    const space = Math.min(...beside.map((other) => other[start] - box[end]));
    return space <= LATTICE_SETTINGS.space * em ? [space] : [];
  });
  return spaces.sort((a, b) => a - b)[spaces.length >> 1] ?? 0;
}

function sidesOf([x0, y0, x1, y1]: Box): Ruling[] {
  const drawn = { thickness: 0, kind: 'stroke' } as const;
  return [
    { axis: 'horizontal', at: y0, from: x0, to: x1, ...drawn },
    { axis: 'horizontal', at: y1, from: x0, to: x1, ...drawn },
    { axis: 'vertical', at: x0, from: y0, to: y1, ...drawn },
    { axis: 'vertical', at: x1, from: y0, to: y1, ...drawn },
  ];
}

function lowest(rulings: readonly Ruling[]): number {
  return rulings.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
}

function highest(rulings: readonly Ruling[]): number {
  return rulings.reduce((most, { at }) => Math.max(most, at), Number.NEGATIVE_INFINITY);
}
