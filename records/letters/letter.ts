/** What a letter asks a body to correct: everything that is printed, so that it can be printed again. */
export interface LetterContent {
  readonly id: string;
  readonly body: string;
  readonly year: number | null;
  /** The file that was read, as it was handed in. */
  readonly fileName: string;
  readonly points: readonly LetterPoint[];
}

/** One finding in a letter. */
export interface LetterPoint {
  /** Table, rows and columns concerned. */
  readonly place: string;
  readonly found: number | null;
  readonly expected: number | null;
  /** The rule that does not hold, with what it rests on. */
  readonly rule: string;
  readonly message: string;
}
