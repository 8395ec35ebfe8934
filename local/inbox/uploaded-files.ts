import * as z from 'zod';
import { Journal } from '../data-dir/journal.ts';

const entrySchema = z.object({ key: z.string(), size: z.number(), modifiedMs: z.number(), sha256: z.string() });

/** What a file was like when it was uploaded under a key. */
export type UploadedFile = z.infer<typeof entrySchema>;

/** Which files were uploaded, by key; it outlives the process. */
export class UploadedFiles {
  readonly #files = new Map<string, UploadedFile>();
  #journal: Journal | undefined;

  static async open(path: string): Promise<UploadedFiles> {
    const uploaded = new UploadedFiles();
    uploaded.#journal = await Journal.open(
      path,
      (entry) => uploaded.#set(entrySchema.parse(entry)),
      () => uploaded.#files.values(),
    );
    return uploaded;
  }

  get(key: string): UploadedFile | undefined {
    return this.#files.get(key);
  }

  async remember(file: UploadedFile): Promise<void> {
    this.#set(file);
    await this.#journal?.append(file);
  }

  async close(): Promise<void> {
    await this.#journal?.close();
  }

  #set(file: UploadedFile): void {
    this.#files.set(file.key, file);
  }
}
