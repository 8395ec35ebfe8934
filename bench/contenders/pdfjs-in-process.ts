import { readFile } from 'node:fs/promises';
import type { PdfjsSources } from '../../parsers/pdf/pdfjs/open-document.ts';

/** Lies beside the bundle (cdk/bundle-reading-worker.ts), as what else pdf.js loads. */
const PARSER_MODULE = new URL('pdf.worker.mjs', import.meta.url).href;

/** Without a `process` pdf.js takes itself for a page, and loads no native canvas. */
async function withoutProcess<T>(load: () => Promise<T>): Promise<T> {
  const { process } = globalThis;
  Reflect.deleteProperty(globalThis, 'process');
  try {
    return await load();
  } finally {
    globalThis.process = process;
  }
}

/** pdf.js in this process, as functions/reading-worker has it in a thread. */
export const IN_PROCESS: PdfjsSources = {
  readCMap: (name) => readFile(new URL(`cmaps/${name}.bcmap`, import.meta.url)).catch(() => undefined),
  parserModule: PARSER_MODULE,
  whileLoading: withoutProcess,
};
