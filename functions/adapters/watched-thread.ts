import type { ReadingJob } from '../reading-worker/protocol.ts';
import { type ProcessorTime, processorTime } from './processor-time.ts';
import { ReadingThread, type ThreadAnswer } from './reading-thread.ts';
import { type Ending, underWatch, type WatchLimits } from './under-watch.ts';

const MB = 1024 * 1024;

/** In a bundle the thread's module lies beside this one (cdk/bundle-reading-worker.ts). */
const ENTRY = import.meta.url.endsWith('.ts') ? '../reading-worker/from-source.mjs' : './reading-worker.mjs';

/** When the reading of a file is ended. */
export interface ReadingLimits extends WatchLimits {
  /** Of the whole process between two files: beyond it the thread is replaced, and what it kept is given back. */
  readonly restingBytes: number;
  /** Files that a thread reads at least before it is replaced for that: a start takes longer than a file. */
  readonly leastFiles: number;
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
  // A process that read some hundred files rests at 150 to 200 MB. Caches of pdf.js and compiled code grow from there.
  restingBytes: 220 * MB,
  leastFiles: 25,
  // Far above what the watch lets pass: a heap that leaps over its limit can end the whole process instead of the thread.
  heap: 512,
};

/**
 * Shares of the time that a file is given. A report of 40 pages runs for a quarter of it; a file that hangs its reader
 * runs for all of it, or waits for what never comes, but not for a processor.
 */
const STARVED = { ranAtMost: 0.25, waitedAtLeast: 0.5 } as const;

/** What a watched thread is opened with; another module or other limits are for tests. */
export interface WatchedThreadOptions {
  readonly entry?: URL;
  readonly limits?: Partial<ReadingLimits>;
  readonly processorTime?: (thread: number | undefined) => ProcessorTime | undefined;
}

/**
 * A thread that reads files in turn and can be ended: a file that takes too long or too much memory there harms no
 * other. It is started by the first file, kept for the next ones, replaced when it was ended, and does not keep the
 * process alive.
 */
export class WatchedThread {
  readonly #entry: URL;
  readonly #limits: ReadingLimits;
  readonly #timeOf: (thread: number | undefined) => ProcessorTime | undefined;
  #thread: ReadingThread | undefined;
  /** Files that the thread was given. */
  #given = 0;
  #before: Promise<unknown> = Promise.resolve();

  constructor(options: WatchedThreadOptions = {}) {
    const { entry = new URL(ENTRY, import.meta.url), limits = {} } = options;
    this.#timeOf = options.processorTime ?? processorTime;
    this.#entry = entry;
    this.#limits = { ...LIMITS, ...limits };
  }

  /**
   * Reads one file after those that were given before. Where a file was read once and its second reading had to be ended,
   * the answer is the first.
   */
  read(job: ReadingJob): Promise<Ending<ThreadAnswer>> {
    const ending = this.#before.then(() => this.#readNow(job));
    this.#before = ending.catch(() => {});
    return ending;
  }

  /** Ends the thread, and what it reads as if it had taken too long. Another file starts another one. */
  async close(): Promise<void> {
    await this.#thread?.end();
  }

  async #readNow(job: ReadingJob): Promise<Ending<ThreadAnswer>> {
    if (this.#isSpent()) await this.#thread?.end();
    if (!this.#thread?.alive) {
      this.#thread = new ReadingThread(this.#entry, this.#limits.heap);
      this.#given = 0;
    }
    const used = this.#thread;
    this.#given += 1;
    await used.start();
    const before = this.#timeOf(used.systemThread);
    const watched = await underWatch(this.#limits, used.read(job));
    const isStarved = watched.how === 'too-long' && this.#wasStarved(before, this.#timeOf(used.systemThread));
    const ending: Ending<ThreadAnswer> = isStarved ? { how: 'starved' } : watched;
    if (ending.how !== 'answered') await used.end();
    const isWhole = ending.how === 'answered' && !('died' in ending.answer);
    // A second reading that does not end takes nothing from the first: it is as if there had been none.
    return isWhole || !used.first ? ending : { how: 'answered', answer: { assessed: used.first } };
  }

  /** Whether others had the processor for most of the time that a file is given. */
  #wasStarved(before: ProcessorTime | undefined, after: ProcessorTime | undefined): boolean {
    if (!before || !after) return false;
    const { milliseconds } = this.#limits;
    const [ran, waited] = [after.ran - before.ran, after.waited - before.waited];
    return ran < STARVED.ranAtMost * milliseconds && waited > STARVED.waitedAtLeast * milliseconds;
  }

  /** Whether the thread is worth replacing before it reads another file. */
  #isSpent(): boolean {
    const { restingBytes, leastFiles } = this.#limits;
    return this.#given >= leastFiles && process.memoryUsage.rss() > restingBytes;
  }
}
