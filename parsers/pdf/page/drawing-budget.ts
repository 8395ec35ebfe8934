import { LIMITS } from '../../bytes/limits.ts';
import { PdfTrouble } from '../file/pdf-trouble.ts';

/** What all pages of one file may draw together: one budget is handed from page to page. */
export class DrawingBudget {
  private glyphs = 0;
  private points = 0;
  private images = 0;

  /** @throws PdfTrouble `too-complex` above LIMITS.pdfGlyphs */
  takeGlyph(): void {
    this.glyphs += 1;
    if (this.glyphs > LIMITS.pdfGlyphs) throw new PdfTrouble('too-complex', 'glyphs');
  }

  /** @throws PdfTrouble `too-complex` above LIMITS.pdfPathPoints */
  takePoint(): void {
    this.points += 1;
    if (this.points > LIMITS.pdfPathPoints) throw new PdfTrouble('too-complex', 'path-points');
  }

  /** @throws PdfTrouble `too-complex` above LIMITS.pdfImages */
  takeImage(): void {
    this.images += 1;
    if (this.images > LIMITS.pdfImages) throw new PdfTrouble('too-complex', 'images');
  }
}
