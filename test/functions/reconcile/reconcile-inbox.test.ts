import { describe, expect, test } from 'vitest';
import { ingestUpload } from '../../../functions/ingest/ingest-upload.ts';
import { reconcileInbox } from '../../../functions/reconcile/reconcile-inbox.ts';
import type { UploadRef } from '../../../records/keys.ts';
import { disturbedParts, StoreFault, TROUBLES, troubleAt, withTrouble } from '../ingest/disturb.ts';
import { REPORT, reportDocx } from '../ingest/uploads.ts';
import { AFTER_THE_LEASE, ingest, ingested, settlementOf } from '../ingest/world.ts';
import { deliverAll, openReconcileWorld, type ReconcileWorld, reconcile } from './reconcile-world.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const KEY = 'inbox/鹿城区/a b+c.docx';

const FETCH = 1;
const NOTHING = { requeued: 0, abandoned: 0, removed: 0, returned: 0, missing: 0, next: undefined };

/** A worker that dies after it has claimed the upload. */
async function killed(world: ReconcileWorld, upload: UploadRef): Promise<void> {
  world.clock.pass(AFTER_THE_LEASE);
  const dying = withTrouble(world, 'crash before', FETCH);
  await expect(ingestUpload(upload, true, dying.deps)).rejects.toThrow(StoreFault);
}

describe('an upload that was never announced', () => {
  test('is put on the queue again after ten minutes, once, and read', async () => {
    const world = openReconcileWorld();
    const upload = await world.upload(KEY, reportDocx());
    world.clock.pass(9 * MINUTE);
    expect(await reconcile(world)).toMatchObject({ ...NOTHING, versions: 1 });
    world.clock.pass(2 * MINUTE);
    expect(await reconcile(world)).toMatchObject({ ...NOTHING, requeued: 1 });
    expect(world.queue.sent).toEqual([{ upload, by: 'reconcile' }]);
    expect(await world.reader.ledgerEntry(upload)).toMatchObject({ state: 'claimed', token: 0 });
    world.clock.pass(15 * MINUTE);
    expect(await reconcile(world)).toMatchObject(NOTHING);
    await deliverAll(world);
    expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'accepted' });
    world.clock.pass(2 * HOUR);
    expect(await reconcile(world)).toMatchObject(NOTHING);
    expect(await world.reader.ledgerOfDay(world.clock.now())).toHaveLength(1);
  });

  test('is missing after an hour, and put there again if the message was lost as well', async () => {
    const world = openReconcileWorld();
    await world.upload(KEY, reportDocx());
    world.clock.pass(11 * MINUTE);
    await reconcile(world);
    world.queue.sent.length = 0;
    world.clock.pass(61 * MINUTE);
    expect(await reconcile(world)).toMatchObject({ ...NOTHING, requeued: 1, missing: 1 });
  });

  test('may be among those that wait, and is given an hour', async () => {
    const world = openReconcileWorld();
    const waiting = await world.upload(KEY, reportDocx());
    await world.queue.send([waiting], 'replay');
    world.clock.pass(59 * MINUTE);
    expect(await reconcile(world)).toMatchObject(NOTHING);
    world.clock.pass(2 * MINUTE);
    expect(await reconcile(world)).toMatchObject({ ...NOTHING, requeued: 1, missing: 1 });
  });
});

describe('an upload whose worker was killed', () => {
  test('is left to the queue at first, and then put there again', async () => {
    const world = openReconcileWorld();
    const upload = await world.upload(KEY, reportDocx());
    await killed(world, upload);
    world.clock.pass(9 * MINUTE);
    expect(await reconcile(world)).toMatchObject(NOTHING);
    world.clock.pass(3 * MINUTE);
    expect(await reconcile(world)).toMatchObject({ ...NOTHING, requeued: 1 });
    await deliverAll(world);
    expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'accepted' });
  });

  test('is never put there while a worker holds it', async () => {
    const world = openReconcileWorld();
    const upload = await world.upload(KEY, reportDocx());
    world.clock.pass(3 * HOUR);
    await world.deps.ledger.claim(upload, world.clock.now(), 60);
    expect(await reconcile(world)).toMatchObject(NOTHING);
  });

  test('ten times is failed, says so, and is not tried again by itself', async () => {
    const world = openReconcileWorld();
    const upload = await world.upload(KEY, reportDocx());
    for (let claim = 0; claim < 10; claim++) await killed(world, upload);
    world.clock.pass(2 * HOUR);
    expect(await reconcile(world)).toMatchObject({ ...NOTHING, abandoned: 1, missing: 1 });
    expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'failed', code: 'worker-lost' });
    world.clock.pass(48 * HOUR);
    expect(await reconcile(world)).toMatchObject(NOTHING);
    expect(world.queue.sent).toEqual([]);
  });

  test('is not given up when somebody has claimed it since', async () => {
    const world = openReconcileWorld();
    const upload = await world.upload(KEY, reportDocx());
    for (let claim = 0; claim < 10; claim++) await killed(world, upload);
    world.clock.pass(2 * HOUR);
    const late = disturbedParts(world.reconciling, ['upkeep'], async (name, _, effect) => {
      if (name === 'abandon') await ingest(world, upload);
      return effect();
    });
    expect(await reconcileInbox({}, late)).toMatchObject({ abandoned: 0 });
    expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'accepted' });
  });
});

