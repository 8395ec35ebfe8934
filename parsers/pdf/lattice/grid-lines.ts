import type { Ruling } from '../rulings/ruling.ts';
import { LATTICE_SETTINGS } from './settings.ts';

/** A line of a grid: parallel rulings so near to one another that they are one. */
export interface GridLine {
  readonly at: number;
  /** What is drawn of it, in order and without overlaps: from, to. */
  readonly drawn: readonly (readonly [number, number])[];
  /** What parts cells, but is no line that a reader would swear to: open sides, boundaries of two colours. */
  readonly assumed: readonly (readonly [number, number])[];
}

/**
 * Gathers parallel rulings into grid lines, in order. `rulings` have one axis. A boundary of two colours inside the table
 * is only assumed: cells of one colour may meet beside it with nothing between them. Two boundaries are a gap, and
 * that goes all round each cell.
 */
export function gridLines(rulings: readonly Ruling[], oneLine: number, em: number): GridLine[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const lines: GridLine[] = [];
  for (let start = 0; start < sorted.length; ) {
    const end = endOfLine(sorted, start, oneLine);
    const members = sorted.slice(start, end);
    const spans = spansOf(members);
    const isOuter = start === 0 || end === sorted.length;
    const sure = isOuter || isDrawn(members) || spreadOf(members) >= LATTICE_SETTINGS.gap * em;
    lines.push({ at: middleOf(members), drawn: sure ? spans : [], assumed: sure ? [] : spans });
    start = end;
  }
  return lines;
}

/** Adds to grid lines, as assumed, what is along them of rulings that make no line of their own. */
export function withSupport(lines: readonly GridLine[], support: readonly Ruling[], oneLine: number): GridLine[] {
  if (support.length === 0) return [...lines];
  const members: { from: number; to: number }[][] = lines.map(({ assumed }) => asPieces(assumed));
  for (const ruling of support) {
    const nearest = nearestLine(lines, ruling.at);
    const line = lines[nearest];
    if (line && Math.abs(line.at - ruling.at) <= oneLine) members[nearest]?.push(ruling);
  }
  return lines.map((line, i) => ({ ...line, assumed: spansOf([...asPieces(line.drawn), ...(members[i] ?? [])]) }));
}

function asPieces(spans: readonly (readonly [number, number])[]): { from: number; to: number }[] {
  return spans.map(([from, to]) => ({ from, to }));
}

function isDrawn(members: readonly Ruling[]): boolean {
  return members.some(({ kind }) => kind !== 'edge-of-fill');
}

function spreadOf(members: readonly Ruling[]): number {
  return (members.at(-1)?.at ?? 0) - (members[0]?.at ?? 0);
}

function endOfLine(sorted: readonly Ruling[], start: number, oneLine: number): number {
  const limit = (sorted[start]?.at ?? 0) + oneLine;
  let end = start + 1;
  while ((sorted[end]?.at ?? Number.POSITIVE_INFINITY) <= limit) end++;
  return end;
}

/** Halfway between the outermost: between the two of a double line. */
function middleOf(members: readonly Ruling[]): number {
  return ((members[0]?.at ?? 0) + (members.at(-1)?.at ?? 0)) / 2;
}

function spansOf(members: readonly { from: number; to: number }[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const { from, to } of [...members].sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else spans.push([from, to]);
  }
  return spans;
}

function nearestLine(lines: readonly GridLine[], at: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [lines[low - 1], lines[low]];
  return before && after && at - before.at < after.at - at ? low - 1 : low;
}
