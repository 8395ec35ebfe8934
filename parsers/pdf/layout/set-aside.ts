import type { Glyph, PageContent, PlacedImage } from '../page/page-content.ts';
import { indexAreas, isCoveredAt } from '../rulings/cover-index.ts';
import { type Area, boxOf, type Ink } from '../rulings/ink.ts';
import { type Aside, holds, isIgnored, type Mark, markOf, meet, quarterOf } from './mark.ts';
import { LAYOUT } from './settings.ts';

/** What a page shows as text, and what of its text it does not show. */
export interface Sorted {
  readonly kept: readonly Mark[];
  readonly aside: readonly Aside[];
  /** Those of the kept marks over which a picture was painted. */
  readonly under: ReadonlyMap<Mark, PlacedImage>;
}

type Why = Aside['code'] | undefined;

/** Sets aside what is not painted, clipped, covered, of the colour of its ground, slanted, or a watermark. */
export function setAside(page: PageContent, em: number, ink: Ink | null): Sorted {
  const cover = coverOf(page, em, ink);
  const pictureOver = picturesOf(page);
  const kept: Mark[] = [];
  const aside: Aside[] = [];
  const under = new Map<Mark, PlacedImage>();
  for (const glyph of page.glyphs) {
    if (isIgnored(glyph)) continue;
    const quarter = quarterOf(glyph);
    const mark = markOf(glyph, quarter ?? 0);
    const why = hiddenBy(mark, page) ?? (quarter === undefined || isWatermark(glyph, em) ? 'turned-text' : cover(mark));
    if (why && !mark.isSpace) aside.push({ mark, code: why });
    if (why) continue;
    kept.push(mark);
    const picture = pictureOver(mark);
    if (picture) under.set(mark, picture);
  }
  return { kept, aside, under };
}

function hiddenBy({ glyph, x, y }: Mark, { width, height }: PageContent): Why {
  if (glyph.invisible || glyph.paint.alpha <= 0 || glyph.size <= 0) return 'invisible-text';
  const shows = holds(glyph.clip, x, y) && holds([0, 0, width, height], x, y);
  return shows ? undefined : 'clipped-text';
}

/**
 * The last picture that was painted over a mark. A seal leaves the text under it to be read, another picture hides it.
 */
function picturesOf({ images, width, height }: PageContent): (mark: Mark) => PlacedImage | undefined {
  const byArea = new Map<Area, PlacedImage>();
  for (const image of images) {
    byArea.set({ box: meet(image.box, image.clip), colour: null, opaque: false, order: image.order }, image);
  }
  const index = indexAreas([...byArea.keys()], width, height);
  return ({ glyph, x, y, isSpace }) => {
    if (isSpace || images.length === 0) return undefined;
    // A page that takes too long to tell is not relied on.
    if (index.steps() > LAYOUT.coverSteps) return images.at(-1);
    let last: Area | undefined;
    for (const area of index.near([x, y, x, y])) {
      if (area.order > (last?.order ?? glyph.order) && holds(area.box, x, y)) last = area;
    }
    return last && byArea.get(last);
  };
}

/** Tells whether something was painted over a mark, or what is under it hides it. */
function coverOf(page: PageContent, em: number, ink: Ink | null): (mark: Mark) => Why {
  const pictures = page.images.map(
    ({ box, clip, order }): Area => ({ box: meet(box, clip), colour: null, opaque: false, order }),
  );
  const painted = ink ? [...ink.areas, ...bandsOf(ink, em)] : [];
  const index = indexAreas([...painted, ...pictures], page.width, page.height);
  return ({ glyph, x, y, isSpace }) => {
    if (isSpace) return undefined;
    // A page that takes too long to tell is not relied on.
    if (index.steps() > LAYOUT.coverSteps) return 'covered-text';
    const near = index.near([x, y, x, y]);
    if (isCoveredAt(near, x, y, glyph.order)) return 'covered-text';
    return isOfGround(glyph, groundAt(near, x, y, glyph.order)) ? 'white-text' : undefined;
  };
}

/** Lines as thick as text of a table that is set much smaller than the page: the ground of its rows, or paint over them. */
const bandsOf = ({ bars }: Ink, em: number): Area[] =>
  bars
    .filter(({ thickness }) => thickness >= LAYOUT.leastGround * em)
    .map((bar) => ({
      box: boxOf(bar),
      colour: bar.colour,
      opaque: bar.opaque && bar.thickness >= LAYOUT.leastCover * em,
      order: bar.order,
    }));

/** The colour under a place when something is painted there; nothing where a pattern or picture lies. */
function groundAt(areas: readonly Area[], x: number, y: number, order: number): number | null {
  let top: Area | undefined;
  for (const area of areas) {
    if (area.order < order && holds(area.box, x, y) && (!top || area.order > top.order)) top = area;
  }
  return top ? top.colour : 0xffffff;
}

function isOfGround({ paint }: Glyph, ground: number | null): boolean {
  const { rgb, alpha } = paint;
  if (rgb === null || ground === null) return false;
  const differs = (shift: number) => Math.abs(((rgb >> shift) & 255) - ((ground >> shift) & 255)) * alpha;
  return [16, 8, 0].every((shift) => differs(shift) <= LAYOUT.sameColour);
}

function isWatermark({ size, paint }: Glyph, em: number): boolean {
  if (size < LAYOUT.watermarkSize * em) return false;
  const lightness = lightnessOf(paint.rgb ?? 0);
  const isLight = lightness >= LAYOUT.watermarkLightness && lightness < LAYOUT.white;
  return paint.alpha <= LAYOUT.watermarkAlpha || isLight;
}

/** Luma by ITU-R BT.601. */
const lightnessOf = (rgb: number): number =>
  (((rgb >> 16) & 255) * 0.299 + ((rgb >> 8) & 255) * 0.587 + (rgb & 255) * 0.114) / 255;
