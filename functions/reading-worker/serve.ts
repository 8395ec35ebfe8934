import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import type { Document } from '../../parsers/document/document.ts';
import { pdfjsEngine } from '../../parsers/pdf/pdfjs/pdfjs-engine.ts';
import { type Assessment, assessReport } from '../../records/assess-report.ts';
import { readTwice } from '../../records/read-again.ts';
import type { Readers } from '../../records/readers.ts';
import { packJson } from '../adapters/packed-json.ts';
import { threadId } from '../adapters/processor-time.ts';
import type { Assessed } from '../dependencies.ts';
import type { ReadingAnswer, ReadingJob, ReadingPost } from './protocol.ts';

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
  const readers: Readers = {
    pdf: pdfjsEngine({
      readCMap: async (name) =>
        NAME.test(name) ? readFile(new URL(`${name}.bcmap`, cMaps)).catch(() => undefined) : undefined,
      parserModule: parserModule.href,
      whileLoading: withoutProcess,
    }),
    docxToHtml: convertToHtml,
  };
  const post = (message: ReadingPost) => parentPort?.postMessage(message);
  parentPort?.on('message', (job: ReadingJob) => {
    read(job, readers, (first) => post({ first })).then(post, (fault: unknown) => post({ fault: describe(fault) }));
  });
  post({ ready: true, thread: threadId() });
}

async function read(
  { task, bytes, about }: ReadingJob,
  readers: Readers,
  onFirst: (first: Assessed) => void,
): Promise<ReadingAnswer> {
  if (task === 'pages') return { outcome: await readers.pdf.readPages(bytes) };
  if (task === 'html') return { html: await readers.docxToHtml(bytes) };
  if (task === 'again') return { again: await readTwice(bytes, readers) };
  if (!about) throw new Error('nothing is said of the file');
  // Both readings rest on one document, so that it is packed once.
  const packed = new Map<Document, Uint8Array>();
  const pack = (assessment: Assessment): Assessed => {
    if (!assessment.readable) return assessment;
    const { record, document } = assessment;
    // Packed here: a document of a hundred thousand glyphs takes longer to hand over than to compress.
    const evidence = packed.get(document) ?? packJson(document);
    packed.set(document, evidence);
    return { readable: true, record, evidence };
  };
  return { assessed: pack(await assessReport({ ...about, bytes }, readers, (first) => onFirst(pack(first)))) };
}

/** The first line of a stack repeats the message, which may hold words of the document. */
function describe(fault: unknown): { name: string; stack: string } {
  if (!(fault instanceof Error)) return { name: 'unknown', stack: '' };
  return {
    name: fault.name,
    stack: (fault.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /u.test(line))
      .join('\n'),
  };
}

async function convertToHtml(bytes: Uint8Array): Promise<string | undefined> {
  const { default: mammoth } = await import('mammoth');
  return mammoth.convertToHtml({ buffer: Buffer.from(bytes) }).then(
    ({ value }) => value,
    () => undefined,
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
