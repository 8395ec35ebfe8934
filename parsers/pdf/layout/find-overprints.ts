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

function inkOf({ box, text, glyph, quarter }: Mark): Box {
  if (quarter !== 0 || glyph.vertical) return box;
  const full = box[2] - box[0];
  const width = isFullWidth(text) ? full : Math.min(full, LAYOUT.widestNarrow * glyph.size);
  return [box[0], glyph.y - LAYOUT.inkHeight * glyph.size, box[0] + width, glyph.y];
}

function isOver(mark: Mark, other: Mark): boolean {
  return overlap(inkOf(mark), inkOf(other)) && !isPunctuation(mark) && !isPunctuation(other);
}

const overlap = (a: Box, b: Box): boolean => shares(a[0], a[2], b[0], b[2]) && shares(a[1], a[3], b[1], b[3]);

/** Whether two stretches lie over one another by enough of the shorter one. */
function shares(from: number, to: number, otherFrom: number, otherTo: number): boolean {
  const shared = Math.min(to, otherTo) - Math.max(from, otherFrom);
  const least = Math.min(to - from, otherTo - otherFrom);
  return least > 0 && shared >= LAYOUT.overprinted * least;
}
