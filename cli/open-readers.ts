import { isolatedReaders } from '../functions/adapters/isolated-readers.ts';
import type { Readers } from '../records/readers.ts';

let readers: Readers | undefined;

/** What reading needs from outside the core; the same for every file of a command. */
export function openReaders(): Readers {
  readers ??= isolatedReaders();
  return readers;
}
