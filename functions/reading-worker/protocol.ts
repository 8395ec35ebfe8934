import type { EngineOutcome } from '../../parsers/pdf/engine.ts';

/** What the thread is given, one file at a time: what pdf.js reads of a PDF, or mammoth's HTML of a .docx. */
export interface ReadingJob {
  readonly task: 'pages' | 'html';
  readonly bytes: Uint8Array;
}

/** What it posts: that it runs; and for each file the outcome, or what a mistake of ours threw. */
export type ReadingPost = { readonly ready: true } | ReadingAnswer;
export type ReadingAnswer =
  | { readonly outcome: EngineOutcome }
  /** Nothing where mammoth fails. */
  | { readonly html: string | undefined }
  | { readonly fault: string };
