import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { LINKING } from '../../../functions/adapters/s3-file-links.ts';
import { LOCAL_CREDENTIALS } from '../../../local/functions/describe-environment.ts';
import { type ObjectStore, startObjectStore } from '../../../local/object-store/object-store.ts';
import { startTableEngine } from '../../../local/table/start-table-engine.ts';
import { LOCAL } from '../../../local/template/physical-names.ts';

/** An object store and a table engine of their own, with the clients that the handler would have. */
export interface Stores {
  readonly objects: ObjectStore;
  readonly s3: S3Client;
  readonly dynamodb: DynamoDBDocumentClient;
  readonly tablesEndpoint: string;
  /** What the object store takes for the time. */
  setClock(now: () => Date): void;
  close(): Promise<void>;
}

/** Whether a table engine can be started here: ours runs on Linux x64 only. */
export function hasTableEngine(): boolean {
  if (process.env.DYNAMODB_ENDPOINT) return true;
  try {
    return existsSync(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide'));
  } catch {
    return false;
  }
}

export const WHY_SKIPPED = 'skipped where no table engine runs: Linux x64, or DYNAMODB_ENDPOINT set';

export async function openStores(): Promise<Stores> {
  const directory = await mkdtemp(join(tmpdir(), 'gouji-adapters-'));
  let now = () => new Date();
  const engine = await startTableEngine({
    file: join(directory, 'tables.db'),
    logFile: join(directory, 'tables.log'),
    port: 0,
  });
  const objects = await startObjectStore({ directory: join(directory, 'objects'), now: () => now() });
  const connection = { region: LOCAL.region, credentials: { ...LOCAL_CREDENTIALS } };
  const s3 = new S3Client({ ...connection, ...LINKING, endpoint: objects.endpoint, forcePathStyle: true });
  const client = new DynamoDBClient({ ...connection, endpoint: engine.endpoint });
  return {
    objects,
    s3,
    // As functions/ingest/handler.ts makes it.
    dynamodb: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    tablesEndpoint: engine.endpoint,
    setClock: (clock) => {
      now = clock;
    },
    async close() {
      s3.destroy();
      client.destroy();
      await objects.close();
      await engine.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
