import { findLattices } from '../lattice/find-lattices.ts';
import type { Lattice } from '../lattice/lattice.ts';
import type { Glyph, PageContent, PlacedImage } from '../page/page-content.ts';
import { findRulings } from '../rulings/find-rulings.ts';
import { type Drawing, readDrawing } from '../rulings/read-drawing.ts';
import { findOverprints } from './find-overprints.ts';
import { type Aside, holds, type Mark, middleOf } from './mark.ts';
import { setAside } from './set-aside.ts';
import { LAYOUT } from './settings.ts';
import { type TurnedPage, turnPage } from './turn-page.ts';

/** A page with its tables and the text that it shows, turned so that its text stands upright. */
export interface PreparedPage extends TurnedPage {
  /** Size of most of its text. */
  readonly em: number;
  readonly lattices: readonly Lattice[];
  readonly marks: readonly Mark[];
  readonly aside: readonly Aside[];
  readonly unreadable: ReadonlySet<Mark>;
  /** Marks with a line through them: deleted, and still to be seen. */
  readonly struck: ReadonlySet<Mark>;
  /** Marks over which a picture was painted. */
  readonly under: ReadonlyMap<Mark, PlacedImage>;
}

/** First step for a page: what stands on it, not yet in which order. */
export function preparePage(content: PageContent): PreparedPage {
  const turned = turnPage(content);
  const { page } = turned;
  const em = middleOf(page.glyphs.filter(({ text }) => text.trim() !== '').map(({ size }) => size)) ?? emOfEmpty(page);
  const drawing = readDrawing(page, em);
  const { kept, aside, under } = setAside(page, em, drawing.ink);
  const { marks, again, unreadable } = findOverprints(kept, em);
  const { lattices, struck } = tablesOf(page, marks, em, drawing);
  return {
    ...turned,
    em,
    lattices,
    marks,
    aside: [...aside, ...again],
    unreadable,
    struck: new Set(marks.filter(({ glyph }) => struck.has(glyph))),
    under,
  };
}

const emOfEmpty = ({ height }: PageContent) => height / LAYOUT.linesOfPage;

interface Tables {
  readonly lattices: readonly Lattice[];
  readonly struck: ReadonlySet<Glyph>;
}

/** Tables are often set smaller than the prose: they are looked for once more in the em of their own text. */
function tablesOf(page: PageContent, marks: readonly Mark[], em: number, drawing: Drawing): Tables {
  const { struck } = drawing.decorations;
  const lattices = em > 0 ? findLattices(findRulings(page, em, drawing), em) : [];
  const own = ownEm(lattices, marks, em);
  if (own === em) return { lattices, struck };
  const closer = readDrawing(page, own);
  return { lattices: findLattices(findRulings(page, own, closer), own), struck: closer.decorations.struck };
}

/** Size of most of the text in tables, where it differs from that of the page and there is enough of it. */
function ownEm(lattices: readonly Lattice[], marks: readonly Mark[], em: number): number {
  const boxes = lattices.filter(({ inside }) => inside === null).map(({ box }) => box);
  const sizes = marks
    .filter(({ x, y, isSpace }) => !isSpace && boxes.some((box) => holds(box, x, y)))
    .map(({ glyph }) => glyph.size);
  const own = middleOf(sizes);
  if (own === undefined || sizes.length < LAYOUT.leastTableCharacters) return em;
  return Math.abs(own - em) <= LAYOUT.sameSize * em ? em : own;
}
