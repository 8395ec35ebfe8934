import { expect, test } from 'vitest';
import { revisionIdOf } from '../../../../records/keys.ts';
import { pausedAt } from '../disturb.ts';
import { BODY, REPORT, reportDocx, YEAR } from '../uploads.ts';
import { deliverUntilDone, digest, ingest, ingested, settlementOf, type World } from '../world.ts';

export function describeRevisions(openWorld: () => Promise<World>): void {
  const revisionOf = (edition: number) => revisionIdOf(digest(reportDocx({ edition })));

  test('a correction becomes the newest and the accepted one', async () => {
    const world = await openWorld();
    await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
    world.clock.pass(3600);
    await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ edition: 1 }));
    expect(await world.reader.readHead(REPORT)).toMatchObject({
      newest: { revision: revisionOf(1), number: 2 },
      accepted: { revision: revisionOf(1) },
      revisions: 2,
    });
    expect((await world.reader.revisions(REPORT)).map(({ number }) => number)).toEqual([1, 2]);
  });

  test('an older version that arrives late becomes history and the head stays', async () => {
    const world = await openWorld();
    const old = await world.upload('inbox/鹿城区/a.docx', reportDocx());
    world.clock.pass(3600);
    await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ edition: 1 }));
    await ingest(world, old);
    expect(await settlementOf(world, old)).toMatchObject({ outcome: 'accepted' });
    expect(await world.reader.readHead(REPORT)).toMatchObject({
      newest: { revision: revisionOf(1), number: 1 },
      accepted: { revision: revisionOf(1) },
      revisions: 2,
    });
    expect((await world.reader.revisions(REPORT)).map(({ revision }) => revision)).toEqual([
      revisionOf(1),
      revisionOf(0),
    ]);
  });

  test('the accepted one stays while a correction needs review', async () => {
    const world = await openWorld();
    await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
    world.clock.pass(3600);
    await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ isBroken: true }));
    expect(await world.reader.readHead(REPORT)).toMatchObject({
      status: 'needs-review',
      newest: { number: 2 },
      accepted: { number: 1 },
    });
  });

  test('two different reports under one key go each its own way', async () => {
    const world = await openWorld();
    const first = await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
    const second = await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ body: '鹿城区民政局' }));
    expect(await settlementOf(world, first)).toMatchObject({ outcome: 'accepted', body: BODY });
    expect(await settlementOf(world, second)).toMatchObject({ outcome: 'accepted', body: '鹿城区民政局' });
    expect((await world.reader.reportsOfYear(YEAR)).map(({ body }) => body)).toHaveLength(2);
  });

  test('one that is overtaken while publishing tries again on the new head', async () => {
    const world = await openWorld();
    const first = await world.upload('inbox/鹿城区/a.docx', reportDocx());
    world.clock.pass(3600);
    const second = await world.upload('inbox/鹿城区/b.docx', reportDocx({ edition: 1 }));
    const late = pausedAt(world, 'publish');
    const lateDelivery = ingest(late.world, first);
    await late.reached;
    await ingest(world, second);
    late.resume();
    await lateDelivery;
    expect((await world.reader.revisions(REPORT)).map(({ number }) => number)).toEqual([1, 2]);
    expect(await world.reader.readHead(REPORT)).toMatchObject({
      newest: { revision: revisionOf(1) },
      revisions: 2,
      version: 3,
    });
  });

  test('eight at once all become revisions, and the youngest is the newest', async () => {
    const world = await openWorld();
    const uploads = [];
    for (let edition = 0; edition < 8; edition++) {
      uploads.push(await world.upload(`inbox/鹿城区/${edition}.docx`, reportDocx({ edition })));
      world.clock.pass(1);
    }
    await Promise.allSettled(uploads.map((upload) => ingest(world, upload)));
    for (const upload of uploads) await deliverUntilDone(world, upload);
    const revisions = await world.reader.revisions(REPORT);
    expect(revisions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await world.reader.readHead(REPORT)).toMatchObject({ newest: { revision: revisionOf(7) }, revisions: 8 });
  });
}
