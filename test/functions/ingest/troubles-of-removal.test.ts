import { describe, expect, test } from 'vitest';
import { noteRemoval } from '../../../functions/ingest/note-removal.ts';
import type { InboxEvent } from '../../../functions/ingest/upload-event.ts';
import type { UploadRef } from '../../../records/keys.ts';
import { recorded, StoreFault, TROUBLES, withTrouble } from './disturb.ts';
import { openMemoryWorld } from './memory-world.ts';
import { deleted, hidden } from './scenarios/removals.ts';
import { REPORT, reportDocx } from './uploads.ts';
import { ingest, ingested, stateOf, type World } from './world.ts';

const KEY = 'inbox/鹿城区/a.docx';

interface Situation {
  readonly uploads: readonly UploadRef[];
  readonly event: Extract<InboxEvent, { kind: 'removed' }>;
}

const SITUATIONS: Readonly<Record<string, (world: World) => Promise<Situation>>> = {
  async 'two versions hidden by one marker'(world: World) {
    const first = await ingested(world, KEY, reportDocx());
    const second = await world.upload(KEY, reportDocx({ edition: 1 }));
    return { uploads: [first, second], event: await hidden(world, second) };
  },
  async 'a version deleted for good'(world: World) {
    const upload = await ingested(world, KEY, reportDocx());
    return { uploads: [upload], event: await deleted(world, upload) };
  },
  async 'a marker deleted'(world: World) {
    const upload = await ingested(world, KEY, reportDocx());
    const event = await hidden(world, upload);
    await noteRemoval(event, world.deps);
    return { uploads: [upload], event: await deleted(world, event.upload) };
  },
};

async function endOf(world: World, { uploads, event }: Situation) {
  await noteRemoval(event, world.deps);
  for (const upload of uploads) await ingest(world, upload).catch(() => undefined);
  const removals = await Promise.all(uploads.map((upload) => world.reader.ledgerEntry(upload)));
  return [await stateOf(world, uploads, REPORT), removals.map((entry) => [entry?.removal, entry?.removedAt])];
}

describe.each(Object.entries(SITUATIONS))('%s', async (_, arrive) => {
  const world = openMemoryWorld();
  const situation = await arrive(world);
  const { world: recording, effects } = recorded(world);
  await noteRemoval(situation.event, recording.deps);
  const state = await endOf(world, situation);
  const places = effects.flatMap((effect, at) => TROUBLES.map((trouble) => [trouble, effect, at] as const));

  test.each(places)('after a %s %s the next delivery ends where an undisturbed one does', async (trouble, __, at) => {
    const disturbed = openMemoryWorld();
    const its = await arrive(disturbed);
    await expect(noteRemoval(its.event, withTrouble(disturbed, trouble, at).deps)).rejects.toThrow(StoreFault);
    expect(await endOf(disturbed, its)).toEqual(state);
  });
});
