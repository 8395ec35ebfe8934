import { findLattices } from '../lattice/find-lattices.ts';
import type { Lattice } from '../lattice/lattice.ts';
import type { PageContent, PlacedImage } from '../page/page-content.ts';
import { findRulings } from '../rulings/find-rulings.ts';
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
  /** Marks over which a picture was painted. */
  readonly under: ReadonlyMap<Mark, PlacedImage>;
}

/** First step for a page: what stands on it, not yet in which order. */
export function preparePage(content: PageContent): PreparedPage {
  const turned = turnPage(content);
  const { page } = turned;
  const em = middleOf(page.glyphs.filter(({ text }) => text.trim() !== '').map(({ size }) => size)) ?? emOfEmpty(page);
  const { kept, aside, under } = setAside(page, em);
  const { marks, again, unreadable } = findOverprints(kept, em);
  return {
    ...turned,
    em,
    lattices: latticesOf(page, marks, em),
    marks,
    aside: [...aside, ...again],
    unreadable,
    under,
  };
}

const emOfEmpty = ({ height }: PageContent) => height / LAYOUT.linesOfPage;

/** Tables are often set smaller than the prose: they are looked for once more in the em of their own text. */
function latticesOf(page: PageContent, marks: readonly Mark[], em: number): readonly Lattice[] {
  if (!(em > 0)) return [];
  const lattices = findLattices(findRulings(page, em), em);
  const boxes = lattices.filter(({ inside }) => inside === null).map(({ box }) => box);
  const sizes = marks
    .filter(({ x, y, isSpace }) => !isSpace && boxes.some((box) => holds(box, x, y)))
    .map(({ glyph }) => glyph.size);
  const own = middleOf(sizes);
  if (own === undefined || sizes.length < LAYOUT.leastTableCharacters) return lattices;
  if (Math.abs(own - em) <= LAYOUT.sameSize * em) return lattices;
  return findLattices(findRulings(page, own), own);
}
