import type { Box } from '../../document/document.ts';
import type { Lattice } from './lattice.ts';

/** Puts lattices in reading order, each with the smallest one that holds it in a cell. Few of them: compares all. */
export function nestLattices(lattices: readonly Omit<Lattice, 'inside'>[]): Lattice[] {
  const ordered = [...lattices].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  return ordered.map((lattice) => {
    let inside: number | null = null;
    ordered.forEach((other, i) => {
      const smaller = inside === null || areaOf(other.box) < areaOf(ordered[inside]?.box ?? other.box);
      if (other !== lattice && smaller && holdsInCell(other, lattice.box)) inside = i;
    });
    return { ...lattice, inside };
  });
}

function holdsInCell({ box, cells }: Omit<Lattice, 'inside'>, inner: Box): boolean {
  return contains(box, inner) && cells.some((cell) => contains(cell.box, inner));
}

function contains(outer: Box, inner: Box): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}
