import { afterAll, beforeAll, describe } from 'vitest';
import { describeIngest } from '../ingest/scenarios/scenarios.ts';
import { openAdapterWorld } from './adapter-world.ts';
import { hasTableEngine, openStores, type Stores, WHY_SKIPPED } from './stores.ts';

describe.skipIf(!hasTableEngine())(`through S3 and DynamoDB (${WHY_SKIPPED})`, () => {
  let stores: Stores | undefined;
  beforeAll(async () => {
    stores = await openStores();
  });
  afterAll(() => stores?.close());

  describeIngest(async () => {
    if (!stores) throw new Error('the stores were not opened');
    return openAdapterWorld(stores);
  });
});
