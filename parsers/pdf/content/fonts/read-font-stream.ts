import type { PdfStream } from '../../file/pdf-objects.ts';
import { PdfTrouble } from '../../file/pdf-trouble.ts';
import type { FontSource } from './font-source.ts';

/**
 * The bytes of a stream that belongs to a font. A damaged one makes no page unreadable: other readers get on without.
 * @param why what is declined where it is damaged
 * @throws PdfTrouble `declined`, or beyond a bound
 */
export function readFontStream(stream: PdfStream, { file, budget }: FontSource, why: string): Uint8Array {
  try {
    const bytes = file.decode(stream);
    budget.takeBytes(bytes.length);
    return bytes;
  } catch (trouble) {
    if (trouble instanceof PdfTrouble && trouble.code === 'damaged') throw new PdfTrouble('declined', why);
    throw trouble;
  }
}
