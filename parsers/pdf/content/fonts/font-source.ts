import type { PdfFile } from '../../file/pdf-objects.ts';
import type { ContentBudget } from '../content-budget.ts';

/** What a font is read from. */
export interface FontSource {
  readonly file: PdfFile;
  readonly budget: ContentBudget;
}
