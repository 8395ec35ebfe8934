import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import {
  type ObjectStore,
  type ObjectStoreOptions,
  type StoreEvent,
  startObjectStore,
} from '../../../local/object-store/object-store.ts';
import { BUCKET } from './bucket-name.ts';

export { BUCKET };
export const CREDENTIALS = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'secret/for+tests' };
export const REGION = 'cn-north-1';

export interface OpenStore {
  store: ObjectStore;
  s3: S3Client;
  events: StoreEvent[];
  directory: string;
}

/** A directory that is gone when the test ends. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'object-store-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** A store with one bucket and the SDK's client with its defaults; both end with the test. */
export async function openStore(
  options: Partial<ObjectStoreOptions> & { versioned?: boolean } = {},
): Promise<OpenStore> {
  const { versioned = false, ...given } = options;
  const directory = options.directory ?? (await temporaryDirectory());
  const events: StoreEvent[] = [];
  const store = await startObjectStore({
    credentials: CREDENTIALS,
    onEvent: (event) => {
      events.push(event);
    },
    ...given,
    directory,
  });
  await store.createBucket(BUCKET, { versioned });
  const s3 = openClient(store.endpoint);
  onTestFinished(async () => {
    s3.destroy();
    await store.close();
  });
  return { store, s3, events, directory };
}

export function openClient(endpoint: string, config: S3ClientConfig = {}): S3Client {
  return new S3Client({ endpoint, region: REGION, credentials: CREDENTIALS, forcePathStyle: true, ...config });
}

/** What a rejected SDK call looks like. */
export function refusal(name: string, httpStatusCode: number): object {
  return { name, $metadata: { httpStatusCode } };
}

/** Numbers from 0, for loops. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
