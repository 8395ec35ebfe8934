import type { Ruling } from './ruling.ts';
import { RULING_SETTINGS } from './settings.ts';

/** A visible piece of a line. A dot counts only as one of a series. */
export interface Piece {
  readonly axis: Ruling['axis'];
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  readonly kind: Ruling['kind'];
  readonly dot: boolean;
}

/**
 * Joins pieces on one line: those that meet or nearly meet, and series of dashes or dots. `pieces` are of one axis, and
 * all edges of fills or none. Costs a sorting.
 */
export function mergePieces(pieces: readonly Piece[], em: number): Ruling[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at);
  const rulings: Ruling[] = [];
  for (let start = 0; start < sorted.length; ) {
    const isEdge = sorted[start]?.kind === 'edge-of-fill';
    const limit = (sorted[start]?.at ?? 0) + em * (isEdge ? RULING_SETTINGS.sameEdge : RULING_SETTINGS.sameLine);
    let end = start;
    while ((sorted[end]?.at ?? Number.POSITIVE_INFINITY) <= limit) end++;
    const line = touching(
      sorted.slice(start, end).sort((a, b) => a.from - b.from),
      em,
    );
    for (const ruling of bridged(withSeries(line, em), em)) rulings.push(ruling);
    start = Math.max(end, start + 1);
  }
  return rulings;
}

/** Pieces that overlap or meet, as one. What meets on paper may be parted by a rounding of its numbers. */
function touching(pieces: readonly Piece[], em: number): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && piece.from <= last.to + RULING_SETTINGS.meets * em)
      joined[joined.length - 1] = join(last, piece, last.kind);
    else joined.push(piece);
  }
  return joined;
}

/** Makes each series of dashes or dots one piece, and leaves out dots that belong to none. */
function withSeries(pieces: readonly Piece[], em: number): Piece[] {
  const result: Piece[] = [];
  for (let start = 0; start < pieces.length; ) {
    const end = endOfSeries(pieces, start, em);
    const series = pieces.slice(start, end);
    const [first] = series;
    if (first && series.length >= (series.every(({ dot }) => dot) ? RULING_SETTINGS.dots : RULING_SETTINGS.dashes)) {
      result.push(series.reduce((all, piece) => join(all, piece, dashKind(first)), { ...first, dot: false }));
    } else for (const piece of series) if (!piece.dot) result.push(piece);
    start = end;
  }
  return result;
}

function dashKind(piece: Piece): Piece['kind'] {
  return piece.kind === 'edge-of-fill' ? piece.kind : 'dashes';
}

function endOfSeries(pieces: readonly Piece[], start: number, em: number): number {
  let end = start + 1;
  for (; end < pieces.length; end++) {
    const [before, piece] = [pieces[end - 1], pieces[end]];
    if (!before || !piece || !follows(before, piece, em)) break;
  }
  return end;
}

function follows(before: Piece, piece: Piece, em: number): boolean {
  const longest = Math.max(before.to - before.from, piece.to - piece.from);
  const gap = piece.from - before.to;
  const widest = Math.max(RULING_SETTINGS.dotGap * em, longest * RULING_SETTINGS.dashGapOfDash);
  return longest <= RULING_SETTINGS.dashLength * em && gap <= Math.min(widest, RULING_SETTINGS.dashGap * em);
}

/** Closes small gaps. */
function bridged(pieces: readonly Piece[], em: number): Ruling[] {
  const lines: Piece[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last && piece.from - last.to <= RULING_SETTINGS.gap * em)
      lines[lines.length - 1] = join(last, piece, last.kind);
    else lines.push(piece);
  }
  return lines.map(({ axis, at, from, to, thickness, kind }) => ({ axis, at, from, to, thickness, kind }));
}

/** One piece over the extent of both, where the longer one lies. */
function join(a: Piece, b: Piece, kind: Piece['kind']): Piece {
  const [long, short] = [a.to - a.from, b.to - b.from];
  const share = long + short > 0 ? long / (long + short) : 0.5;
  return {
    ...a,
    at: a.at * share + b.at * (1 - share),
    to: Math.max(a.to, b.to),
    thickness: a.thickness * share + b.thickness * (1 - share),
    dot: a.dot && b.dot,
    kind,
  };
}
