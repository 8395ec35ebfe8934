import type { Unreadable } from '../parsers/bytes/unreadable.ts';
import type { Document } from '../parsers/document/document.ts';
import type { PdfEngine } from '../parsers/pdf/engine.ts';

/** What reading needs from outside the core, because it is heavy, can hang, or is not there yet. */
export interface Readers {
  /** Reads the PDF files that the lean engine declines, where it can be ended. */
  readonly pdf: PdfEngine;
  /** Another package's conversion of a .docx, for a second reading; nothing where it fails. */
  readonly docxToHtml: (bytes: Uint8Array) => Promise<string | undefined>;
  /** Reads a scan, where recognition is to be had; without it a scan is answered with its code. */
  readonly scan?: (bytes: Uint8Array) => Promise<Document | Unreadable>;
}
