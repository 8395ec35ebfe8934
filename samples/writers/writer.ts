import type { DraftCell, DraftList, TextRole } from './draft.ts';

export const WRITER_IDS = ['word', 'wps', 'libreoffice'] as const;
export type WriterId = (typeof WRITER_IDS)[number];

/** A tc as it goes into the file: one for each cell, or for each row or grid column that a merged cell covers. */
export interface WrittenCell {
  readonly width: number;
  readonly gridSpan: number;
  readonly hMerge?: 'restart' | 'continue';
  readonly vMerge?: 'restart' | 'continue';
  readonly role: DraftCell['role'];
}

export interface WrittenRow {
  readonly gridBefore: number;
  readonly gridAfter: number;
  readonly isDeleted: boolean;
}

/** File path inside the package to its content; order is the order in the archive. */
export type Parts = ReadonlyMap<string, string>;

/**
 * One program's way of writing WordprocessingML, for one document: tags with the attributes it adds and properties in
 * its own order. Implementations count what they hand out (paragraph ids), so that a build is reproducible.
 */
export interface Writer {
  readonly id: WriterId;
  readonly documentTag: string;
  /** Opening tags, with the attributes that the program adds. */
  paragraphTag(): string;
  runTag(): string;
  rowTag(): string;
  paragraphProperties(role: TextRole, list: number | undefined): string;
  runProperties(role: TextRole, hidden: boolean): string;
  /** Where the program starts a new run within plain text. */
  splitRuns(text: string): readonly string[];
  /** What goes before the runs of a paragraph that has text: bookmarks, spelling marks. */
  beforeRuns(role: TextRole): string;
  afterRuns(role: TextRole): string;
  emptyParagraph(role: TextRole): string;
  readonly lineBreak: string;
  tableProperties(widths: readonly number[]): string;
  rowProperties(row: WrittenRow): string;
  cellProperties(cell: WrittenCell): string;
  readonly sectionProperties: string;
  /** The whole package around word/document.xml. */
  parts(documentXml: string, lists: readonly DraftList[]): Parts;
  zip(parts: Parts): Uint8Array;
}
