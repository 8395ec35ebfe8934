import type { Readers } from '../records/readers.ts';

/** Readers of which the heavy one reads nothing: what the core can do by itself. */
export const LEAN_READERS: Readers = {
  docxToHtml: async () => undefined,
  pdf: { name: 'none', readPages: async () => ({ outcome: 'declined', why: 'no other engine in this test' }) },
};
