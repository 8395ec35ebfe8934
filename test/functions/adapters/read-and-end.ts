import { readFileSync } from 'node:fs';
import { isolatedReaders } from '../../../functions/adapters/isolated-readers.ts';

// Run as a process of its own: <file>. It must end by itself, although the thread is never closed.
const outcome = await isolatedReaders().pdf.readPages(readFileSync(process.argv[2] ?? ''));
const text = outcome.outcome === 'read' ? outcome.pages.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)) : [];
process.stdout.write(`${outcome.outcome} ${text.join('')}\n`);
