import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Buckets } from './buckets.ts';
import { lockDirectory } from './directory-lock.ts';
import type { StoreParts } from './exchange.ts';
import { type Listening, listen } from './listen.ts';
import {
  type Credentials,
  DEFAULT_HOST,
  DEFAULT_MAX_OBJECT_SIZE,
  DEFAULT_REGION,
  type ObjectStoreOptions,
} from './options.ts';

export type { StoreEvent } from './events.ts';
export type { AccessRequest, ObjectStoreOptions } from './options.ts';

export interface ObjectStore {
  /** `http://127.0.0.1:port`, for path-style requests. */
  endpoint: string;
  /** Makes a bucket unless it is there already; resolves with whether it was made. */
  createBucket(name: string, options?: { versioned?: boolean }): Promise<boolean>;
  /** Lets requests under way finish, then closes. */
  close(): Promise<void>;
}

/**
 * Starts an S3-compatible server over a directory. What it acknowledges is on disk.
 * Rejects when the directory is in use, a journal is damaged or the address is not loopback.
 */
export async function startObjectStore(options: ObjectStoreOptions): Promise<ObjectStore> {
  const directory = resolve(options.directory);
  await mkdir(directory, { recursive: true });
  const unlock = await lockDirectory(directory);
  const buckets = new Buckets(join(directory, 'buckets'));
  const close = async (listening?: Listening): Promise<void> => {
    await listening?.close();
    await buckets.close();
    await unlock();
  };
  try {
    await buckets.open();
    const parts = assemble(options, buckets);
    const listening = await listen(parts, {
      host: options.host ?? DEFAULT_HOST,
      port: options.port ?? 0,
      allowRemote: options.allowRemote ?? false,
    });
    let closing: Promise<void> | undefined;
    return {
      endpoint: listening.endpoint,
      createBucket: (name, { versioned = false } = {}) => makeBucket(parts, name, versioned),
      close: () => {
        closing ??= close(listening);
        return closing;
      },
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}

async function makeBucket({ buckets, now }: StoreParts, name: string, versioned: boolean): Promise<boolean> {
  if (buckets.has(name)) return false;
  await buckets.create(name, now(), versioned);
  return true;
}

function assemble(options: ObjectStoreOptions, buckets: Buckets): StoreParts {
  return {
    buckets,
    region: options.region ?? DEFAULT_REGION,
    credentials: listCredentials(options.credentials),
    maxObjectSize: options.maxObjectSize ?? DEFAULT_MAX_OBJECT_SIZE,
    authorize: options.authorize ?? (() => true),
    cors: options.cors ?? (() => undefined),
    emit: async (event) => options.onEvent?.(event),
    now: options.now ?? (() => new Date()),
    onFault: options.onFault ?? ((fault) => console.error('object store:', fault)),
  };
}

function listCredentials(given: ObjectStoreOptions['credentials']): readonly Credentials[] {
  if (given === undefined) return [];
  return 'accessKeyId' in given ? [given] : given;
}
