import type { Unreadable } from './unreadable.ts';

/** A format that can be read, or why these bytes cannot. */
export type Sniffed = { readonly format: 'docx' | 'pdf' } | Unreadable;
