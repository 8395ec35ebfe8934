import type { PlacedCell } from './layout.ts';
import { show } from './pen.ts';

/** A straight border, x0 ≤ x1 and y0 ≤ y1, one of them equal. */
export interface Edge {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const isLevel = ({ y0, y1 }: Edge): boolean => y0 === y1;

function sidesOf({ x0, y0, x1, y1 }: PlacedCell): Edge[] {
  return [
    { x0, y0, x1, y1: y0 },
    { x0, y0: y1, x1, y1 },
    { x0, y0, x1: x0, y1 },
    { x0: x1, y0, x1, y1 },
  ];
}

/** Each side once. */
export function edgesOf(cells: readonly PlacedCell[]): Edge[] {
  const byPlace = new Map(cells.flatMap(sidesOf).map((edge) => [Object.values(edge).map(show).join(), edge]));
  return [...byPlace.values()];
}

/** Sides that touch, joined to lines over the whole table. */
export function linesOf(cells: readonly PlacedCell[]): Edge[] {
  const lines: Edge[] = [];
  const sorted = edgesOf(cells).sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0);
  for (const edge of sorted) {
    const at = lines.findIndex((line) => isLevel(line) === isLevel(edge) && touches(line, edge));
    const line = lines[at];
    if (line) lines[at] = { ...line, x1: Math.max(line.x1, edge.x1), y1: Math.max(line.y1, edge.y1) };
    else lines.push(edge);
  }
  return lines;
}

const touches = (line: Edge, edge: Edge): boolean =>
  isLevel(line)
    ? show(line.y0) === show(edge.y0) && edge.x0 <= line.x1 + 0.01
    : show(line.x0) === show(edge.x0) && edge.y0 <= line.y1 + 0.01 && edge.y1 >= line.y0;
