import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PdfDress } from '../dresses/pdf-dress.ts';
import { printHtml } from '../print/chromium.ts';
import { convert } from '../print/libreoffice.ts';

/** Prints of earlier runs, by what was printed: programs take a second for each, and a dress seldom changes. */
const CACHE = join(tmpdir(), 'gouji-prints');

/** The PDFs of dresses, in their order; each program is started as seldom as it can be. */
export async function printDresses(dresses: readonly PdfDress[]): Promise<Uint8Array[]> {
  mkdirSync(CACHE, { recursive: true });
  const missing = dresses.filter((dress) => !existsSync(placeOf(dress)));
  const pages = missing.flatMap((dress) => (dress.source.from === 'html' ? [{ dress, source: dress.source }] : []));
  const files = missing.flatMap((dress) => (dress.source.from === 'docx' ? [{ dress, docx: dress.source.docx }] : []));
  const printed = await printHtml(pages.map(({ source }) => source));
  printed.forEach((bytes, at) => {
    keep(pages[at]?.dress, bytes);
  });
  const converted = files.length === 0 ? [] : await convertAll(files.map(({ docx }) => docx));
  converted.forEach((bytes, at) => {
    keep(files[at]?.dress, bytes);
  });
  return dresses.map((dress) =>
    dress.source.from === 'raw' ? dress.source.bytes : new Uint8Array(readFileSync(placeOf(dress))),
  );
}

const convertAll = (files: readonly Uint8Array[]) => convert(files, { from: 'docx', to: 'pdf' });

function keep(dress: PdfDress | undefined, bytes: Uint8Array): void {
  if (dress) writeFileSync(placeOf(dress), bytes);
}

function placeOf({ source }: PdfDress): string {
  if (source.from === 'raw') return CACHE;
  const hash = createHash('sha256');
  if (source.from === 'docx') hash.update(source.docx);
  else hash.update(JSON.stringify([source.html, source.options]));
  return join(CACHE, `${hash.digest('hex')}.pdf`);
}
