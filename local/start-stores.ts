import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { authorizeFunctions } from './authorize-functions.ts';
import type { Closers } from './closers.ts';
import type { DataDir } from './data-dir/data-dir.ts';
import type { Endpoints } from './endpoints.ts';
import { routeEvents } from './events/route-events.ts';
import { findFreePort } from './find-free-port.ts';
import { startObjectStore } from './object-store/object-store.ts';
import type { DurableQueue } from './queue/durable-queue.ts';
import { createTables } from './table/create-tables.ts';
import { startTableEngine } from './table/start-table-engine.ts';
import { LOCAL } from './template/physical-names.ts';
import type { Wiring } from './template/wiring.ts';

interface StoreSetup {
  readonly dataDir: DataDir;
  readonly closers: Closers;
  readonly ports: { readonly s3?: number; readonly dynamodb?: number };
  readonly onFault: (fault: unknown) => void;
}

/** The object store with the template's buckets, telling the rules, and the table engine with its tables. */
export async function startStores(
  wiring: Wiring,
  queues: ReadonlyMap<string, DurableQueue>,
  { dataDir, closers, ports, onFault }: StoreSetup,
): Promise<Endpoints> {
  await mkdir(dataDir.logs, { recursive: true });
  const tables = await startTableEngine({
    file: dataDir.tables,
    logFile: join(dataDir.logs, 'tables.log'),
    port: ports.dynamodb ?? 0,
  });
  closers.add(() => tables.stop());
  await createTables(tables.endpoint, wiring.tables);

  const objects = await startObjectStore({
    directory: dataDir.objects,
    port: await findFreePort(ports.s3 ?? 0),
    region: LOCAL.region,
    authorize: authorizeFunctions(wiring.functions, wiring.buckets),
    onEvent: routeEvents(wiring, queues),
    onFault,
  });
  closers.add(() => objects.close());
  for (const { name, versioned } of wiring.buckets) await objects.createBucket(name, { versioned });
  return { s3: objects.endpoint, dynamodb: tables.endpoint };
}
