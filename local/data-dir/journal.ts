import { type FileHandle, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { runShared } from '../object-store/run-shared.ts';
import { syncDirectory } from '../object-store/sync-directory.ts';

/** A journal with this many lines, and few of them still needed, is written anew. */
const WORTH_REWRITING = 2_000;

/**
 * An append-only file of JSON lines whose current meaning is a small state. An `append` that resolved survives a
 * crash; a last line without its end never happened.
 */
export class Journal {
  readonly #path: string;
  readonly #live: () => Iterable<unknown>;
  #handle: FileHandle;
  #lines: number;
  #length: number;
  #worthRewriting = WORTH_REWRITING;
  #broken: unknown;
  #waiting: string[] = [];
  readonly #flush = runShared(() => this.#writeWaiting());

  private constructor(path: string, fresh: Rewritten, live: () => Iterable<unknown>) {
    this.#path = path;
    this.#handle = fresh.handle;
    this.#lines = fresh.lines;
    this.#length = fresh.length;
    this.#live = live;
  }

  /**
   * Open or create a journal.
   * @param replay is handed each entry that was ever appended and still stands
   * @param live gives entries that, replayed, lead to the present state; used to shorten the file
   */
  static async open(path: string, replay: (entry: unknown) => void, live: () => Iterable<unknown>): Promise<Journal> {
    await mkdir(dirname(path), { recursive: true });
    for (const line of await readWholeLines(path)) replay(JSON.parse(line));
    return new Journal(path, await rewrite(path, live()), live);
  }

  append(entry: unknown): Promise<void> {
    this.#waiting.push(JSON.stringify(entry));
    return this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#handle.close();
  }

  async #writeWaiting(): Promise<void> {
    if (this.#broken) throw this.#broken;
    const lines = this.#waiting;
    if (lines.length === 0) return;
    this.#waiting = [];
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    try {
      await this.#handle.appendFile(bytes);
      await this.#handle.datasync();
    } catch (fault) {
      await this.#undo(fault);
      throw fault;
    }
    this.#length += bytes.length;
    this.#lines += lines.length;
    if (this.#lines > this.#worthRewriting) await this.#shorten();
  }

  // A full disk may have taken half a line. If it cannot be taken back, nothing more may be written behind it.
  async #undo(fault: unknown): Promise<void> {
    await this.#handle.truncate(this.#length).catch(() => {
      this.#broken = fault;
    });
  }

  // The state already holds what is still waiting to be appended; replaying that twice does no harm.
  async #shorten(): Promise<void> {
    const live = [...this.#live()];
    // Looked at again when it may be worth it, so that a journal of much that is needed is not counted at each entry.
    this.#worthRewriting = Math.max(WORTH_REWRITING, live.length * 2);
    if (live.length * 2 > this.#lines) return;
    const old = this.#handle;
    ({ handle: this.#handle, lines: this.#lines, length: this.#length } = await rewrite(this.#path, live));
    await old.close();
  }
}

async function readWholeLines(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return '';
    throw fault;
  });
  return text.split('\n').slice(0, -1);
}

interface Rewritten {
  readonly handle: FileHandle;
  readonly lines: number;
  /** Bytes. */
  readonly length: number;
}

async function rewrite(path: string, entries: Iterable<unknown>): Promise<Rewritten> {
  const lines = [...entries].map((entry) => `${JSON.stringify(entry)}\n`);
  const bytes = Buffer.from(lines.join(''));
  const fresh = `${path}.new`;
  await writeFile(fresh, bytes, { flush: true });
  await rename(fresh, path);
  await syncDirectory(dirname(path));
  return { handle: await open(path, 'a'), lines: lines.length, length: bytes.length };
}
