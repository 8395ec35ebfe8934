import { appendFile, rename, stat } from 'node:fs/promises';

/** Bytes after which the file is put aside, in place of the one that was put aside before. */
const FULL = 64 * 1024 * 1024;

/** What the stack's own buses took, a line each, for people and tests to read. */
export class EventLog {
  readonly #path: string;
  #turn: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** Resolves when the system has the line; a process that is killed afterwards loses nothing. */
  append(entry: object): Promise<void> {
    const mine = this.#turn.then(() => this.#write(`${JSON.stringify(entry)}\n`));
    this.#turn = mine.catch(() => {});
    return mine;
  }

  async #write(line: string): Promise<void> {
    const size = await stat(this.#path).then(
      (found) => found.size,
      () => 0,
    );
    if (size > FULL) await rename(this.#path, this.#path.replace(/\.jsonl$/, '.old.jsonl'));
    await appendFile(this.#path, line);
  }
}