test('what a fault ended is tried again after an hour, though it was published already', async () => {
  const world = openReconcileWorld();
  const upload = await world.upload(KEY, reportDocx());
  const PUBLISH = 6;
  await expect(ingestUpload(upload, true, withTrouble(world, 'fault after', PUBLISH).deps)).rejects.toThrow(StoreFault);
  expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'failed', code: 'StoreFault' });
  expect(await world.reader.revisions(REPORT)).toHaveLength(1);
  world.clock.pass(59 * MINUTE);
  expect(await reconcile(world)).toMatchObject(NOTHING);
  world.clock.pass(2 * MINUTE);
  expect(await reconcile(world)).toMatchObject({ ...NOTHING, requeued: 1 });
  await deliverAll(world);
  expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'accepted' });
  expect(await world.reader.revisions(REPORT)).toHaveLength(1);
});

describe('removals that nobody told of', () => {
  test('a hidden object, one that came back, one that is gone', async () => {
    const world = openReconcileWorld();
    const { reader, deps } = world;
    const hidden = await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
    const returned = await ingested(world, 'inbox/鹿城区/b.docx', reportDocx({ edition: 1 }));
    const gone = await ingested(world, 'inbox/鹿城区/c.docx', reportDocx({ edition: 2 }));
    const there = await ingested(world, 'inbox/鹿城区/d.docx', reportDocx({ edition: 3 }));
    world.clock.pass(HOUR);
    const since = world.clock.now().toISOString();
    await world.hide(hidden);
    await deps.ledger.noteRemoval(returned, 'hidden', since, world.clock.now());
    await world.remove(gone);
    world.clock.pass(HOUR);
    expect(await reconcile(world)).toMatchObject({ ...NOTHING, removed: 2, returned: 1 });
    expect(await reader.ledgerEntry(hidden)).toMatchObject({ removal: 'hidden', removedAt: since });
    expect(await reader.ledgerEntry(returned)).not.toHaveProperty('removal');
    expect(await reader.ledgerEntry(gone)).toMatchObject({ removal: 'gone' });
    expect(await reader.ledgerEntry(there)).not.toHaveProperty('removal');
    expect(await reconcile(world)).toMatchObject(NOTHING);
  });

  test('what arrives behind the place that the list has reached is not taken for gone', async () => {
    const world = openReconcileWorld(1);
    await ingested(world, 'inbox/鹿城区/b.docx', reportDocx());
    await ingested(world, 'inbox/鹿城区/c.docx', reportDocx({ edition: 1 }));
    world.clock.pass(HOUR);
    const meanwhile = disturbedParts(world.reconciling, ['inbox'], async (_, at, effect) => {
      const page = await effect();
      if (at === 0) await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ edition: 2 }));
      return page;
    });
    expect(await reconcileInbox({}, meanwhile)).toMatchObject({ ...NOTHING, versions: 2 });
  });
});

test('a run that is out of time goes on where it stopped, and adds up what is missing', async () => {
  const world = openReconcileWorld();
  const uploads = [];
  for (let edition = 0; edition < 7; edition++) {
    const upload = await world.upload(`inbox/鹿城区/${edition}.docx`, reportDocx({ edition }));
    uploads.push(upload);
    if (edition % 3 === 0) await world.hide(upload);
  }
  world.clock.pass(2 * HOUR);
  let from: Awaited<ReturnType<typeof reconcile>>['next'];
  let runs = 0;
  const missing: number[] = [];
  do {
    const found = await reconcileInbox({ from, isTimeUp: () => true }, world.reconciling);
    missing.push(found.missing);
    from = found.next;
    runs += 1;
  } while (from && runs < 20);
  expect(runs).toBe(5);
  expect(missing.at(-1)).toBe(7);
  expect(new Set(world.queue.sent.map(({ upload }) => upload.key)).size).toBe(7);
  const entries = await Promise.all(uploads.map((upload) => world.reader.ledgerEntry(upload)));
  expect(entries.map((entry) => entry?.removal ?? '')).toEqual(['hidden', '', '', 'hidden', '', '', 'hidden']);
});

