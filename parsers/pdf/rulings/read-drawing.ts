import type { PageContent } from '../page/page-content.ts';
import { collectInk } from './collect-ink.ts';
import type { Ink } from './ink.ts';
import { type Decorations, findDecorations } from './text-decorations.ts';

/** What the paths of a page draw, taken apart once for all who look at it. */
export interface Drawing {
  /** Nothing for a page that draws more than is safe to look at. */
  readonly ink: Ink | null;
  readonly decorations: Decorations;
}

const UNDECORATED: Decorations = { underlines: new Set(), struck: new Set() };

/** Takes the paths of a page apart; `em` is the size of its text in points. */
export function readDrawing(page: PageContent, em: number): Drawing {
  const ink = em > 0 ? collectInk(page, em) : null;
  return { ink, decorations: ink ? findDecorations(ink.bars, page.glyphs, em) : UNDECORATED };
}
