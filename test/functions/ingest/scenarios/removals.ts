import { expect, test } from 'vitest';
import { noteRemoval } from '../../../../functions/ingest/note-removal.ts';
import type { UploadRef } from '../../../../records/keys.ts';
import { REPORT, reportDocx } from '../uploads.ts';
import { ingest, ingested, type World } from '../world.ts';

const KEY = 'inbox/鹿城区/a b+c.docx';

const entryOf = (world: World, upload: UploadRef) => world.reader.ledgerEntry(upload);
const atNow = (world: World) => world.clock.now().toISOString();

/** Hides the object; gives the event that tells of it. */
export async function hidden(world: World, upload: UploadRef) {
  return { kind: 'removed', upload: await world.hide(upload), removal: 'hidden', at: atNow(world) } as const;
}

/** Deletes a version, or a marker, for good; gives the event that tells of it. */
export async function deleted(world: World, upload: UploadRef) {
  await world.remove(upload);
  return { kind: 'removed', upload, removal: 'gone', at: atNow(world) } as const;
}

export function describeRemovals(openWorld: () => Promise<World>): void {
  test('by a delete marker is marked, however often it is told, and its record stays', async () => {
    const world = await openWorld();
    const upload = await ingested(world, KEY, reportDocx());
    const head = await world.reader.readHead(REPORT);
    world.clock.pass(3600);
    const event = await hidden(world, upload);
    const removedAt = atNow(world);
    await noteRemoval(event, world.deps);
    world.clock.pass(3600);
    await noteRemoval(event, world.deps);
    expect(await entryOf(world, upload)).toMatchObject({
      removal: 'hidden',
      removedAt,
      settlement: { outcome: 'accepted' },
    });
    expect(await world.reader.readHead(REPORT)).toEqual(head);
    expect(await world.reader.revisions(REPORT)).toHaveLength(1);
    expect(await world.reader.ledgerOfDay(world.clock.now())).toHaveLength(1);
  });

  test('for good is marked, and its record stays', async () => {
    const world = await openWorld();
    const upload = await ingested(world, KEY, reportDocx());
    world.clock.pass(60);
    await noteRemoval(await deleted(world, upload), world.deps);
    expect(await entryOf(world, upload)).toMatchObject({
      removal: 'gone',
      removedAt: atNow(world),
      settlement: { outcome: 'accepted' },
    });
    expect(await world.reader.revisions(REPORT)).toHaveLength(1);
  });

  test('before it was read is not forgotten: hidden it is read all the same', async () => {
    const world = await openWorld();
    const upload = await world.upload(KEY, reportDocx());
    world.clock.pass(60);
    const event = await hidden(world, upload);
    const removedAt = atNow(world);
    await noteRemoval(event, world.deps);
    expect(await entryOf(world, upload)).toMatchObject({ state: 'claimed', token: 0, removedAt });
    world.clock.pass(60);
    await ingest(world, upload);
    expect(await entryOf(world, upload)).toMatchObject({
      token: 1,
      removal: 'hidden',
      removedAt,
      settlement: { outcome: 'accepted' },
    });
    expect(await world.reader.ledgerOfDay(world.clock.now())).toHaveLength(1);
  });

  test('for good before it was read: nothing is written of it until it is its turn, then that it is gone', async () => {
    const world = await openWorld();
    const upload = await world.upload(KEY, reportDocx());
    await noteRemoval(await deleted(world, upload), world.deps);
    expect(await entryOf(world, upload)).toBeUndefined();
    await ingest(world, upload);
    expect(await entryOf(world, upload)).toMatchObject({
      removal: 'gone',
      settlement: { outcome: 'failed', code: 'object-gone' },
    });
    world.clock.pass(3600);
    await ingest(world, upload);
    expect(await entryOf(world, upload)).toMatchObject({ token: 1 });
  });

  test('hidden and then deleted for good keeps the time at which it was first missed', async () => {
    const world = await openWorld();
    const upload = await ingested(world, KEY, reportDocx());
    world.clock.pass(60);
    const removedAt = atNow(world);
    const first = await hidden(world, upload);
    await noteRemoval(first, world.deps);
    world.clock.pass(60);
    await noteRemoval(await deleted(world, upload), world.deps);
    await noteRemoval(first, world.deps);
    expect(await entryOf(world, upload)).toMatchObject({ removal: 'gone', removedAt });
  });

  test('comes back when its delete marker is deleted', async () => {
    const world = await openWorld();
    const upload = await ingested(world, KEY, reportDocx());
    const event = await hidden(world, upload);
    await noteRemoval(event, world.deps);
    await noteRemoval(await deleted(world, event.upload), world.deps);
    const entry = await entryOf(world, upload);
    expect(entry).toMatchObject({ settlement: { outcome: 'accepted' } });
    expect(entry).not.toHaveProperty('removedAt');
    // The deletion of the marker tells of a version that never was an upload.
    expect(await world.reader.ledgerOfDay(world.clock.now())).toHaveLength(1);
  });

  test('leaves what replaced it, and what bears a longer name, alone', async () => {
    const world = await openWorld();
    const older = await ingested(world, KEY, reportDocx());
    world.clock.pass(60);
    const event = await hidden(world, older);
    world.clock.pass(60);
    const newer = await ingested(world, KEY, reportDocx({ edition: 1 }));
    const other = await ingested(world, `${KEY}.docx`, reportDocx({ edition: 2 }));
    await noteRemoval(event, world.deps);
    expect(await entryOf(world, older)).toMatchObject({ removal: 'hidden' });
    expect(await entryOf(world, newer)).not.toHaveProperty('removal');
    expect(await entryOf(world, other)).not.toHaveProperty('removal');
  });

  test('does not make the head go back, and the same bytes again make no new revision', async () => {
    const world = await openWorld();
    await ingested(world, KEY, reportDocx());
    world.clock.pass(60);
    const newest = await ingested(world, KEY, reportDocx({ edition: 1 }));
    const head = await world.reader.readHead(REPORT);
    await noteRemoval(await deleted(world, newest), world.deps);
    world.clock.pass(60);
    const again = await ingested(world, KEY, reportDocx({ edition: 1 }));
    expect(await world.reader.readHead(REPORT)).toEqual(head);
    expect(await entryOf(world, again)).toMatchObject({ settlement: { outcome: 'duplicate' } });
    expect(await world.reader.revisions(REPORT)).toHaveLength(2);
  });
}
