import type { Box, Page } from '../document/document.ts';
import { turnOf } from '../tables/aligned/flow.ts';
import { type AnyFigureNote, type Figure, type Figures, isDoubt } from './figure.ts';

/**
 * Gives figures that were not found between the rulings the value that the lines of text have for them, where these are
 * sure of it. Such a figure carries the doubt of its reading, so that nobody takes it for certain.
 * @param byLines the same figures read from text alone
 * @param pages where the lines end: what stands at the foot of a page may go on on the next
 */
export function completeFigures(figures: Figures, byLines: Figures, pages: readonly Page[]): Figures {
  const feet = new Map(pages.map((page) => [page.page, footOf(page)]));
  const completed: Record<string, Figure> = { ...figures };
  for (const [id, figure] of Object.entries(figures)) {
    const other = byLines[id as keyof Figures];
    if (other && isLacking(figure) && isSure(other) && !isAtFoot(other, feet)) completed[id] = other;
  }
  return completed;
}

/** Where the last line of a page stands, and how the page is turned upright. */
interface Foot {
  readonly turn: (box: Box) => Box;
  readonly y: number;
}

function footOf(page: Page): Foot {
  const turn = turnOf(page);
  const ends = page.lines.flatMap(({ words }) => words.map(({ box }) => turn(box)[3]));
  return { turn, y: ends.reduce((lowest, end) => Math.max(lowest, end), Number.NEGATIVE_INFINITY) };
}

/** Whether a figure stands on the last line of its page, or the one before. */
function isAtFoot({ where }: Figure, feet: ReadonlyMap<number, Foot>): boolean {
  if (!where || !('page' in where)) return true;
  return where.boxes.some((box, at) => {
    const foot = feet.get(where.page + at);
    if (!foot) return true;
    const [, y0, , y1] = foot.turn(box);
    return y1 + LINES_AT_FOOT * (y1 - y0) >= foot.y;
  });
}

const LINES_AT_FOOT = 1.5;

/** Not found, or found and not readable; but not where the document has two values for it. */
const isLacking = ({ state, notes }: Figure) =>
  (state === 'missing' || state === 'unreadable') && !notes.includes('found-twice' satisfies AnyFigureNote);

const READ_BY_LINES = 'aligned-without-rulings' satisfies AnyFigureNote;

/** Whether nothing but its being read by lines makes a figure doubtful. */
export function isSure({ state, notes }: Figure): boolean {
  if (state === 'missing' || state === 'unreadable') return false;
  return notes.every((note) => note === READ_BY_LINES || !isDoubt(note));
}
