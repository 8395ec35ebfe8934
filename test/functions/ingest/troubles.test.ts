import { describe, expect, test } from 'vitest';
import { ingestUpload } from '../../../functions/ingest/ingest-upload.ts';
import { TryAgain } from '../../../functions/try-again.ts';
import type { UploadRef } from '../../../records/keys.ts';
import { disturbed, recorded, StoreFault, TROUBLES, type Trouble, withTrouble } from './disturb.ts';
import { openMemoryWorld } from './memory-world.ts';
import { REPORT, reportDocx } from './uploads.ts';
import { deliverUntilDone, ingest, ingested, settlementOf, stateOf, type World } from './world.ts';

interface Situation {
  readonly name: string;
  /** Brings the world to where the upload in question arrives. */
  readonly arrive: (world: World) => Promise<UploadRef>;
}

const SITUATIONS: readonly Situation[] = [
  { name: 'the first report', arrive: (world) => world.upload('a.docx', reportDocx()) },
  {
    name: 'a correction',
    async arrive(world) {
      await ingested(world, 'a.docx', reportDocx());
      return world.upload('a.docx', reportDocx({ edition: 1 }));
    },
  },
  {
    name: 'a duplicate',
    async arrive(world) {
      await ingested(world, 'a.docx', reportDocx());
      return world.upload('b.docx', reportDocx());
    },
  },
  { name: 'a file that cannot be read', arrive: (world) => world.upload('a.docx', new Uint8Array()) },
  {
    name: 'a file that is gone',
    async arrive(world) {
      const upload = await world.upload('a.docx', reportDocx());
      await world.remove(upload);
      return upload;
    },
  },
];

type MemoryWorld = ReturnType<typeof openMemoryWorld>;

/** All that is left, with what waits to be told to others: each move of the head once, without a gap. */
async function endOf(world: MemoryWorld, upload: UploadRef): Promise<unknown> {
  const changes = world.stores.changes.map(({ change }) => ({ ...change, at: '' }));
  return { ...Object(await stateOf(world, [upload], REPORT)), changes };
}

async function undisturbed({ arrive }: Situation) {
  const opened = openMemoryWorld();
  const upload = await arrive(opened);
  const { world, effects } = recorded(opened);
  await ingest(world, upload);
  return { effects, state: await endOf(opened, upload) };
}

async function disturbedOnce({ arrive }: Situation, trouble: Trouble, effectNumber: number, lastDelivery = false) {
  const world = openMemoryWorld();
  const upload = await arrive(world);
  const delivery = ingestUpload(upload, lastDelivery, withTrouble(world, trouble, effectNumber).deps);
  await expect(delivery).rejects.toThrow(StoreFault);
  return { world, upload };
}

describe.each(SITUATIONS.map((situation) => [situation.name, situation] as const))('%s', async (_, situation) => {
  const { effects, state } = await undisturbed(situation);
  const places = effects.flatMap((effect, at) => TROUBLES.map((trouble) => [trouble, effect, at] as const));

  test.each(places)('after a %s %s the next delivery ends where an undisturbed one does', async (trouble, __, at) => {
    const { world, upload } = await disturbedOnce(situation, trouble, at);
    await deliverUntilDone(world, upload);
    expect(await endOf(world, upload)).toEqual(state);
  });

  test.each(places.filter(([trouble]) => trouble.startsWith('fault')))(
    'a %s %s does not keep the next delivery waiting for the lease',
    async (trouble, effect, at) => {
      if (effect === 'claim' && trouble === 'fault after') return;
      const { world, upload } = await disturbedOnce(situation, trouble, at);
      await ingest(world, upload);
      expect(await endOf(world, upload)).toEqual(state);
    },
  );

  test.each(places.filter(([trouble, effect]) => trouble === 'fault before' && effect !== 'claim'))(
    'a %s %s on the last delivery leaves failed with its reason, and a redrive heals it',
    async (trouble, __, at) => {
      const { world, upload } = await disturbedOnce(situation, trouble, at, true);
      expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'failed', code: 'StoreFault', fault: true });
      await ingest(world, upload);
      expect(await endOf(world, upload)).toEqual(state);
    },
  );

  test('a second delivery after the end changes nothing', async () => {
    const world = openMemoryWorld();
    const upload = await situation.arrive(world);
    await ingest(world, upload);
    await ingest(world, upload);
    expect(await endOf(world, upload)).toEqual(state);
  });
});

