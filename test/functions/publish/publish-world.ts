import { dynamodbChanges } from '../../../functions/adapters/dynamodb-changes.ts';
import type { PublishDependencies } from '../../../functions/publish/publish-dependencies.ts';
import type { ReportEvent } from '../../../records/contract/report-event.ts';
import { openAdapterWorld } from '../adapters/adapter-world.ts';
import type { Stores } from '../adapters/stores.ts';
import { openMemoryWorld } from '../ingest/memory-world.ts';
import { digest, logInto, turn, type World } from '../ingest/world.ts';
import { memoryChanges } from './memory-changes.ts';

/** A world of ingest, and what publishes from its stores onto a bus that remembers. */
export interface PublishWorld {
  readonly world: World;
  readonly publish: PublishDependencies;
  /** What the bus accepted, in order. */
  readonly sent: readonly ReportEvent[];
  readonly logged: readonly string[];
}

function over(world: World, changes: PublishDependencies['changes']): PublishWorld {
  const sent: ReportEvent[] = [];
  const logged: string[] = [];
  const bus = {
    async send(events: readonly ReportEvent[]) {
      await turn();
      sent.push(...events);
    },
  };
  const { reports, clock } = world.deps;
  return { world, sent, logged, publish: { changes, bus, reports, clock, log: logInto(logged), digest } };
}

export function openInMemory(): PublishWorld {
  const world = openMemoryWorld();
  return over(world, memoryChanges(world.stores));
}

export async function openThroughAdapters(stores: Stores): Promise<PublishWorld & { readonly tableName: string }> {
  const world = await openAdapterWorld(stores);
  const changes = dynamodbChanges(stores.dynamodb, world.tableName, world.deps.wait);
  return { ...over(world, changes), tableName: world.tableName };
}
