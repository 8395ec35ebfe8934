import { expect, test } from 'vitest';
import { revisionIdOf } from '../../../../records/keys.ts';
import { pausedAt } from '../disturb.ts';
import { BODY, REPORT, reportDocx, YEAR } from '../uploads.ts';
import { digest, ingest, ingested, settlementOf, stateOf, type World } from '../world.ts';

export function describeDuplicates(openWorld: () => Promise<World>): void {
  test('under another key are linked to the first upload and stored once', async () => {
    const world = await openWorld();
    const first = await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
    const second = await ingested(world, 'inbox/瓯海区/b.docx', reportDocx());
    expect(await settlementOf(world, second)).toMatchObject({
      outcome: 'duplicate',
      duplicateOf: `${first.bucket}/${first.key}@${first.versionId}`,
      body: BODY,
      year: YEAR,
      revision: revisionIdOf(digest(reportDocx())),
    });
    expect(await world.reader.revisions(REPORT)).toHaveLength(1);
    expect(await world.reader.readHead(REPORT)).toMatchObject({ revisions: 1, version: 2 });
  });

  test('as a new version of the same key', async () => {
    const world = await openWorld();
    const first = await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
    const second = await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
    expect(second.versionId).not.toBe(first.versionId);
    expect(await settlementOf(world, second)).toMatchObject({ outcome: 'duplicate' });
    expect(await settlementOf(world, first)).toMatchObject({ outcome: 'accepted' });
  });

  test('at the same moment: one is published, the other linked to it', async () => {
    const world = await openWorld();
    const first = await world.upload('inbox/鹿城区/a.docx', reportDocx());
    const second = await world.upload('inbox/鹿城区/b.docx', reportDocx());
    const late = pausedAt(world, 'publish');
    const lateDelivery = ingest(late.world, first);
    await late.reached;
    await ingest(world, second);
    late.resume();
    await lateDelivery;
    expect(await settlementOf(world, second)).toMatchObject({ outcome: 'accepted' });
    expect(await settlementOf(world, first)).toMatchObject({
      outcome: 'duplicate',
      duplicateOf: `${second.bucket}/${second.key}@${second.versionId}`,
    });
    expect(await world.reader.revisions(REPORT)).toHaveLength(1);
  });

  test('at the same moment under another name: the late one writes nothing over what was published', async () => {
    const world = await openWorld();
    const late = await world.upload('inbox/鹿城区/年报.wps', reportDocx());
    const first = await world.upload('inbox/瓯海区/b.docx', reportDocx());
    const sleeper = pausedAt(world, 'stage');
    const lateDelivery = ingest(sleeper.world, late);
    await sleeper.reached;
    await ingest(world, first);
    const before = await stateOf(world, [first], REPORT);
    sleeper.resume();
    await lateDelivery;
    expect({ ...Object(await stateOf(world, [first], REPORT)), entries: 1 }).toEqual({ ...Object(before), entries: 1 });
    const record = await world.reader.readRecord(REPORT, revisionIdOf(digest(reportDocx())));
    expect(record).toMatchObject({ source: { fileName: 'b.docx' }, notes: [] });
    expect(await settlementOf(world, late)).toMatchObject({ outcome: 'duplicate' });
  });
}