test('what waits to be told is each move of the head, numbered without a gap', async () => {
  const world = openMemoryWorld();
  await ingested(world, 'a.docx', reportDocx());
  await ingested(world, 'a.docx', reportDocx({ edition: 1 }));
  const moves = world.stores.changes.map(({ change: { sequence, before, after } }) => [
    sequence,
    before?.newest ?? null,
    after.newest,
  ]);
  const [first, second] = (await world.reader.revisions(REPORT)).map(({ revision }) => revision);
  // Each publication is followed by what comparing with the neighbours found.
  expect(moves).toEqual([
    [1, null, first],
    [2, first, first],
    [3, first, second],
    [4, second, second],
  ]);
});

test('the effects of publishing, in order', async () => {
  const [first] = SITUATIONS;
  if (!first) throw new Error('no situation');
  const { effects } = await undisturbed(first);
  const publishing = ['claim', 'fetch', 'findContent', 'putEvidence', 'stage', 'readHead', 'publish'];
  const comparing = ['readHead', 'readRecord', 'readHead', 'readAcross', 'putAcross'];
  const nextYear = ['readHead'];
  expect(effects).toEqual([...publishing, ...comparing, ...nextYear, 'settle']);
});

test('a fault after publishing on the last delivery says failed until a redrive has compared the neighbours', async () => {
  const [first] = SITUATIONS;
  if (!first) throw new Error('no situation');
  const { effects, state } = await undisturbed(first);
  const { world, upload } = await disturbedOnce(first, 'fault after', effects.indexOf('publish'), true);
  expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'failed', code: 'StoreFault', fault: true });
  await ingest(world, upload);
  expect(await endOf(world, upload)).toEqual(state);
});

test('an answer that was lost after settling does not turn the success into a failure, even on the last delivery', async () => {
  const [first] = SITUATIONS;
  if (!first) throw new Error('no situation');
  const { effects, state } = await undisturbed(first);
  const { world, upload } = await disturbedOnce(first, 'fault after', effects.indexOf('settle'), true);
  expect(await endOf(world, upload)).toEqual(state);
});

test('a head that keeps moving gives the delivery back and frees the upload', async () => {
  const world = openMemoryWorld();
  const upload = await world.upload('a.docx', reportDocx());
  const moving = disturbed(world, async (name, _, effect) => (name === 'publish' ? 'head-moved' : effect()));
  await expect(ingest(moving, upload)).rejects.toThrow(TryAgain);
  expect(await world.reader.revisions(REPORT)).toEqual([]);
  await ingest(world, upload);
  expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'accepted' });
});

test('a head that keeps moving on the last delivery is a failure that says so', async () => {
  const world = openMemoryWorld();
  const upload = await world.upload('a.docx', reportDocx());
  const moving = disturbed(world, async (name, _, effect) => (name === 'publish' ? 'head-moved' : effect()));
  await expect(ingestUpload(upload, true, moving.deps)).rejects.toThrow(TryAgain);
  expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'failed', code: 'TryAgain', fault: true });
});

test('a worker that failed late on its last delivery does not overwrite what another one published', async () => {
  const world = openMemoryWorld();
  const upload = await world.upload('a.docx', reportDocx());
  const late = disturbed(world, async (name, _, effect) => {
    if (name !== 'publish') return effect();
    world.clock.pass(61);
    await ingest(world, upload);
    throw new StoreFault('timed out');
  });
  await expect(ingestUpload(upload, true, late.deps)).rejects.toThrow(StoreFault);
  expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'accepted' });
});
