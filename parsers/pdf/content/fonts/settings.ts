/** By what a Type 3 font is taken for one whose em is one unit of text space. Lengths in em. */
export const TYPE3 = {
  /** Both scales of a font matrix are the same but for rounding: Chromium writes 0.00100000005. */
  scaleTolerance: 0.001,
  /**
   * A dash is one em wide, and the outline of an ideograph a little more at most. What is wider or higher may be a
   * ruling or a background.
   */
  widestOutline: 1.25,
  /** Outlines stand about their origin. */
  farthestOutline: 2,
} as const;

/** Characters of several em. Noto draws the two dashes —— that are usual in Chinese as one glyph, the first of these. */
export const LONG_DASHES: ReadonlyMap<string, number> = new Map([
  ['⸺', 2],
  ['⸻', 3],
]);

/**
 * Widths that characters have in every font, condensed and extended ones included. Outside of them the em of the font
 * is another one than it says.
 */
export const USUAL_WIDTHS: readonly { readonly of: RegExp; readonly least: number; readonly most: number }[] = [
  { of: /^\p{Script=Han}$/u, least: 0.75, most: 1.3 },
  { of: /^[0-9]$/, least: 0.35, most: 0.9 },
  { of: /^[A-Za-z]$/, least: 0.15, most: 1.25 },
];
