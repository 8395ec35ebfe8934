import type { Glyph, PageContent, PaintedPath, PlacedImage } from '../../../parsers/pdf/page/page-content.ts';

/** pdf.js keeps coordinates in single precision. */
const POINTS = 0.01;
/** Where fonts are concerned: pdf.js rounds some widths to whole thousandths of an em. */
const WIDTH_POINTS = 0.05;
const ALPHA = 0.002;
/** More of them say nothing more. */
const MOST_TOLD = 20;

/**
 * Where two engines differ on what the pages of a file draw, in words; empty when they agree. What is painted, where
 * and in which order is compared, glyph by glyph and path by path; colours of other spaces than RGB and grey are
 * converted differently, and are compared only roughly.
 */
export function disagreements(ours: readonly PageContent[], theirs: readonly PageContent[]): string[] {
  if (ours.length !== theirs.length) return [`${ours.length} pages and ${theirs.length}`];
  return ours
    .flatMap((page, index) =>
      pageDisagreements(page, theirs[index] as PageContent).map((what) => `page ${index + 1}: ${what}`),
    )
    .slice(0, MOST_TOLD);
}

function pageDisagreements(ours: PageContent, theirs: PageContent): string[] {
  return [
    ...(near([ours.width, ours.height], [theirs.width, theirs.height]) ? [] : ['another size']),
    ...pairwise('glyph', ours.glyphs, theirs.glyphs, glyphDiffers),
    ...pairwise('path', ours.paths, theirs.paths, pathDiffers),
    ...pairwise('image', ours.images, theirs.images, imageDiffers),
    ...(sameOrder(ours, theirs) ? [] : ['another order of painting']),
  ];
}

function pairwise<T>(
  what: string,
  ours: readonly T[],
  theirs: readonly T[],
  differs: (one: T, other: T) => string | undefined,
): string[] {
  const count = ours.length === theirs.length ? [] : [`${ours.length} of ${what} and ${theirs.length}`];
  const each = ours.slice(0, theirs.length).flatMap((one, index) => {
    const other = theirs[index] as T;
    const difference = differs(one, other);
    return difference ? [`${what} ${index} ${difference}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`] : [];
  });
  return [...count, ...each];
}

function glyphDiffers(one: Glyph, other: Glyph): string | undefined {
  if (one.text !== other.text) return 'text';
  if (!near([one.x, one.y], [other.x, other.y], WIDTH_POINTS)) return 'place';
  if (!near([one.dx, one.dy], [other.dx, other.dy], WIDTH_POINTS)) return 'extent';
  if (!near([one.upX, one.upY, one.size], [other.upX, other.upY, other.size])) return 'direction or size';
  if (one.vertical !== other.vertical || one.font !== other.font || one.run !== other.run) return 'font or run';
  if (one.invisible !== other.invisible || !samePaint(one.paint, other.paint)) return 'paint';
  return near(one.clip, other.clip) ? undefined : 'clip';
}

function pathDiffers(one: PaintedPath, other: PaintedPath): string | undefined {
  const shapes =
    one.subpaths.length === other.subpaths.length &&
    one.subpaths.every((subpath, index) => {
      const its = other.subpaths[index];
      return its && subpath.closed === its.closed && subpath.curved === its.curved && near(subpath.points, its.points);
    });
  if (!shapes) return 'shape';
  if (!samePaint(one.fill, other.fill) || !samePaint(one.stroke, other.stroke)) return 'paint';
  if (one.evenOdd !== other.evenOdd || one.stroke?.dashed !== other.stroke?.dashed) return 'rule or dashes';
  if (!near([one.stroke?.width ?? 0], [other.stroke?.width ?? 0])) return 'line width';
  return near(one.clip, other.clip) ? undefined : 'clip';
}

function imageDiffers(one: PlacedImage, other: PlacedImage): string | undefined {
  return near(one.box, other.box) && near(one.clip, other.clip) ? undefined : 'place';
}

interface Painted {
  readonly rgb: number | null;
  readonly alpha: number;
}

/** White differs from grey, and red from black; how CMYK becomes RGB is a matter of taste. */
function samePaint(one: Painted | null, other: Painted | null): boolean {
  if (one === null || other === null) return one === other;
  const channels = (rgb: number) => [rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff];
  const sameColour =
    one.rgb === null || other.rgb === null ? one.rgb === other.rgb : near(channels(one.rgb), channels(other.rgb), 40);
  return sameColour && near([one.alpha], [other.alpha], ALPHA);
}

/** Numbers of order differ by what an engine counts besides; what comes before what must not. */
function sameOrder(ours: PageContent, theirs: PageContent): boolean {
  return paintedInOrder(ours).join() === paintedInOrder(theirs).join();
}

function paintedInOrder({ glyphs, paths, images }: PageContent): string[] {
  const kinds = [
    ...glyphs.map(({ order }) => [order, 'glyph'] as const),
    ...paths.map(({ order }) => [order, 'path'] as const),
    ...images.map(({ order }) => [order, 'image'] as const),
  ];
  return kinds.sort(([a], [b]) => a - b).map(([, kind]) => kind);
}

function near(ours: readonly number[], theirs: readonly number[], tolerance = POINTS): boolean {
  return (
    ours.length === theirs.length && ours.every((value, index) => Math.abs(value - (theirs[index] ?? NaN)) <= tolerance)
  );
}