test('a look changes nothing', async () => {
  const world = openReconcileWorld();
  const upload = await world.upload(KEY, reportDocx());
  await world.hide(await ingested(world, 'inbox/鹿城区/b.docx', reportDocx({ edition: 1 })));
  const killedTenTimes = await world.upload('inbox/鹿城区/c.docx', reportDocx({ edition: 2 }));
  for (let claim = 0; claim < 10; claim++) await killed(world, killedTenTimes);
  world.clock.pass(2 * HOUR);
  const before = new Map(world.stores.ledger);
  const found: string[] = [];
  const seen = await reconcileInbox(
    { isDry: true, onFound: ({ upload: { key }, what }) => found.push(`${what} ${key}`) },
    world.reconciling,
  );
  expect(seen).toMatchObject({ requeued: 1, abandoned: 1, removed: 1, missing: 2 });
  expect(found.sort()).toEqual([
    'abandoned inbox/鹿城区/c.docx',
    `removed inbox/鹿城区/b.docx`,
    `requeued ${upload.key}`,
  ]);
  expect(world.stores.ledger).toEqual(before);
  expect(world.queue.sent).toEqual([]);
});

describe('trouble at any effect', async () => {
  /** One upload of each kind that the reconciler has something to do about. */
  async function arrive() {
    const world = openReconcileWorld();
    const hidden = await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
    const gone = await ingested(world, 'inbox/鹿城区/b.docx', reportDocx({ edition: 1 }));
    const returned = await ingested(world, 'inbox/鹿城区/e.docx', reportDocx({ edition: 4 }));
    await world.hide(hidden);
    await world.remove(gone);
    await world.deps.ledger.noteRemoval(returned, 'hidden', world.clock.now().toISOString(), world.clock.now());
    const unannounced = await world.upload('inbox/鹿城区/c.docx', reportDocx({ edition: 2 }));
    const lost = await world.upload('inbox/鹿城区/d.docx', reportDocx({ edition: 3 }));
    for (let claim = 0; claim < 10; claim++) await killed(world, lost);
    world.clock.pass(2 * HOUR);
    return { world, uploads: [hidden, gone, returned, unannounced, lost] };
  }

  const PARTS = ['inbox', 'ledger', 'upkeep', 'queue'] as const;

  /** The next run, some time later, and the deliveries that it caused. */
  async function endOf({ world, uploads }: Awaited<ReturnType<typeof arrive>>) {
    world.clock.pass(2 * HOUR);
    await reconcile(world);
    await deliverAll(world);
    const entries = await Promise.all(uploads.map((upload) => world.reader.ledgerEntry(upload)));
    const { revisions = 0 } = (await world.reader.readHead(REPORT)) ?? {};
    return {
      revisions,
      entries: entries.map((entry) => [
        entry?.state,
        entry?.settlement?.outcome,
        entry?.settlement?.code,
        entry?.removal,
      ]),
    };
  }

  const undisturbed = await arrive();
  const effects: string[] = [];
  const recording = disturbedParts(undisturbed.world.reconciling, PARTS, (name, _, effect) => {
    effects.push(name);
    return effect();
  });
  await reconcileInbox({}, recording);
  const end = await endOf(undisturbed);

  test('the end that all come to', () => {
    expect(end).toEqual({
      revisions: 4,
      entries: [
        ['settled', 'accepted', undefined, 'hidden'],
        ['settled', 'accepted', undefined, 'gone'],
        ['settled', 'accepted', undefined, undefined],
        ['settled', 'accepted', undefined, undefined],
        ['settled', 'failed', 'worker-lost', undefined],
      ],
    });
  });

  test.each(effects.flatMap((effect, at) => TROUBLES.map((trouble) => [trouble, effect, at] as const)))(
    'after a %s %s the next run ends where an undisturbed one does',
    async (trouble, _, at) => {
      const arrived = await arrive();
      const disturbed = disturbedParts(arrived.world.reconciling, PARTS, troubleAt(trouble, at));
      await expect(reconcileInbox({}, disturbed)).rejects.toThrow(StoreFault);
      expect(await endOf(arrived)).toEqual(end);
    },
  );

  test('two at once end there too', async () => {
    const arrived = await arrive();
    await Promise.all([reconcile(arrived.world), reconcile(arrived.world)]);
    expect(await endOf(arrived)).toEqual(end);
  });
});
