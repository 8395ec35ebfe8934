import type { Unreadable } from '../bytes/unreadable.ts';
import type { PageContent } from './page/page-content.ts';

/**
 * What turns the bytes of a PDF into what its pages draw. There are two: the lean one of our own for what office
 * software writes, and pdf.js behind it for everything else (docs/adr). Neither judges what it read.
 */
export interface PdfEngine {
  readonly name: string;
  readPages(bytes: Uint8Array): Promise<EngineOutcome>;
}

export type EngineOutcome =
  | { readonly outcome: 'read'; readonly pages: readonly PageContent[] }
  /** Holds something that this engine does not read; another may. `why` is a short word for the benchmarks and tests. */
  | { readonly outcome: 'declined'; readonly why: string }
  | { readonly outcome: 'unreadable'; readonly unreadable: Unreadable };
