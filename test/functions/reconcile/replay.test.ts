import { describe, expect, test } from 'vitest';
import { ingestUpload } from '../../../functions/ingest/ingest-upload.ts';
import { findReplayable } from '../../../functions/reconcile/find-replayable.ts';
import { reopenUpload } from '../../../functions/reconcile/reopen-upload.ts';
import { type UploadRef, uploadName } from '../../../records/keys.ts';
import type { ReportRecord } from '../../../records/report-record.ts';
import { disturbedParts, recorded, StoreFault, TROUBLES, troubleAt, withTrouble } from '../ingest/disturb.ts';
import { stagedName } from '../ingest/memory-stores.ts';
import { REPORT, reportDocx } from '../ingest/uploads.ts';
import { deliverUntilDone, digest, ingest, ingested, settlementOf, stateOf } from '../ingest/world.ts';
import { deliverAll, openReconcileWorld, type ReconcileWorld } from './reconcile-world.ts';

const KEY = 'inbox/鹿城区/a.docx';
const LONE = 't2.licensing.decisions';

async function entryOf(world: ReconcileWorld, upload: UploadRef) {
  const entry = await world.reader.ledgerEntry(upload);
  if (!entry) throw new Error('no entry');
  return entry;
}

const reopen = async (world: ReconcileWorld, upload: UploadRef) =>
  reopenUpload(await entryOf(world, upload), { did: 'replay', by: '值班' }, world.redriving);

async function replay(world: ReconcileWorld, upload: UploadRef): Promise<void> {
  world.clock.pass(3600);
  expect(await reopen(world, upload)).toBe(true);
  await deliverAll(world);
}

/** Makes the newest record of the report one that an older reader had written. */
async function age(world: ReconcileWorld, change: (record: ReportRecord) => Partial<ReportRecord>): Promise<void> {
  const head = await world.reader.readHead(REPORT);
  const record = head && (await world.reader.readRecord(REPORT, head.newest.revision));
  if (!record) throw new Error('no record');
  const older = { ...record, ...change(record), versions: { ...record.versions, parser: '2020.1.1' } };
  const published = (await world.reader.revisions(REPORT)).find(({ revision }) => revision === head.newest.revision);
  if (!published) throw new Error('not published');
  world.stores.staged.set(stagedName(REPORT, published), older);
}

const misread = ({ figures }: ReportRecord): Partial<ReportRecord> => {
  const figure = figures[LONE];
  if (!figure) throw new Error('no such figure');
  return { figures: { ...figures, [LONE]: { ...figure, value: 7777 } } };
};

async function newestFigure(world: ReconcileWorld) {
  const head = await world.reader.readHead(REPORT);
  const record = head && (await world.reader.readRecord(REPORT, head.newest.revision));
  return record?.figures[LONE]?.value;
}

describe('a report read again', () => {
  test('by the same versions is settled as it was, without a revision', async () => {
    const world = openReconcileWorld();
    const upload = await ingested(world, KEY, reportDocx());
    const [head, settlement] = [await world.reader.readHead(REPORT), await settlementOf(world, upload)];
    await replay(world, upload);
    expect(await settlementOf(world, upload)).toEqual(settlement);
    expect(await world.reader.readHead(REPORT)).toEqual(head);
    expect(await world.reader.revisions(REPORT)).toHaveLength(1);
  });

  test('by a newer reader that says the same makes no revision', async () => {
    const world = openReconcileWorld();
    const upload = await ingested(world, KEY, reportDocx());
    await age(world, () => ({}));
    await replay(world, upload);
    expect(await world.reader.revisions(REPORT)).toHaveLength(1);
  });

  test('by a newer reader that says something else makes one, once, and the ledger says who asked', async () => {
    const world = openReconcileWorld();
    const upload = await ingested(world, KEY, reportDocx());
    const before = await settlementOf(world, upload);
    const right = await newestFigure(world);
    await age(world, misread);
    expect(await newestFigure(world)).toBe(7777);
    await replay(world, upload);
    expect(await newestFigure(world)).toBe(right);
    const revisions = await world.reader.revisions(REPORT);
    expect(revisions.map(({ number, sha256, uploadedAt }) => [number, sha256, uploadedAt])).toEqual([
      [1, digest(reportDocx()), '2021-01-20T08:00:00.000Z'],
      [2, digest(reportDocx()), '2021-01-20T08:00:00.000Z'],
    ]);
    expect(await world.reader.readHead(REPORT)).toMatchObject({ newest: { number: 2 }, accepted: { number: 2 } });
    const entry = await entryOf(world, upload);
    expect(entry).toMatchObject({
      state: 'settled',
      settlement: { outcome: 'accepted', revision: revisions[1]?.revision },
      reopened: [{ did: 'replay', by: '值班', token: 1, settlement: before }],
    });
    expect(entry).not.toHaveProperty('rereading');
    await replay(world, upload);
    expect(await world.reader.revisions(REPORT)).toHaveLength(2);
    expect((await entryOf(world, upload)).reopened).toHaveLength(2);
  });

  test('that a newer one has replaced becomes history, and the head stays', async () => {
    const world = openReconcileWorld();
    const older = await ingested(world, KEY, reportDocx());
    await age(world, misread);
    world.clock.pass(60);
    await ingested(world, KEY, reportDocx({ edition: 1 }));
    const head = await world.reader.readHead(REPORT);
    await replay(world, older);
    expect(await world.reader.revisions(REPORT)).toHaveLength(3);
    expect(await world.reader.readHead(REPORT)).toMatchObject({
      newest: head?.newest,
      accepted: head?.accepted,
      revisions: 3,
    });
  });

  test('after which the same bytes under another name are a duplicate of the new revision', async () => {
    const world = openReconcileWorld();
    const upload = await ingested(world, KEY, reportDocx());
    await age(world, misread);
    await replay(world, upload);
    const copy = await ingested(world, 'inbox/鹿城区/b.docx', reportDocx());
    expect(await settlementOf(world, copy)).toMatchObject({
      outcome: 'duplicate',
      duplicateOf: uploadName(upload),
      revision: (await settlementOf(world, upload))?.revision,
    });
  });

  test('whose body the older reader had not known is filed under it', async () => {
    const world = openReconcileWorld();
    const upload = await ingested(world, KEY, reportDocx());
    const sha256 = digest(reportDocx());
    const link = world.stores.content.get(sha256);
    if (!link) throw new Error('no link');
    world.stores.content.set(sha256, { ...link, body: null, report: { bodyKey: '?0123456789abcdef', year: 2020 } });
    await replay(world, upload);
    expect(world.stores.content.get(sha256)).toMatchObject({ report: REPORT });
    expect(await settlementOf(world, upload)).toMatchObject({ bodyKey: REPORT.bodyKey });
    expect(world.logged).toContain('report-moved');
  });
});

