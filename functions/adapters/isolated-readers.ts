import { unreadable } from '../../parsers/bytes/unreadable.ts';
import type { EngineOutcome } from '../../parsers/pdf/engine.ts';
import type { Readers } from '../../records/readers.ts';
import type { ReadingJob } from '../reading-worker/protocol.ts';
import { ReadingThread, type ThreadAnswer } from './reading-thread.ts';
import { type Ending, underWatch, type WatchLimits } from './under-watch.ts';

const MB = 1024 * 1024;

/** In a bundle the thread's module lies beside this one (cdk/bundle-reading-worker.ts). */
const ENTRY = import.meta.url.endsWith('.ts') ? '../reading-worker/from-source.mjs' : './reading-worker.mjs';

/** When the reading of a file is ended. */
export interface ReadingLimits extends WatchLimits {
  /** Megabytes of the thread's heap: objects and strings, but not buffers. */
  readonly heap: number;
}

const LIMITS: ReadingLimits = {
  // With what comes before and after, a file is over within ten seconds. A report of 40 pages takes one or two.
  milliseconds: 8_000,
  // Between two looks buffers grow by some 50 MB more, and the process must stay below 400 MB.
  processBytes: 300 * MB,
  // A report of 40 pages takes 80 MB.
  leastBytes: 100 * MB,
  heap: 192,
};

export interface IsolatedReaders extends Readers {
  /** Ends the thread, and what it reads as if it had taken too long. Another file starts another one. */
  close(): Promise<void>;
}

/**
 * pdf.js and mammoth in a thread that can be ended: a file that takes too long or too much memory there harms no other.
 * pdf.js then answers `reader-stopped`, mammoth nothing. The thread is started by the first file, kept for the next ones,
 * replaced when it was ended, and does not keep the process alive. Files wait for one another.
 * @param options the thread's module when it lies elsewhere, and limits for tests
 */
export function isolatedReaders(
  options: { readonly entry?: URL; readonly limits?: Partial<ReadingLimits> } = {},
): IsolatedReaders {
  const { entry = new URL(ENTRY, import.meta.url) } = options;
  const limits = { ...LIMITS, ...options.limits };
  let thread: ReadingThread | undefined;
  let before: Promise<unknown> = Promise.resolve();

  async function read(job: ReadingJob): Promise<Ending<ThreadAnswer>> {
    if (!thread?.alive) thread = new ReadingThread(entry, limits.heap);
    const used = thread;
    await used.start();
    const ending = await underWatch(limits, used.read(job));
    if (ending.how !== 'answered') await used.end();
    return ending;
  }

  function inTurn(job: ReadingJob): Promise<Ending<ThreadAnswer>> {
    const ending = before.then(() => read(job));
    before = ending.catch(() => {});
    return ending;
  }

  return {
    pdf: { name: 'pdf.js', readPages: async (bytes) => outcomeOf(await inTurn({ task: 'pages', bytes })) },
    docxToHtml: async (bytes) => htmlOf(await inTurn({ task: 'html', bytes })),
    async close() {
      await thread?.end();
    },
  };
}

/** @throws Error for a mistake of ours */
function outcomeOf(ending: Ending<ThreadAnswer>): EngineOutcome {
  if (ending.how !== 'answered') return { outcome: 'unreadable', unreadable: unreadable('reader-stopped') };
  const { answer } = ending;
  if ('outcome' in answer) return answer.outcome;
  if ('fault' in answer) throw new Error(`The reader of PDF failed: ${answer.fault}`);
  const crashed = 'died' in answer && answer.died === 'crashed';
  return { outcome: 'unreadable', unreadable: unreadable(crashed ? 'damaged' : 'reader-stopped') };
}

const htmlOf = (ending: Ending<ThreadAnswer>): string | undefined =>
  ending.how === 'answered' && 'html' in ending.answer ? ending.answer.html : undefined;
