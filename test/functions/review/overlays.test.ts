import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamodbOverlays } from '../../../functions/adapters/dynamodb-overlays.ts';
import { correctReading } from '../../../functions/review/correct-reading.ts';
import { overlaySchema } from '../../../records/contract/api/reports.ts';
import { openAdapterWorld } from '../adapters/adapter-world.ts';
import { hasTableEngine, openStores, type Stores, WHY_SKIPPED } from '../adapters/stores.ts';
import { REPORT, reportDocx } from '../ingest/uploads.ts';
import { ingested } from '../ingest/world.ts';

const FIGURE = 't3.granted.natural_person';

describe.skipIf(!hasTableEngine())(`corrected readings in the table (${WHY_SKIPPED})`, () => {
  let stores: Stores | undefined;
  beforeAll(async () => {
    stores = await openStores();
  });
  afterAll(() => stores?.close());

  test('stand beside the revision in order, each with its author; the revision stays', async () => {
    if (!stores) throw new Error('the stores were not opened');
    const world = await openAdapterWorld(stores);
    await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
    const revision = (await world.reader.readHead(REPORT))?.newest.revision ?? '';
    const before = await world.reader.readRecord(REPORT, revision);
    const overlays = dynamodbOverlays(stores.dynamodb, world.tableName);
    const deps = { reports: world.reader, overlays, clock: world.clock.now };
    const about = { report: REPORT, revision, figure: FIGURE, reason: '印章遮挡' };
    const first = await correctReading({ ...about, value: 3 }, '审批人', deps);
    world.clock.pass(1);
    const second = await correctReading({ ...about, value: null }, '另一人', deps);
    expect(overlaySchema.parse(first)).toMatchObject({ value: 3, by: '审批人', read: before?.figures[FIGURE]?.value });
    expect(await overlays.ofRevision(REPORT, revision)).toEqual([first, second]);
    expect(await overlays.ofRevision(REPORT, 'another')).toEqual([]);
    expect(await world.reader.readRecord(REPORT, revision)).toEqual(before);
    expect(await correctReading({ ...about, figure: 't3.none.none', value: 1 }, '审批人', deps)).toBeUndefined();
    expect(await correctReading({ ...about, revision: 'another', value: 1 }, '审批人', deps)).toBeUndefined();
    expect(await overlays.ofRevision(REPORT, revision)).toHaveLength(2);
  });
});
