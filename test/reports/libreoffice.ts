import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { convert } from '../pdf/print/libreoffice.ts';

/** Converts web pages to .docx as LibreOffice Writer does; by file name without its ending. */
export async function pagesToDocx(pages: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const converted = await convert(
    pages.map((page) => readFileSync(page)),
    { from: 'html', to: 'docx' },
  );
  return new Map(converted.map((bytes, at) => [basename(pages[at] ?? '', '.html'), bytes] as const));
}
