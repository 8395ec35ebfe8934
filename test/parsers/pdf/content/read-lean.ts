import { readPages } from '../../../../parsers/pdf/content/read-pages.ts';
import { openPdf } from '../../../../parsers/pdf/file/open-pdf.ts';
import { PdfTrouble } from '../../../../parsers/pdf/file/pdf-trouble.ts';
import type { PageContent } from '../../../../parsers/pdf/page/page-content.ts';
import { type SmallPdf, smallPdf } from '../pdfjs/small-pdf.ts';

/** A font of known widths: in Courier each character is 600 thousandths wide. */
const COURIER = '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>';

/** A page of 200 by 100 points with Courier as /F, unless the test brings fonts of its own. */
export function draw(content: string, pdf: Omit<SmallPdf, 'content'> = {}): PageContent {
  const resources = pdf.resources?.includes('/Font') ? pdf.resources : `/Font<</F ${COURIER}>>${pdf.resources ?? ''}`;
  const outcome = readPages(openPdf(smallPdf({ ...pdf, content, resources })));
  const page = outcome.outcome === 'read' ? outcome.pages[0] : undefined;
  if (page === undefined) throw new Error(`not read: ${outcome.outcome}`);
  return page;
}

/** Why a file is not read: `code: why`, or nothing when it is. */
export function whyNot(content: string, pdf: Omit<SmallPdf, 'content'> = {}): string {
  try {
    draw(content, pdf);
    return '';
  } catch (trouble) {
    if (trouble instanceof PdfTrouble) return trouble.message;
    throw trouble;
  }
}

export const textOf = (page: PageContent): string => page.glyphs.map(({ text }) => text || '?').join('');

/** Each glyph as `text x,y`, in hundredths of a point. */
export const places = (page: PageContent): string[] =>
  page.glyphs.map(({ text, x, y }) => `${text} ${hundredths(x)},${hundredths(y)}`);

/** The points of each painted subpath. */
export const shapes = (page: PageContent): number[][] =>
  page.paths.flatMap(({ subpaths }) => subpaths.map(({ points }) => points.map(hundredths)));

export const hundredths = (value: number): number => Math.round(value * 100) / 100 + 0;
