/** A colour space as far as the recorder carries it for an engine that resolves colours itself. */
export interface ColourSpace {
  /** 0xRRGGBB with which it begins; nothing for a pattern. */
  readonly initial: number | null;
  rgbOf(components: readonly number[]): number | null;
}
