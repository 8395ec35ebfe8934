import type { UnreadableCode } from '../../bytes/unreadable.ts';

/**
 * Ends the reading of a PDF from wherever it is met; caught at the boundary of the reader and made a value there.
 * `declined` means that this engine does not read such a file and another may.
 */
export class PdfTrouble extends Error {
  override readonly name = 'PdfTrouble';
  readonly code: UnreadableCode | 'declined';
  /** A short word for tests and benchmarks; never text of the document. */
  readonly why: string;

  constructor(code: UnreadableCode | 'declined', why: string) {
    super(`${code}: ${why}`);
    this.code = code;
    this.why = why;
  }
}
