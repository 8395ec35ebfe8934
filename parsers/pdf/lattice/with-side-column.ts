import type { Box } from '../../document/document.ts';
import type { Ruling } from '../rulings/ruling.ts';
import type { Lattice, LatticeCell } from './lattice.ts';
import { LATTICE_SETTINGS } from './settings.ts';

type Built = Omit<Lattice, 'inside'>;

/**
 * The lattices, each with the column beside it that no ruling crosses: a merged label that a page break cuts above and
 * below leaves nothing of its cell but a line down the side of the table, as high as that.
 */
export function withSideColumns(lattices: readonly Built[], rulings: readonly Ruling[], em: number): Built[] {
  const lone = rulings.filter(({ axis, kind, at, from, to }) => {
    if (axis !== 'vertical' || kind === 'edge-of-fill') return false;
    return !lattices.some(({ box }) => at >= box[0] - em && at <= box[2] + em && from < box[3] && to > box[1]);
  });
  if (lone.length === 0 || lone.length * lattices.length > LATTICE_SETTINGS.loneLines) return [...lattices];
  return lattices.map((lattice) => {
    const beside = lone.filter((ruling) => runsBeside(ruling, lattice.box, em));
    const [only, ...others] = beside;
    return only && others.length === 0 ? addColumn(lattice, only.at) : lattice;
  });
}

function runsBeside({ at, from, to }: Ruling, [x0, y0, x1, y1]: Box, em: number): boolean {
  const reach = LATTICE_SETTINGS.sideReach * em;
  const isAsHigh = Math.abs(from - y0) <= reach && Math.abs(to - y1) <= reach;
  const distance = Math.max(x0 - at, at - x1);
  return isAsHigh && distance <= LATTICE_SETTINGS.sideShare * (x1 - x0);
}

function addColumn({ box: [x0, y0, x1, y1], xs, ys, cells }: Built, at: number): Built {
  const isBefore = at < x0;
  const side: LatticeCell = {
    row: 0,
    column: isBefore ? 0 : xs.length - 1,
    rowSpan: ys.length - 1,
    columnSpan: 1,
    box: isBefore ? [at, y0, x0, y1] : [x1, y0, at, y1],
    rectangular: true,
    bordered: false,
  };
  const moved = isBefore ? cells.map((cell) => ({ ...cell, column: cell.column + 1 })) : cells;
  return {
    box: isBefore ? [at, y0, x1, y1] : [x0, y0, at, y1],
    xs: isBefore ? [at, ...xs] : [...xs, at],
    ys,
    cells: [...moved, side].sort((a, b) => a.row - b.row || a.column - b.column),
  };
}
