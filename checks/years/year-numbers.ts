/** What the sentence of a relation between years says. */
export interface YearNumbers {
  readonly years: readonly [before: number, own: number];
  /** The values of the terms, in their order, unsigned. */
  readonly values: readonly number[];
  readonly expected: number;
  readonly found: number;
}
