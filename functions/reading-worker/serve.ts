import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { pdfjsEngine } from '../../parsers/pdf/pdfjs/pdfjs-engine.ts';
import type { ReadingJob, ReadingPost } from './protocol.ts';

/** Where the files lie that pdf.js loads while it reads. */
export interface PdfjsFiles {
  /** The folder of its packed character maps, with a slash at the end. */
  readonly cMaps: URL;
  /** The module of its parser. */
  readonly parserModule: URL;
}

/** A character map is named by the PDF: the name must not lead out of the folder. */
const NAME = /^[\w-]{1,64}$/;

/** Reads the files that are posted to this thread, one after the other, and posts back what became of each. */
export function serve({ cMaps, parserModule }: PdfjsFiles): void {
  const engine = pdfjsEngine({
    readCMap: async (name) =>
      NAME.test(name) ? readFile(new URL(`${name}.bcmap`, cMaps)).catch(() => undefined) : undefined,
    parserModule: parserModule.href,
    whileLoading: withoutProcess,
  });
  const post = (message: ReadingPost) => parentPort?.postMessage(message);
  parentPort?.on('message', ({ task, bytes }: ReadingJob) => {
    const answer = task === 'pages' ? engine.readPages(bytes).then((outcome) => ({ outcome })) : convertToHtml(bytes);
    answer.then(post, (fault: unknown) =>
      post({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
    );
  });
  // Loads pdf.js: the time of the first file is not to be spent on that.
  engine.readPages(new Uint8Array()).then(() => post({ ready: true }));
}

async function convertToHtml(bytes: Uint8Array): Promise<{ html: string | undefined }> {
  const { default: mammoth } = await import('mammoth');
  return mammoth.convertToHtml({ buffer: Buffer.from(bytes) }).then(
    ({ value }) => ({ html: value }),
    () => ({ html: undefined }),
  );
}

/**
 * Without a `process` pdf.js takes itself for a page. In Node it would load a native canvas of 30 MB, or complain on the
 * console that there is none.
 */
async function withoutProcess<T>(load: () => Promise<T>): Promise<T> {
  const { process } = globalThis;
  Reflect.deleteProperty(globalThis, 'process');
  try {
    return await load();
  } finally {
    globalThis.process = process;
  }
}
