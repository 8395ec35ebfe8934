import { join, resolve } from 'node:path';

/** Where things are kept in the data folder, `.gouji` by default. */
export interface DataDir {
  readonly root: string;
  /** Dropped into with a file manager: `inbox/<office>/<file>`. */
  readonly inbox: string;
  readonly objects: string;
  readonly tables: string;
  readonly queues: string;
  readonly logs: string;
  /** What the stack's own event buses took. */
  readonly events: string;
  /** Which files of the inbox were uploaded. */
  readonly uploaded: string;
  /** Says where a running cloud answers; absent when none runs. */
  readonly running: string;
}

export const DEFAULT_DATA_DIR = '.gouji';

export function layOutDataDir(folder: string): DataDir {
  const root = resolve(folder);
  return {
    root,
    inbox: join(root, 'inbox'),
    objects: join(root, 'objects'),
    tables: join(root, 'tables.sqlite'),
    queues: join(root, 'queues'),
    logs: join(root, 'logs'),
    events: join(root, 'events.jsonl'),
    uploaded: join(root, 'uploaded.jsonl'),
    running: join(root, 'endpoints.json'),
  };
}
