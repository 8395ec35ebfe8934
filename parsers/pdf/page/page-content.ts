import type { Box } from '../../document/document.ts';

/**
 * What one page draws, whichever engine read it: plain data in the space of the page as it is shown (points from the
 * top left corner of its crop box, y downwards, /Rotate applied). Nothing is judged here: text that is invisible,
 * clipped or covered is given with what shows that it is.
 */
export interface PageContent {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** In drawing order. */
  readonly glyphs: readonly Glyph[];
  readonly paths: readonly PaintedPath[];
  readonly images: readonly PlacedImage[];
}

/** One character as drawn. */
export interface Glyph {
  /** Its text; one glyph may stand for several characters. Empty where the font does not say. */
  readonly text: string;
  /** Origin: on the baseline at the left of the glyph; in vertical writing above its middle. */
  readonly x: number;
  readonly y: number;
  /** From the origin to where the glyph ends, character and word spacing left out: along the baseline, or downwards. */
  readonly dx: number;
  readonly dy: number;
  /** Unit vector towards the top of the glyph: (0, −1) for upright text. */
  readonly upX: number;
  readonly upY: number;
  /** Font size in points, after every transformation, measured along the up vector. */
  readonly size: number;
  /** Of a vertical font (writing mode 1). */
  readonly vertical: boolean;
  /** As the font calls itself, without the subset tag. */
  readonly font: string;
  /** Text rendering mode paints nothing (3), or only clips (7). */
  readonly invisible: boolean;
  readonly paint: Paint;
  /** What is painted outside is not shown. */
  readonly clip: Box;
  /** Counts everything that the page paints, so that what covers what can be told. */
  readonly order: number;
  /** Counts text-showing operators: glyphs of one run were drawn by one. */
  readonly run: number;
}

/** A path as painted; curves are given by their end points. */
export interface PaintedPath {
  readonly subpaths: readonly Subpath[];
  readonly fill: Paint | null;
  readonly evenOdd: boolean;
  readonly stroke: Stroke | null;
  readonly clip: Box;
  readonly order: number;
}

export interface Subpath {
  /** `x, y, x, y …` */
  readonly points: readonly number[];
  readonly closed: boolean;
  /** At least one of its segments was a curve. */
  readonly curved: boolean;
}

export interface Paint {
  /** 0xRRGGBB, or nothing for a pattern or shading. */
  readonly rgb: number | null;
  /** 0 to 1. */
  readonly alpha: number;
}

export interface Stroke extends Paint {
  /** Points, after every transformation. */
  readonly width: number;
  readonly dashed: boolean;
}

/** Where a picture is placed: the bounding box of its unit square. */
export interface PlacedImage {
  readonly box: Box;
  readonly clip: Box;
  readonly order: number;
  /** Painted through a mask, as seals are: what lies under it may show. */
  readonly seeThrough?: boolean;
}
