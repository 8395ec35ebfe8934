import { LIMITS } from '../../bytes/limits.ts';
import { PdfTrouble } from '../file/pdf-trouble.ts';

/** What the content streams and fonts of one file may cost together, however often a file has one of them read. */
export class ContentBudget {
  private bytes = 0;
  private forms = 0;
  private entries = 0;
  private fonts = 0;
  private operations = 0;

  /** Bytes of content streams and character maps, each time that they are read. */
  takeBytes(count: number): void {
    this.bytes += count;
    if (this.bytes > LIMITS.pdfContentBytes) throw new PdfTrouble('too-complex', 'content-bytes');
  }

  /** Operators, and operands that belong to none. */
  takeOperations(count: number): void {
    this.operations += count;
    if (this.operations > LIMITS.pdfOperations) throw new PdfTrouble('too-complex', 'operations');
  }

  /** A form drawn. */
  takeForm(): void {
    this.forms += 1;
    if (this.forms > LIMITS.pdfDrawnForms) throw new PdfTrouble('too-complex', 'forms');
  }

  /** Codes to which a font or character map gives something, and entries of arrays gone through. */
  takeEntries(count: number): void {
    this.entries += count;
    if (this.entries > LIMITS.pdfFontEntries) throw new PdfTrouble('too-complex', 'font-entries');
  }

  takeFont(): void {
    this.fonts += 1;
    if (this.fonts > LIMITS.pdfFonts) throw new PdfTrouble('too-complex', 'fonts');
  }
}
