import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Bucket } from './bucket.ts';
import { S3Error } from './errors.ts';
import { syncDirectory } from './sync-directory.ts';

const NAME = /^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** All buckets under one directory, a subdirectory each. */
export class Buckets {
  readonly #directory: string;
  readonly #buckets = new Map<string, Bucket>();
  readonly #creating = new Set<string>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  async open(): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    for (const name of await readdir(this.#directory)) await this.#openOne(name);
  }

  /** In the order of their names. */
  all(): Bucket[] {
    return [...this.#buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  has(name: string): boolean {
    return this.#buckets.has(name);
  }

  /** Throws NoSuchBucket. */
  get(name: string): Bucket {
    const bucket = this.#buckets.get(name);
    if (!bucket) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
    return bucket;
  }

  /** Throws InvalidBucketName, BucketAlreadyOwnedByYou. */
  async create(name: string, created: Date, versioned: boolean): Promise<void> {
    if (!NAME.test(name)) throw new S3Error('InvalidBucketName', 'The specified bucket is not valid.');
    if (this.#buckets.has(name) || this.#creating.has(name)) {
      throw new S3Error('BucketAlreadyOwnedByYou', 'The bucket you tried to create already exists, and you own it.');
    }
    this.#creating.add(name);
    try {
      await Bucket.create(join(this.#directory, name), created, versioned);
      await syncDirectory(this.#directory);
      await this.#openOne(name);
    } finally {
      this.#creating.delete(name);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.all().map((bucket) => bucket.close()));
  }

  async #openOne(name: string): Promise<void> {
    const directory = join(this.#directory, name);
    const files = await readdir(directory);
    if (files.includes('journal')) this.#buckets.set(name, await Bucket.open(name, directory));
    else await removeUnfinished(directory, files);
  }
}

// The journal appears last, so a directory with nothing else in it is a creation that was interrupted and never
// acknowledged. Anything more means that a journal was lost, which is not for us to tidy away.
async function removeUnfinished(directory: string, files: readonly string[]): Promise<void> {
  if (files.some((file) => file !== 'journal.new')) throw new Error(`${directory} has no journal`);
  await rm(directory, { recursive: true });
}
