/** A straight line that a reader sees on the page, however it was drawn. Points, in the space of the page. */
export interface Ruling {
  readonly axis: 'horizontal' | 'vertical';
  /** The middle of the line: y of a horizontal one, x of a vertical one. */
  readonly at: number;
  /** Its extent along the axis; `from` is less than `to`. */
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  /**
   * How it was drawn: a stroked segment, a thin filled shape, a series of short pieces, or only seen as the boundary
   * of fills of different colours.
   */
  readonly kind: 'stroke' | 'fill' | 'dashes' | 'edge-of-fill';
}
