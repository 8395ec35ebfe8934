import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PdfDress } from '../dresses/pdf-dress.ts';

/** Leaves a dress in a folder to be looked at: the PDF, its truth and a picture of each of its first pages. */
export function keepDress(folder: string, dress: PdfDress, bytes: Uint8Array, lines: readonly string[] = []): void {
  mkdirSync(folder, { recursive: true });
  const name = join(folder, `${dress.kind}-${dress.seed}`);
  const { about, refusals, ruled, source } = dress;
  const truth = Object.fromEntries(dress.truth);
  writeFileSync(`${name}.pdf`, bytes);
  writeFileSync(`${name}.json`, `${JSON.stringify({ about, refusals, ruled, lines, truth }, null, 2)}\n`);
  if (source.from === 'html') writeFileSync(`${name}.html`, source.html);
  if (source.from === 'docx') writeFileSync(`${name}.docx`, source.docx);
  // Without poppler there are no pictures.
  spawnSync('pdftoppm', ['-r', '60', '-l', '6', '-png', `${name}.pdf`, name]);
}
