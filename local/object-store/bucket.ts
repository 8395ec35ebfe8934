import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BodyFiles } from './body-files.ts';
import { BucketState } from './bucket-state.ts';
import { Journal } from './journal.ts';
import type { Entry } from './journal-entry.ts';
import { Turns } from './take-turns.ts';

// Replaying a few thousand entries takes milliseconds; rewriting is for journals that are mostly history.
const MIN_HISTORY_TO_COMPACT = 1000;

interface Watch {
  key: string;
  deleted: boolean;
}

/** One bucket: its journal, the state that follows from it, and its bodies. */
export class Bucket {
  readonly name: string;
  readonly state: BucketState;
  readonly bodies: BodyFiles;
  readonly #journal: Journal;
  readonly #turns = new Turns();
  readonly #watches = new Set<Watch>();

  private constructor(name: string, state: BucketState, bodies: BodyFiles, journal: Journal) {
    this.name = name;
    this.state = state;
    this.bodies = bodies;
    this.#journal = journal;
  }

  /** Makes a bucket's directory; it exists from the moment its journal has a first entry. */
  static async create(directory: string, created: Date, versioned: boolean): Promise<void> {
    await mkdir(directory, { recursive: true });
    const versioning = versioned ? ('Enabled' as const) : undefined;
    await Journal.rewrite(join(directory, 'journal'), [
      { op: 'bucket', created: created.toISOString(), seq: 0, versioning },
    ]);
  }

  static async open(name: string, directory: string): Promise<Bucket> {
    const path = join(directory, 'journal');
    const state = new BucketState();
    let entries = 0;
    let journal = await Journal.open(path, (entry) => {
      state.apply(entry);
      entries += 1;
    });
    const live = [...state.entries()];
    if (entries > 2 * live.length + MIN_HISTORY_TO_COMPACT) {
      await journal.close();
      await Journal.rewrite(path, live);
      journal = await Journal.open(path, () => undefined);
    }
    const bodies = new BodyFiles(join(directory, 'bodies'));
    await bodies.sweep(state.files());
    return new Bucket(name, state, bodies, journal);
  }

  /**
   * One change to what `subject` (a key or an upload) names: `decide` sees the state after every earlier change to it
   * and returns the entry, or nothing. When this resolves the entry is durable and visible.
   */
  commit<E extends Entry>(subject: string, decide: () => E | undefined): Promise<E | undefined> {
    return this.inTurn(subject, async () => {
      const entry = decide();
      if (!entry) return undefined;
      await this.#journal.append(entry);
      this.#noteDeletion(entry);
      await this.bodies.remove(this.state.apply(entry));
      return entry;
    });
  }

  inTurn<T>(subject: string, task: () => Promise<T>): Promise<T> {
    return this.#turns.take(subject, task);
  }

  nextSeq(): number {
    this.state.seq += 1;
    return this.state.seq;
  }

  /** Runs a task that wants to know whether its key was deleted from while it ran. */
  async watching<T>(key: string, task: (watch: Readonly<Watch>) => Promise<T>): Promise<T> {
    const watch = { key, deleted: false };
    this.#watches.add(watch);
    try {
      return await task(watch);
    } finally {
      this.#watches.delete(watch);
    }
  }

  async close(): Promise<void> {
    await this.#turns.settled();
    await this.#journal.close();
  }

  #noteDeletion(entry: Entry): void {
    const deletes = entry.op === 'remove' || (entry.op === 'put' && entry.version.kind === 'marker');
    if (!deletes) return;
    for (const watch of this.#watches) if (watch.key === entry.key) watch.deleted = true;
  }
}
