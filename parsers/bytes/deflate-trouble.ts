/** Ends an inflating from wherever it is met; `inflate` makes it a value. */
export class DeflateTrouble extends Error {
  override readonly name = 'DeflateTrouble';
  readonly state: 'damaged' | 'too-long';
  /** A short word for tests; never of the content. */
  readonly why: string;

  constructor(state: 'damaged' | 'too-long', why: string) {
    super(`${state}: ${why}`);
    this.state = state;
    this.why = why;
  }
}
