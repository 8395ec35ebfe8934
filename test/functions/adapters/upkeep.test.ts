import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamodbPosition } from '../../../functions/adapters/dynamodb-position.ts';
import { dynamodbUpkeep } from '../../../functions/adapters/dynamodb-upkeep.ts';
import { s3Inbox } from '../../../functions/adapters/s3-inbox.ts';
import { failure } from '../../../records/failures.ts';
import type { ListPosition, ObjectVersion } from '../../../records/inbox-versions.ts';
import { type UploadRef, uploadName } from '../../../records/keys.ts';
import { reportDocx } from '../ingest/uploads.ts';
import { ingest, ingested } from '../ingest/world.ts';
import { openAdapterWorld } from './adapter-world.ts';
import { hasTableEngine, openStores, type Stores, WHY_SKIPPED } from './stores.ts';

const KEY = 'inbox/鹿 城+区/报告#1?%20&(终).docx';

describe.skipIf(!hasTableEngine())(`upkeep in the real stores (${WHY_SKIPPED})`, () => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await openStores();
  }, 60_000);
  afterAll(() => stores?.close());

  async function openWorld() {
    const world = await openAdapterWorld(stores);
    return { world, upkeep: dynamodbUpkeep(stores.dynamodb, world.tableName, world.deps.wait) };
  }

  test('entries of more uploads than a batch takes', async () => {
    const { world, upkeep } = await openWorld();
    const uploads = Array.from({ length: 230 }, (_, at): UploadRef => ({ bucket: 'b', key: KEY, versionId: `v${at}` }));
    for (const upload of uploads.slice(0, 120)) await upkeep.noteRequeued(upload, world.clock.now());
    const found = await upkeep.entries(uploads);
    expect([...found.keys()].sort()).toEqual(uploads.slice(0, 120).map(uploadName).sort());
    expect(found.get(uploadName({ bucket: 'b', key: KEY, versionId: 'v7' }))).toMatchObject({
      state: 'claimed',
      token: 0,
      office: '鹿 城+区',
      requeuedAt: world.clock.now().toISOString(),
    });
  });

  test('an upload that was put on the queue again can be claimed at once, and one that is settled stays so', async () => {
    const { world, upkeep } = await openWorld();
    const upload = await world.upload(KEY, reportDocx());
    await upkeep.noteRequeued(upload, world.clock.now());
    await ingest(world, upload);
    const settled = await world.reader.ledgerEntry(upload);
    expect(settled).toMatchObject({ state: 'settled', token: 1 });
    world.clock.pass(60);
    await upkeep.noteRequeued(upload, world.clock.now());
    expect(await world.reader.ledgerEntry(upload)).toEqual({ ...settled, requeuedAt: world.clock.now().toISOString() });
  });

  test('an upload is given up only while nobody has claimed it since', async () => {
    const { world, upkeep } = await openWorld();
    const upload = await world.upload(KEY, reportDocx());
    await world.deps.ledger.claim(upload, world.clock.now(), 60);
    const entry = await world.reader.ledgerEntry(upload);
    if (!entry) throw new Error('no entry');
    expect(await upkeep.abandon(entry, failure('worker-lost'), world.clock.now())).toBe(false);
    world.clock.pass(61);
    expect(await upkeep.abandon({ ...entry, token: 7 }, failure('worker-lost'), world.clock.now())).toBe(false);
    expect(await upkeep.abandon(entry, failure('worker-lost'), world.clock.now())).toBe(true);
    expect(await world.reader.ledgerEntry(upload)).toMatchObject({
      state: 'settled',
      settlement: { code: 'worker-lost' },
    });
  });

  test('a settled upload is taken up again once, and its history says how it had ended', async () => {
    const { world, upkeep } = await openWorld();
    const upload = await ingested(world, KEY, new Uint8Array());
    const entry = await world.reader.ledgerEntry(upload);
    if (!entry?.settlement) throw new Error('not settled');
    const reopening = {
      did: 'replay',
      at: world.clock.now().toISOString(),
      by: '值班',
      token: 1,
      settlement: entry.settlement,
    } as const;
    expect(await upkeep.reopen(entry, reopening, true)).toBe(true);
    expect(await upkeep.reopen(entry, reopening, true)).toBe(false);
    const opened = await world.reader.ledgerEntry(upload);
    expect(opened).toMatchObject({ state: 'claimed', rereading: true, reopened: [reopening] });
    expect(opened).not.toHaveProperty('settlement');
    expect(await world.deps.ledger.claim(upload, world.clock.now(), 60)).toMatchObject({
      kind: 'claimed',
      rereading: true,
      claim: { token: 2 },
    });
  });

  test('where a run stopped is kept, and forgotten at the end of the list', async () => {
    const { world } = await openWorld();
    const position = dynamodbPosition(stores.dynamodb, world.tableName);
    expect(await position.read()).toBeUndefined();
    const at = { from: { key: KEY, versionId: 'v1' }, open: { key: KEY, hiddenSince: '2021-01-01' }, missing: 3 };
    await position.save(at);
    expect(await position.read()).toEqual(at);
    await position.save(undefined);
    expect(await position.read()).toBeUndefined();
  });

  test.each([1, 2, 1000])(
    'the inbox is listed %i at a time, versions and delete markers in their order',
    async (limit) => {
      const { world } = await openWorld();
      const bucket = (await world.upload('other/x.docx', reportDocx())).bucket;
      const made: UploadRef[] = [];
      for (let second = 0; second < 5; second++) {
        made.push(
          second === 2
            ? await world.hide({ bucket, key: KEY, versionId: '' })
            : await world.upload(KEY, Uint8Array.of(second)),
        );
        world.clock.pass(1);
      }
      const other = await world.upload('inbox/a.docx', Uint8Array.of(9));
      const inbox = s3Inbox(stores.s3, bucket, 'inbox/', limit);
      const all: ObjectVersion[] = [];
      for (let from: ListPosition | undefined = {}; from; ) {
        const page = await inbox.list(from);
        all.push(...page.versions);
        from = page.next;
      }
      const byKey = all.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      expect(byKey.map(({ key, versionId, isMarker }) => [key, versionId, isMarker])).toEqual([
        [other.key, other.versionId, false],
        ...made.toReversed().map(({ versionId }, at) => [KEY, versionId, at === 2]),
      ]);
    },
  );
});
