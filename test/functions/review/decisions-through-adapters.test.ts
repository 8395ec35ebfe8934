import { afterAll, beforeAll, describe } from 'vitest';
import { openAdapterWorld } from '../adapters/adapter-world.ts';
import { hasTableEngine, openStores, type Stores, WHY_SKIPPED } from '../adapters/stores.ts';
import { describeDecisions } from './describe-decisions.ts';

describe.skipIf(!hasTableEngine())(`through DynamoDB (${WHY_SKIPPED})`, () => {
  let stores: Stores | undefined;
  beforeAll(async () => {
    stores = await openStores();
  });
  afterAll(() => stores?.close());

  describeDecisions(async () => {
    if (!stores) throw new Error('the stores were not opened');
    return openAdapterWorld(stores);
  });
});
