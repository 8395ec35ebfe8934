import type { Box } from '../../document/document.ts';
import { type Aside, isFullWidth, type Mark } from './mark.ts';
import { LAYOUT } from './settings.ts';

/** Marks told apart by what they share their place with. */
export interface Overprints {
  /** Each once. */
  readonly marks: readonly Mark[];
  /** Drawn a second time, as fake bold and shadows are. */
  readonly again: readonly Aside[];
  /** Of those that are left, the ones printed over one another: what they say cannot be told. */
  readonly unreadable: ReadonlySet<Mark>;
}

/** Finds text that is drawn twice and text printed over other text. Looks at the neighbours of each mark only. */
export function findOverprints(all: readonly Mark[], em: number): Overprints {
  const squares = new Map<number, Mark[]>();
  const marks: Mark[] = [];
  const again: Aside[] = [];
  const unreadable = new Set<Mark>();
  const side = em * LAYOUT.square;
  for (const mark of all) {
    if (mark.isSpace) {
      marks.push(mark);
      continue;
    }
    const near = neighbours(mark, squares, side);
    if (near.some((other) => isSame(mark, other))) {
      again.push({ mark, code: 'text-drawn-twice' });
      continue;
    }
    marks.push(mark);
    for (const other of near) if (isOver(mark, other)) unreadable.add(mark).add(other);
    const key = keyOf(Math.floor(mark.x / side), Math.floor(mark.y / side));
    const square = squares.get(key);
    if (!square) squares.set(key, [mark]);
    else if (square.length < LAYOUT.mostInSquare) square.push(mark);
    else unreadable.add(mark);
  }
  return { marks, again, unreadable };
}

const ROWS = 2 ** 26;

/** A number for each square: rows and columns are within 2 ** 25 of the page's corner, or their text is set aside. */
const keyOf = (column: number, row: number): number => column * ROWS + row;

function neighbours({ x, y }: Mark, squares: ReadonlyMap<number, readonly Mark[]>, side: number): Mark[] {
  const column = Math.floor(x / side);
  const row = Math.floor(y / side);
  const near: Mark[] = [];
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      const square = squares.get(keyOf(column + dx, row + dy));
      if (square) for (const mark of square) near.push(mark);
    }
  }
  return near;
}

function isSame(a: Mark, b: Mark): boolean {
  const most = LAYOUT.drawnTwice * a.glyph.size;
  return a.text === b.text && a.text !== '\uFFFD' && Math.abs(a.x - b.x) <= most && Math.abs(a.y - b.y) <= most;
}

/** Full-width punctuation is ink on half of its box, and set so that the other half is shared. */
const isPunctuation = ({ text }: Mark) => /^[\p{P}\p{S}]$/u.test(text) && (isFullWidth(text) || text >= '\u2010');

function inkOf({ box: [x0, y0, x1, y1], text, glyph, quarter }: Mark): Box {
  if (quarter !== 0 || glyph.vertical) return [x0, y0, x1, y1];
  const width = isFullWidth(text) ? x1 - x0 : Math.min(x1 - x0, LAYOUT.widestNarrow * glyph.size);
  return [x0, glyph.y - LAYOUT.inkHeight * glyph.size, x0 + width, glyph.y];
}

function isOver(mark: Mark, other: Mark): boolean {
  return !isPunctuation(mark) && !isPunctuation(other) && overlap(inkOf(mark), inkOf(other));
}

function overlap(a: Box, b: Box): boolean {
  const shares = (low: 0 | 1) => {
    const shared = Math.min(a[low + 2] ?? 0, b[low + 2] ?? 0) - Math.max(a[low], b[low]);
    const least = Math.min((a[low + 2] ?? 0) - a[low], (b[low + 2] ?? 0) - b[low]);
    return least > 0 && shared >= LAYOUT.overprinted * least;
  };
  return shares(0) && shares(1);
}
