import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runShared } from './run-shared.ts';
import { syncDirectory } from './sync-directory.ts';

const UNFINISHED = '.part';

export type Write = (chunk: Buffer) => Promise<void>;

/**
 * Bodies on disk, each written once and never changed. Their names are random, so that nothing depends on what an
 * object key may contain; the journal says which body belongs to which object.
 */
export class BodyFiles {
  readonly #directory: string;
  readonly #syncNames: () => Promise<void>;

  constructor(directory: string) {
    this.#directory = directory;
    this.#syncNames = runShared(() => syncDirectory(directory));
  }

  /** Writes one body; when this resolves, it is durable. On failure nothing stays behind. */
  async write<T>(fill: (write: Write) => Promise<T>): Promise<{ file: string; filled: T }> {
    return this.#create(async (path) => {
      const handle = await open(path, 'wx');
      try {
        const filled = await fill((chunk) => handle.writeFile(chunk));
        await handle.sync();
        return filled;
      } finally {
        await handle.close();
      }
    });
  }

  /** A second body with the same bytes, sharing blocks where the file system can. */
  async copy(source: BodyFiles, file: string): Promise<string> {
    const copied = await this.#create(async (path) => {
      await copyFile(join(source.#directory, file), path, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
      const handle = await open(path, 'r+');
      await handle.sync().finally(() => handle.close());
    });
    return copied.file;
  }

  /** Once open, a body can be read to its end even if it is removed meanwhile. */
  open(file: string): Promise<FileHandle> {
    return open(join(this.#directory, file), 'r');
  }

  async remove(files: Iterable<string>): Promise<void> {
    await Promise.all([...files].map((file) => rm(join(this.#directory, file), { force: true })));
  }

  /** Removes what a crash left: unfinished bodies, and finished ones that no journal entry names. */
  async sweep(wanted: ReadonlySet<string>): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    const found = await readdir(this.#directory);
    await this.remove(found.filter((file) => !wanted.has(file)));
  }

  async #create<T>(fill: (path: string) => Promise<T>): Promise<{ file: string; filled: T }> {
    const file = randomUUID();
    const path = join(this.#directory, file);
    try {
      const filled = await fill(path + UNFINISHED);
      await rename(path + UNFINISHED, path);
      await this.#syncNames();
      return { file, filled };
    } catch (fault) {
      await this.remove([file + UNFINISHED, file]);
      throw fault;
    }
  }
}
