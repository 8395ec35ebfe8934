import { type PdfArray, type PdfDict, PdfName, type PdfObject } from './pdf-objects.ts';

export function isDict(object: PdfObject | undefined): object is PdfDict {
  return object instanceof Map;
}

export function isArray(object: PdfObject | undefined): object is PdfArray {
  return Array.isArray(object);
}

/** The text of a name; `null` for anything else. */
export function nameOf(object: PdfObject | undefined): string | null {
  return object instanceof PdfName ? object.name : null;
}

/** A number that counts something or is an offset: an integer from 0 that a double holds exactly. `null` otherwise. */
export function countOf(object: PdfObject | undefined): number | null {
  return typeof object === 'number' && Number.isSafeInteger(object) && object >= 0 ? object : null;
}
