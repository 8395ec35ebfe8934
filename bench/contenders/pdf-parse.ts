import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PDFParse } from 'pdf-parse';

/** The package as it is installed, with the native canvas that it loads in Node; bundled it would not find that. */
const require = createRequire(join(process.cwd(), 'package.json'));
const { PDFParse: Parser }: { readonly PDFParse: typeof PDFParse } = require('pdf-parse');

/** The text of every page. */
export const getText = (bytes: Uint8Array): Promise<unknown> => read(bytes, (parser) => parser.getText());

/** The tables that pdf-parse finds. */
export const getTable = (bytes: Uint8Array): Promise<unknown> => read(bytes, (parser) => parser.getTable());

async function read(bytes: Uint8Array, ask: (parser: PDFParse) => Promise<unknown>): Promise<unknown> {
  // pdf.js takes the bytes away from whom it was given them by.
  const parser = new Parser({ data: bytes.slice(), verbosity: 0 });
  try {
    return await ask(parser);
  } finally {
    await parser.destroy();
  }
}
