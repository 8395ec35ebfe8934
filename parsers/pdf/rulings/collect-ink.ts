import type { Box } from '../../document/document.ts';
import type { PageContent, Paint, PaintedPath } from '../page/page-content.ts';
import { fillInk } from './fill-ink.ts';
import { type Colour, type Ink, type InkLimits, intersect, type Painted } from './ink.ts';
import { RULING_SETTINGS } from './settings.ts';
import { strokeInk } from './stroke-ink.ts';

/** Takes the paths of a page apart into lines, dots and areas, clipped. Nothing for a page with more than is safe. */
export function collectInk(page: PageContent, em: number): Ink | null {
  const ink: Ink = { bars: [], dots: [], areas: [] };
  const limits = {
    thickest: RULING_SETTINGS.thickest * em,
    elongation: RULING_SETTINGS.elongation,
    dot: RULING_SETTINGS.dot * em,
  };
  let points = 0;
  for (const path of page.paths) {
    for (const subpath of path.subpaths) points += subpath.points.length;
    if (points > RULING_SETTINGS.points) return null;
    addPath(ink, path, page, limits, em);
  }
  return ink;
}

function addPath(ink: Ink, path: PaintedPath, page: PageContent, limits: InkLimits, em: number): void {
  const clip = intersect(path.clip, [0, 0, page.width, page.height]);
  if (!clip) return;
  // The fill is painted first, the stroke over it.
  const fill = path.fill && painted(path.fill, path.order, clip);
  if (fill) fillInk(ink, path, fill, limits);
  const stroke = path.stroke && painted(path.stroke, path.order + (path.fill ? 0.5 : 0), clip);
  if (stroke && path.stroke) strokeInk(ink, path.subpaths, { ...stroke, width: path.stroke.width }, limits, em);
}

function painted({ rgb, alpha }: Paint, order: number, clip: Box): Painted | null {
  if (!(alpha >= RULING_SETTINGS.faintest)) return null;
  return { colour: onWhite(rgb, alpha), opaque: alpha >= RULING_SETTINGS.opaque, order, clip };
}

function onWhite(rgb: Colour, alpha: number): Colour {
  if (rgb === null || alpha >= 1) return rgb;
  const channel = (shift: number) => Math.round(255 - (255 - ((rgb >> shift) & 255)) * alpha) << shift;
  return channel(16) | channel(8) | channel(0);
}
