import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccessControl } from './access/access-control.ts';
import { eventDemands } from './access/demands/event-demands.ts';
import { objectDemand } from './access/demands/object-demand.ts';
import { queueDemands } from './access/demands/queue-demands.ts';
import { tableDemands } from './access/demands/table-demands.ts';
import { guardService, REFUSALS } from './access/guard-service.ts';
import type { Closers } from './closers.ts';
import type { DataDir } from './data-dir/data-dir.ts';
import type { Endpoints } from './endpoints.ts';
import { announceObjects } from './events/announce-objects.ts';
import type { EventBuses } from './events/event-buses.ts';
import { freePortNear } from './find-free-port.ts';
import { eventService } from './json-services/event-service.ts';
import type { JsonServer } from './json-services/json-server.ts';
import { queueService } from './json-services/queues/queue-service.ts';
import { proxyTables } from './json-services/table-proxy.ts';
import { startObjectStore } from './object-store/object-store.ts';
import type { DurableQueue } from './queue/durable-queue.ts';
import { createTables } from './table/create-tables.ts';
import { startTableEngine } from './table/start-table-engine.ts';
import { LOCAL } from './template/physical-names.ts';
import type { Wiring } from './template/wiring.ts';

interface StoreSetup {
  /** The queues by name. */
  readonly queues: ReadonlyMap<string, DurableQueue>;
  readonly buses: EventBuses;
  /** Where tables, queues and events are going to answer. */
  readonly server: JsonServer;
  readonly access: AccessControl;
  readonly dataDir: DataDir;
  readonly closers: Closers;
  /** The wanted port of the object store. */
  readonly port: number;
  /** Origins of the page, which puts and gets objects by links. */
  readonly origins: readonly string[];
  readonly onFault: (fault: unknown) => void;
}

/** The object store with the template's buckets, telling the rules; the table engine with its tables; the queues. */
export async function startStores(wiring: Wiring, setup: StoreSetup): Promise<Omit<Endpoints, 'web'>> {
  const { queues, buses, server, access, dataDir, closers, port, origins, onFault } = setup;
  await mkdir(dataDir.logs, { recursive: true });
  const tables = await startTableEngine({
    file: dataDir.tables,
    logFile: join(dataDir.logs, 'tables.log'),
    port: 0,
  });
  closers.add(() => tables.stop());
  await createTables(tables.endpoint, wiring.tables);
  const proxy = proxyTables(tables.endpoint);
  closers.add(async () => proxy.close());
  const asksTables = tableDemands(wiring.tables);
  server.serve('DynamoDB_20120810', guardService(proxy.service, asksTables, access, REFUSALS.dynamodb));
  server.serve('AmazonSQS', guardService(queueService(queues), queueDemands(wiring.queues), access, REFUSALS.sqs));
  server.serve('AWSEvents', guardService(eventService(buses), eventDemands, access, REFUSALS.events));

  const objects = await startObjectStore({
    directory: dataDir.objects,
    port: await freePortNear(port),
    region: LOCAL.region,
    authorize: (request) => access.refusalOf(request.accessKeyId, objectDemand(request, wiring.buckets)) === undefined,
    cors: (bucket) => {
      const cors = wiring.buckets.find(({ name }) => name === bucket)?.cors;
      return cors && { ...cors, origins };
    },
    onEvent: announceObjects(wiring.buckets, buses),
    onFault,
  });
  closers.add(() => objects.close());
  for (const { name, versioned } of wiring.buckets) await objects.createBucket(name, { versioned });
  const { endpoint } = server;
  return { s3: objects.endpoint, dynamodb: endpoint, sqs: endpoint, eventbridge: endpoint };
}
