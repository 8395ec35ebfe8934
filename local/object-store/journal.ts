import { type FileHandle, open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Entry, entrySchema } from './journal-entry.ts';
import { runShared } from './run-shared.ts';
import { syncDirectory } from './sync-directory.ts';

const NEWLINE = 0x0a;

/**
 * An append-only file of JSON lines; the only thing that decides what exists. An entry whose `append` resolved
 * survives a crash; one that did not is there whole or not at all, since a last line without its end is dropped.
 */
export class Journal {
  readonly #handle: FileHandle;
  #length: number;
  #waiting: Entry[] = [];
  #fault: unknown;
  readonly #flush = runShared(() => this.#writeWaiting());

  private constructor(handle: FileHandle, length: number) {
    this.#handle = handle;
    this.#length = length;
  }

  /** Opens or creates the file and hands every entry to `replay`. Throws when an entry before the last is damaged. */
  static async open(path: string, replay: (entry: Entry) => void): Promise<Journal> {
    const handle = await open(path, 'a+');
    try {
      const bytes = await handle.readFile();
      const whole = bytes.lastIndexOf(NEWLINE) + 1;
      for (const line of linesOf(bytes.subarray(0, whole))) replay(parseEntry(line, path));
      await handle.truncate(whole);
      await handle.sync();
      return new Journal(handle, whole);
    } catch (fault) {
      await handle.close();
      throw fault;
    }
  }

  /** Replaces a journal's file by one with only these entries, durably and at once. */
  static async rewrite(path: string, entries: Iterable<Entry>): Promise<void> {
    const fresh = `${path}.new`;
    await writeFile(fresh, [...entries].map(formatEntry).join(''), { flush: true });
    await rename(fresh, path);
    await syncDirectory(dirname(path));
  }

  append(entry: Entry): Promise<void> {
    if (this.#fault) return Promise.reject(this.#fault);
    this.#waiting.push(entry);
    return this.#flush();
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  async #writeWaiting(): Promise<void> {
    const bytes = Buffer.from(this.#waiting.map(formatEntry).join(''));
    this.#waiting = [];
    if (this.#fault) throw this.#fault;
    try {
      await this.#handle.writeFile(bytes);
      await this.#handle.datasync();
      this.#length += bytes.length;
    } catch (fault) {
      await this.#undo(fault);
      throw fault;
    }
  }

  // A full disk may have taken half a line. If it cannot be taken back, nothing more may be written behind it.
  async #undo(fault: unknown): Promise<void> {
    try {
      await this.#handle.truncate(this.#length);
      await this.#handle.datasync();
    } catch {
      this.#fault = fault;
    }
  }
}

function formatEntry(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}

function parseEntry(line: string, path: string): Entry {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`A journal entry cannot be read: ${path}: ${line.slice(0, 200)}`, { cause });
  }
}

function* linesOf(bytes: Buffer): Generator<string> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start);
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}
