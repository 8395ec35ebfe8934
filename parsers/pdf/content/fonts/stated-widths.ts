import { isArray } from '../../file/pdf-kinds.ts';
import type { PdfDict, PdfFile, PdfObject } from '../../file/pdf-objects.ts';

/** /Widths of a simple font by code, in its glyph space; null for a code without one. Nothing where there is no array. */
export function statedWidths(font: PdfDict, file: PdfFile): ((code: number) => number | null) | null {
  const widths = file.resolve(font.get('Widths'));
  if (!isArray(widths)) return null;
  const first = numberOf(file.resolve(font.get('FirstChar'))) ?? 0;
  return (code) => numberOf(file.resolve(widths[code - first]));
}

export function numberOf(object: PdfObject): number | null {
  return typeof object === 'number' ? object : null;
}
