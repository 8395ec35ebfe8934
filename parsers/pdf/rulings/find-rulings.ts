import type { PageContent } from '../page/page-content.ts';
import { indexAreas } from './cover-index.ts';
import { edgesOf } from './fill-edges.ts';
import { type Area, type Bar, boxOf, type Ink } from './ink.ts';
import { mergePieces, type Piece } from './merge-pieces.ts';
import { type Drawing, readDrawing } from './read-drawing.ts';
import type { Ruling } from './ruling.ts';
import { RULING_SETTINGS } from './settings.ts';
import { isSameColour, visibleParts } from './visible-bars.ts';

/**
 * The visible rulings of a page; `em` is the size of its text in points. What is painted over, clipped, transparent or
 * of the colour of its surroundings is left out. None for a page that draws more than is safe to look at: such a page
 * is a picture. Never throws.
 */
export function findRulings(page: PageContent, em: number, drawing = readDrawing(page, em)): readonly Ruling[] {
  const pieces = visiblePieces(drawing, page, em);
  if (!pieces) return [];
  const rulings = (['horizontal', 'vertical'] as const).flatMap((axis) => {
    const own = pieces.filter((piece) => piece.axis === axis);
    return [
      ...mergePieces(own.filter(isDrawn), em),
      ...mergePieces(
        own.filter((piece) => !isDrawn(piece)),
        em,
      ),
    ];
  });
  return longest(rulings.filter(({ from, to }) => to - from >= RULING_SETTINGS.shortest * em));
}

function isDrawn({ kind }: Piece): boolean {
  return kind !== 'edge-of-fill';
}

/** What shows of the ink of a page; nothing when finding that out costs too much. */
function visiblePieces({ ink, decorations }: Drawing, page: PageContent, em: number): Piece[] | null {
  if (!ink) return null;
  const index = indexAreas([...ink.areas, ...whiteLines(ink)], page.width, page.height);
  let spent = 0;
  const spend = (steps: number) => {
    spent += steps;
    return spent + index.steps() <= RULING_SETTINGS.steps;
  };
  const pieces: Piece[] = [];
  const add = (bars: readonly Bar[], dot: boolean) => {
    for (const bar of bars) {
      if (!spend(1)) return;
      for (const part of visibleParts(bar, index, em, spend)) pieces.push({ ...part, dot });
    }
  };
  add(
    ink.bars.filter((bar) => !decorations.underlines.has(bar)),
    false,
  );
  add(ink.dots, true);
  for (const area of ink.areas) {
    if (!spend(1)) break;
    for (const edge of edgesOf(area, { index, em, page }, spend)) {
      pieces.push({ ...edge, thickness: 0, kind: 'edge-of-fill', dot: false });
    }
  }
  return spend(0) ? pieces : null;
}

/** Lines of the colour of the paper: they hide lines under them. */
function whiteLines(ink: Ink): Area[] {
  return ink.bars
    .filter(({ colour, opaque }) => opaque && isSameColour(colour, 0xffffff))
    .map((bar) => ({ box: boxOf(bar), colour: bar.colour, opaque: true, order: bar.order }));
}

function longest(rulings: readonly Ruling[]): readonly Ruling[] {
  if (rulings.length <= RULING_SETTINGS.rulings) return rulings;
  return [...rulings].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, RULING_SETTINGS.rulings);
}
