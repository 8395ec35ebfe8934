import { LIMITS } from '../../bytes/limits.ts';
import { PdfTrouble } from './pdf-trouble.ts';

/** What has been spent on one file, of what LIMITS allow. Each method throws PdfTrouble when that is passed. */
export class Budget {
  private items = 0;
  private parsed = 0;
  private inflated = 0;

  /** Elements of arrays and entries of dictionaries. */
  spendItems(count: number): void {
    this.items += count;
    if (this.items > LIMITS.pdfItems) throw new PdfTrouble('too-complex', 'items');
  }

  /** Bytes that were read as objects, or searched for the end of one. */
  spendParsed(bytes: number): void {
    this.parsed += bytes;
    if (this.parsed > LIMITS.pdfParsedBytes) throw new PdfTrouble('too-complex', 'parsed bytes');
  }

  /** Bytes that a filter gave. */
  spendInflated(bytes: number): void {
    this.inflated += bytes;
    if (this.inflated > LIMITS.pdfInflatedBytes) throw new PdfTrouble('archive-bomb', 'inflated in total');
  }

  /** How many bytes a filter may still give. */
  get inflatable(): number {
    return LIMITS.pdfInflatedBytes - this.inflated;
  }
}
