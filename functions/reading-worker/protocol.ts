import type { SecondReading } from '../../checks/reading.ts';
import type { EngineOutcome } from '../../parsers/pdf/engine.ts';
import type { Upload } from '../../records/upload.ts';
import type { Assessed } from '../dependencies.ts';

/** What the thread is given, one file at a time. */
export interface ReadingJob {
  /**
   * `assess`: a report's whole way from bytes to record; `again`: its second reading alone; `pages`: what pdf.js reads of
   * a PDF; `html`: mammoth's conversion of a .docx.
   */
  readonly task: 'assess' | 'again' | 'pages' | 'html';
  readonly bytes: Uint8Array;
  /** What else is known of the file; with `assess`. */
  readonly about?: Omit<Upload, 'bytes'>;
}

/**
 * What it posts: that it runs, and as which thread of the system; and for each file the outcome, or what a mistake of ours threw. Before that, where a file
 * is read a second time, what stands if the thread does not live to the end of it.
 */
export type ReadingPost =
  | { readonly ready: true; readonly thread: number | undefined }
  | { readonly first: Assessed }
  | ReadingAnswer;
export type ReadingAnswer =
  | { readonly assessed: Assessed }
  | { readonly again: SecondReading | undefined }
  | { readonly outcome: EngineOutcome }
  /** Nothing where mammoth fails. */
  | { readonly html: string | undefined }
  /** Name and stack; its message may hold words of the document. */
  | { readonly fault: { readonly name: string; readonly stack: string } };
