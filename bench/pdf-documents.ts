import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchDocument } from './documents.ts';

/** Reports as two offices published them; not part of this repository. */
const ORIGINALS = join(import.meta.dirname, '../../shared/corpus/originals');
/** Draws PDFs as the tests do, in a process: nothing may import the tests. */
const DRAW = join(import.meta.dirname, '../test/pdf/run/main.ts');

/** Tables with rulings, tables without, and one in a font that the lean engine declines: pdf.js reads it, in its thread. */
const DRESSES: readonly { readonly kind: string; readonly seeds: string }[] = [
  { kind: 'raw-ruled', seeds: '1000-1001' },
  { kind: 'raw-unruled', seeds: '1000-1000' },
  { kind: 'raw-unruled', seeds: '1002-1002' },
  { kind: 'raw-odd', seeds: '1001' },
];

/** The originals, where they are at hand. */
export function originalPdfs(): BenchDocument[] {
  if (!existsSync(ORIGINALS)) return [];
  return pdfsIn(ORIGINALS);
}

/** Five PDFs of the tests, drawn into a folder. */
export function drawnPdfs(folder: string): BenchDocument[] {
  for (const { kind, seeds } of DRESSES) {
    const options = ['--print', '--all', '--kinds', kind, '--seeds', seeds, '--keep', folder];
    execFileSync(process.execPath, ['--import', 'tsx', DRAW, ...options]);
  }
  return pdfsIn(folder);
}

const pdfsIn = (folder: string): BenchDocument[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.pdf'))
    .sort()
    .map((file) => ({ name: file.slice(0, -'.pdf'.length), path: join(folder, file) }));
