import { Worker } from 'node:worker_threads';
import type { Assessed } from '../dependencies.ts';
import type { ReadingAnswer, ReadingJob, ReadingPost } from '../reading-worker/protocol.ts';

/** What became of a file: an answer; or the thread was ended, by us or by its heap limit, or by what nobody caught. */
export type ThreadAnswer = ReadingAnswer | { readonly died: 'ended' | 'crashed' };

/** The thread in which files are read. It keeps the process alive only while somebody waits for it. */
export class ReadingThread {
  readonly #worker: Worker;
  readonly #started: Promise<void>;
  #alive = true;
  #answer: ((answer: ThreadAnswer) => void) | undefined;
  #first: Assessed | undefined;
  #thread: number | undefined;

  constructor(entry: URL, heapMegabytes: number) {
    this.#worker = new Worker(entry, {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
      // Ours may name a loader for TypeScript, which would go through pdf.js as well.
      execArgv: [],
    });
    this.#worker.unref();
    this.#started = new Promise((resolve, reject) => {
      this.#worker.on('message', (post: ReadingPost) => {
        if ('ready' in post) {
          this.#thread = post.thread;
          resolve();
        } else if ('first' in post) this.#first = post.first;
        else this.#answer?.(post);
      });
      this.#worker.on('error', (error: NodeJS.ErrnoException) => {
        // It exits a moment later: it is not to be given the next file meanwhile.
        this.#alive = false;
        reject(error);
        this.#answer?.({ died: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'ended' : 'crashed' });
      });
      this.#worker.on('exit', () => {
        if (this.#alive) reject(new Error('The reading thread ended before it began'));
        else resolve();
        this.#answer?.({ died: this.#alive ? 'crashed' : 'ended' });
        this.#alive = false;
      });
    });
    this.#started.catch(() => {});
  }

  /** Whether it can be given another file. */
  get alive(): boolean {
    return this.#alive;
  }

  /** Of the file being read, or read last, the first reading, where a second one was begun. */
  get first(): Assessed | undefined {
    return this.#first;
  }

  /** The thread as the system names it, where it does. */
  get systemThread(): number | undefined {
    return this.#thread;
  }

  /**
   * Waits until it can read. What that takes is not the fault of a file.
   * @throws Error when it cannot be started
   */
  start(): Promise<void> {
    return this.#whileWaiting(() => this.#started);
  }

  /** Reads one file; the next one only after the answer. */
  read({ bytes, ...job }: ReadingJob): Promise<ThreadAnswer> {
    this.#first = undefined;
    if (!this.#alive) return Promise.resolve({ died: 'ended' });
    return this.#whileWaiting(
      () =>
        new Promise<ThreadAnswer>((resolve) => {
          this.#answer = resolve;
          const copy = new Uint8Array(bytes);
          this.#worker.postMessage({ ...job, bytes: copy } satisfies ReadingJob, [copy.buffer]);
        }),
    );
  }

  /** Ends the thread, whatever it does; resolves when its memory is free again. */
  async end(): Promise<void> {
    this.#alive = false;
    await this.#worker.terminate();
  }

  async #whileWaiting<T>(wait: () => Promise<T>): Promise<T> {
    this.#worker.ref();
    try {
      return await wait();
    } finally {
      this.#answer = undefined;
      this.#worker.unref();
    }
  }
}
