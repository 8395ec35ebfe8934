import { describe, expect, test } from 'vitest';
import { ingestUpload } from '../../../functions/ingest/ingest-upload.ts';
import { findStranded } from '../../../functions/reconcile/find-stranded.ts';
import { redrive } from '../../../functions/reconcile/redrive.ts';
import type { UploadRef } from '../../../records/keys.ts';
import { disturbedParts, StoreFault, TROUBLES, troubleAt, withTrouble } from '../ingest/disturb.ts';
import { reportDocx } from '../ingest/uploads.ts';
import { ingested, settlementOf } from '../ingest/world.ts';
import { deliverAll, openReconcileWorld, type ReconcileWorld, reconcile } from './reconcile-world.ts';

const HOUR = 3600;

const messageOf = (upload: UploadRef) =>
  JSON.stringify({
    'detail-type': 'Object Created',
    detail: { bucket: { name: upload.bucket }, object: { key: upload.key, 'version-id': upload.versionId } },
  });

const FETCH = 1;

/** Failed on its last delivery. */
async function failed(world: ReconcileWorld, key: string, edition: number): Promise<UploadRef> {
  const upload = await world.upload(key, reportDocx({ edition }));
  const delivery = ingestUpload(upload, true, withTrouble(world, 'fault before', FETCH).deps);
  await expect(delivery).rejects.toThrow(StoreFault);
  return upload;
}

/** One of each kind that can be among the dead letters, or failed without one. */
async function arrive() {
  const world = openReconcileWorld();
  const since = world.clock.now();
  const withLetter = await failed(world, 'inbox/a.docx', 0);
  const twice = await failed(world, 'inbox/b.docx', 1);
  const without = await failed(world, 'inbox/c.docx', 2);
  const unclaimed = await world.upload('inbox/d.docx', reportDocx({ edition: 3 }));
  const done = await ingested(world, 'inbox/e.docx', reportDocx({ edition: 4 }));
  for (const upload of [withLetter, twice, twice, unclaimed, done]) world.deadLetters.add(messageOf(upload));
  world.deadLetters.add('not ours');
  return { world, since, uploads: [withLetter, twice, without, unclaimed, done] };
}

async function redriveAll(since: Date, deps: ReconcileWorld['redriving']) {
  for (const stranded of await findStranded(since, deps)) await redrive(stranded, '值班', deps);
}

async function endOf({ world, uploads }: Awaited<ReturnType<typeof arrive>>) {
  await deliverAll(world);
  const settlements = await Promise.all(uploads.map((upload) => settlementOf(world, upload)));
  return {
    outcomes: settlements.map((settlement) => settlement?.outcome),
    revisions: [...world.stores.revisions.values()].reduce((sum, { size }) => sum + size, 0),
    letters: [...world.deadLetters.letters.values()],
  };
}

const END = { outcomes: Array.from({ length: 5 }, () => 'accepted'), revisions: 5, letters: ['not ours'] };

test('says of each what it is and what is to be done', async () => {
  const { world, since } = await arrive();
  const stranded = await findStranded(since, world.redriving);
  expect(stranded.map(({ upload, plan, letter }) => [upload?.key, plan, letter !== undefined])).toEqual([
    ['inbox/a.docx', 'reopen', true],
    ['inbox/b.docx', 'reopen', true],
    ['inbox/b.docx', 'reopen', true],
    ['inbox/d.docx', 'resend', true],
    ['inbox/e.docx', 'discard', true],
    [undefined, 'leave', true],
    ['inbox/c.docx', 'reopen', false],
  ]);
  expect(world.deadLetters.letters.size).toBe(6);
});

test('drives all of them to their end, and leaves what is none of ours', async () => {
  const arrived = await arrive();
  await redriveAll(arrived.since, arrived.world.redriving);
  // The second letter of the same upload is found again, when there is nothing left to do about it.
  arrived.world.deadLetters.hidden.clear();
  await deliverAll(arrived.world);
  await redriveAll(arrived.since, arrived.world.redriving);
  expect(await endOf(arrived)).toEqual(END);
  expect(
    await arrived.world.reader.ledgerEntry(arrived.uploads[0] ?? { bucket: '', key: '', versionId: '' }),
  ).toMatchObject({
    reopened: [{ did: 'redrive', by: '值班', settlement: { outcome: 'failed', code: 'StoreFault' } }],
  });
});

test('sends the message of a removal again as it was', async () => {
  const world = openReconcileWorld();
  const body = JSON.stringify({
    'detail-type': 'Object Deleted',
    time: '2021-01-20T08:00:01Z',
    detail: {
      bucket: { name: 'inbox' },
      object: { key: 'inbox/a.docx', 'version-id': 'v1' },
      'deletion-type': 'Permanently Deleted',
    },
  });
  world.deadLetters.add(body);
  await redriveAll(world.clock.now(), world.redriving);
  expect(world.queue.resent).toEqual([body]);
  expect(world.deadLetters.letters.size).toBe(0);
});

describe('trouble at any effect', async () => {
  const PARTS = ['upkeep', 'queue', 'deadLetters'] as const;
  const undisturbed = await arrive();
  const effects: string[] = [];
  const recording = disturbedParts(undisturbed.world.redriving, PARTS, (name, _, effect) => {
    effects.push(name);
    return effect();
  });
  await redriveAll(undisturbed.since, recording);

  test.each(effects.flatMap((effect, at) => TROUBLES.map((trouble) => [trouble, effect, at] as const)))(
    'after a %s %s the reconciler and another redrive end where an undisturbed one does',
    async (trouble, _, at) => {
      const arrived = await arrive();
      const { world, since } = arrived;
      await expect(redriveAll(since, disturbedParts(world.redriving, PARTS, troubleAt(trouble, at)))).rejects.toThrow();
      for (let round = 0; round < 2; round++) {
        world.clock.pass(2 * HOUR);
        world.deadLetters.hidden.clear();
        await redriveAll(since, world.redriving);
        await deliverAll(world);
        await reconcile(world);
        await deliverAll(world);
      }
      expect(await endOf(arrived)).toEqual(END);
    },
  );
});
