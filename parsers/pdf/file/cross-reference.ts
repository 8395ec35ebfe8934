import { LIMITS } from '../../bytes/limits.ts';
import type { PdfDict } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';

/** Where an object is: at an offset of the file, in an object stream, or nowhere. */
export type Entry =
  | { readonly at: 'offset'; readonly offset: number }
  | { readonly at: 'container'; readonly container: number; readonly index: number }
  | { readonly at: 'nowhere' };

export const NOWHERE: Entry = { at: 'nowhere' };

/** Where all objects of a file are, and its trailers, the one that counts first. */
export interface CrossReference {
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailers: readonly PdfDict[];
}

/** One part of it, as one revision of the file added it. */
export interface Section {
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailer: PdfDict;
}

/** Sets an entry, unless its number is none that an object can have. @throws PdfTrouble `too-complex` for too many */
export function setEntry(entries: Map<number, Entry>, number: number, entry: Entry): void {
  if (number > LIMITS.pdfObjectNumber) return;
  entries.set(number, entry);
  if (entries.size > LIMITS.pdfObjects) throw new PdfTrouble('too-complex', 'objects');
}
