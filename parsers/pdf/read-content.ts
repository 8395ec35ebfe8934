import { unreadable } from '../bytes/unreadable.ts';
import { readPages } from './content/read-pages.ts';
import type { EngineOutcome, PdfEngine } from './engine.ts';
import { openPdf } from './file/open-pdf.ts';
import { PdfTrouble } from './file/pdf-trouble.ts';
import { walkPdf } from './file/walk-pdf.ts';

/**
 * What the pages of a PDF draw: by the lean engine, and by the other one only where that declines, after a walk over
 * the file that bounds what the other will meet.
 */
export async function readContent(bytes: Uint8Array, other: PdfEngine): Promise<EngineOutcome> {
  const lean = attempt(() => readPages(openPdf(bytes)));
  if (lean.outcome !== 'declined') return lean;
  const walked = attempt(() => {
    walkPdf(openPdf(bytes, { encrypted: 'look' }));
    return lean;
  });
  return walked.outcome === 'unreadable' ? walked : other.readPages(bytes);
}

/** Makes the trouble that ends a reading a value. Anything else that is thrown is a fault of ours. */
function attempt(read: () => EngineOutcome): EngineOutcome {
  try {
    return read();
  } catch (trouble) {
    if (!(trouble instanceof PdfTrouble)) throw trouble;
    return trouble.code === 'declined'
      ? { outcome: 'declined', why: trouble.why }
      : { outcome: 'unreadable', unreadable: unreadable(trouble.code) };
  }
}
