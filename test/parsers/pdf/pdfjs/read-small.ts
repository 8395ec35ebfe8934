import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PageContent } from '../../../../parsers/pdf/page/page-content.ts';
import { pdfjsEngine } from '../../../../parsers/pdf/pdfjs/pdfjs-engine.ts';
import { type SmallPdf, smallPdf } from './small-pdf.ts';

const pdfjs = dirname(
  createRequire(createRequire(import.meta.url).resolve('pdf-parse')).resolve('pdfjs-dist/package.json'),
);

/** pdf.js in this very process, with every character map that it comes with. */
export const engine = pdfjsEngine({
  readCMap: (name) => readFile(join(pdfjs, 'cmaps', `${name}.bcmap`)).catch(() => undefined),
});

/** The only page of a hand-made file. */
export async function readSmall(pdf: SmallPdf): Promise<PageContent> {
  const outcome = await engine.readPages(smallPdf(pdf));
  if (outcome.outcome !== 'read' || outcome.pages.length !== 1 || !outcome.pages[0]) {
    throw new Error(`not read: ${JSON.stringify(outcome)}`);
  }
  return outcome.pages[0];
}
