import type { Attributes, Opened } from './parse-xml.ts';
import type { Reading } from './reading.ts';

/** What an element of the body does to the reading. An element without a handler is transparent: its content is read. */
export interface ElementHandler {
  open?(reading: Reading, attributes: Attributes): Opened;
  close?(reading: Reading): void;
}

export type ElementHandlers = Readonly<Record<string, ElementHandler>>;

export const SKIPPED: ElementHandler = { open: () => 'skip' };
