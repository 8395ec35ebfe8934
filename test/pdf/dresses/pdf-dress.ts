import type { FigureId } from '../../../forms/form.ts';
import type { UnreadableCode } from '../../../parsers/bytes/unreadable.ts';
import type { PrintOptions } from '../print/chromium.ts';

export const KINDS = [
  'chromium-ruled',
  'chromium-unruled',
  'libreoffice',
  'raw-ruled',
  'raw-unruled',
  'raw-odd',
] as const;
export type Kind = (typeof KINDS)[number];

/** What a careful reader gets of a figure. `unreadable`: nobody can tell it from the page. */
export interface TrueFigure {
  readonly state: 'stated' | 'blank' | 'dash' | 'missing' | 'unreadable';
  readonly value: number | null;
}

export type Truth = ReadonlyMap<FigureId, TrueFigure>;

/** What the PDF comes from: bytes as they are, or what a program has to print. */
export type PdfSource =
  | { readonly from: 'raw'; readonly bytes: Uint8Array }
  | { readonly from: 'html'; readonly html: string; readonly options: PrintOptions }
  | { readonly from: 'docx'; readonly docx: Uint8Array };

/** A report as some office might have published it, in a PDF. The same kind and seed give the same dress. */
export interface PdfDress {
  readonly kind: Kind;
  readonly seed: number;
  readonly source: PdfSource;
  readonly truth: Truth;
  /** Rulings part all cells from one another; some of the outer ones may be missing. */
  readonly ruled: boolean;
  /** Codes with which the whole file may be refused; empty where it has to be read. */
  readonly refusals: readonly UnreadableCode[];
  /** What was drawn for it, in words, for whoever looks at a failure. */
  readonly about: readonly string[];
}