test('a rejected file is rejected again, and its entry says that it was tried', async () => {
  const world = openReconcileWorld();
  const upload = await ingested(world, KEY, new Uint8Array());
  await replay(world, upload);
  expect(await entryOf(world, upload)).toMatchObject({
    token: 2,
    settlement: { outcome: 'rejected', code: 'empty' },
    reopened: [{ settlement: { outcome: 'rejected', code: 'empty' } }],
  });
});

test('two who ask at once are one', async () => {
  const world = openReconcileWorld();
  const upload = await ingested(world, KEY, reportDocx());
  const asked = await Promise.all([reopen(world, upload), reopen(world, upload)]);
  expect(asked.sort()).toEqual([false, true]);
  expect(world.queue.sent).toHaveLength(1);
});

test('what can be replayed: by outcome and day, without what is gone or in progress', async () => {
  const world = openReconcileWorld();
  const since = world.clock.now();
  const accepted = await ingested(world, KEY, reportDocx());
  await ingested(world, 'inbox/鹿城区/b.docx', reportDocx());
  const rejected = await ingested(world, 'inbox/鹿城区/c.docx', new Uint8Array());
  const gone = await ingested(world, 'inbox/鹿城区/d.docx', reportDocx({ edition: 1 }));
  await world.deps.ledger.noteRemoval(gone, 'gone', since.toISOString(), since);
  world.clock.pass(24 * 3600);
  const later = await ingested(world, 'inbox/鹿城区/e.docx', reportDocx({ edition: 2 }));
  await world.upload('inbox/鹿城区/f.docx', reportDocx({ edition: 3 }));
  const names = async (from: Date, ...outcomes: ('accepted' | 'rejected')[]) =>
    (await findReplayable(from, new Set(outcomes), world.redriving)).map(({ key }) => key);
  expect(await names(since, 'accepted', 'rejected')).toEqual([accepted.key, rejected.key, later.key]);
  expect(await names(since, 'rejected')).toEqual([rejected.key]);
  expect(await names(world.clock.now(), 'accepted', 'rejected')).toEqual([later.key]);
});

describe('trouble at any effect', async () => {
  async function arrive() {
    const world = openReconcileWorld();
    const upload = await ingested(world, KEY, reportDocx());
    await age(world, misread);
    world.clock.pass(3600);
    return { world, upload };
  }

  const undisturbed = await arrive();
  const asking: string[] = [];
  const recording = disturbedParts(undisturbed.world.redriving, ['upkeep', 'queue'], (name, _, effect) => {
    asking.push(name);
    return effect();
  });
  const { world, upload } = undisturbed;
  await reopenUpload(await entryOf(world, upload), { did: 'replay', by: '值班' }, recording);
  const { world: reading, effects } = recorded(world);
  await ingest(reading, upload);
  const state = await stateOf(world, [upload], REPORT);

  test.each(effects.flatMap((effect, at) => TROUBLES.map((trouble) => [trouble, effect, at] as const)))(
    'of reading: after a %s %s the next delivery ends where an undisturbed one does',
    async (trouble, _, at) => {
      const arrived = await arrive();
      await reopen(arrived.world, arrived.upload);
      const delivery = ingestUpload(arrived.upload, false, withTrouble(arrived.world, trouble, at).deps);
      await expect(delivery).rejects.toThrow(StoreFault);
      await deliverUntilDone(arrived.world, arrived.upload);
      expect(await stateOf(arrived.world, [arrived.upload], REPORT)).toEqual(state);
    },
  );

  test.each(asking.flatMap((effect, at) => TROUBLES.map((trouble) => [trouble, effect, at] as const)))(
    'of asking: after a %s %s asking again, and delivering what is there, ends there too',
    async (trouble, _, at) => {
      const arrived = await arrive();
      const { redriving } = arrived.world;
      const disturbed = disturbedParts(redriving, ['upkeep', 'queue'], troubleAt(trouble, at));
      const asked = reopenUpload(
        await entryOf(arrived.world, arrived.upload),
        { did: 'replay', by: '值班' },
        disturbed,
      );
      await expect(asked).rejects.toThrow(StoreFault);
      const isOpen = (await entryOf(arrived.world, arrived.upload)).state === 'claimed';
      // An upload that is open without a message is what the reconciler finds.
      if (isOpen) arrived.world.queue.sent.push({ upload: arrived.upload, by: 'reconcile' });
      else await reopen(arrived.world, arrived.upload);
      await deliverAll(arrived.world);
      expect(await stateOf(arrived.world, [arrived.upload], REPORT)).toEqual(state);
    },
  );
});
