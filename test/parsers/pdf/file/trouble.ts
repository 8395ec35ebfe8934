import { PdfTrouble } from '../../../../parsers/pdf/file/pdf-trouble.ts';

/** The code of the trouble that this ends in, `none` when it does not; any other exception is passed on. */
export function troubleOf(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (trouble) {
    if (trouble instanceof PdfTrouble) return trouble.code;
    throw trouble;
  }
}
