import { expect, test } from 'vitest';
import { revisionIdOf } from '../../../../records/keys.ts';
import { pausedAt } from '../disturb.ts';
import { REPORT, reportDocx, YEAR } from '../uploads.ts';
import { digest, ingest, ingested, type World } from '../world.ts';

export function describeReading(openWorld: () => Promise<World>): void {
  test('reports of a year by status and body, and none of another year', async () => {
    const world = await openWorld();
    await ingested(world, 'a.docx', reportDocx({ body: '乙局' }));
    await ingested(world, 'b.docx', reportDocx({ body: '丙局', isBroken: true }));
    await ingested(world, 'c.docx', reportDocx({ body: '丁局' }));
    await ingested(world, 'd.docx', reportDocx({ body: '丁局', year: 2019 }));
    const listed = (await world.reader.reportsOfYear(2020)).map(({ status, body }) => `${status} ${body}`);
    expect(listed).toEqual(['accepted 丁局', 'accepted 乙局', 'needs-review 丙局']);
    expect(await world.reader.reportsOfYear(2019)).toHaveLength(1);
    expect(await world.reader.reportsOfYear(2018)).toEqual([]);
    expect(await world.reader.reportsOfYear(null)).toEqual([]);
  });

  test('a report whose status changes stands in the list once', async () => {
    const world = await openWorld();
    await ingested(world, 'a.docx', reportDocx({ isBroken: true }));
    world.clock.pass(60);
    await ingested(world, 'a.docx', reportDocx());
    expect(await world.reader.reportsOfYear(YEAR)).toMatchObject([{ status: 'accepted', revisions: 2 }]);
  });

  test('ledger entries of a day, oldest first', async () => {
    const world = await openWorld();
    const today = world.clock.now();
    const first = await ingested(world, 'a.docx', reportDocx());
    world.clock.pass(60);
    const second = await ingested(world, 'b.docx', new Uint8Array());
    world.clock.pass(24 * 3600);
    const third = await ingested(world, 'c.docx', reportDocx({ edition: 1 }));
    const keys = async (day: Date) => (await world.reader.ledgerOfDay(day)).map(({ key }) => key);
    expect(await keys(today)).toEqual([first.key, second.key]);
    expect(await keys(world.clock.now())).toEqual([third.key]);
  });

  test('what was never written is not there', async () => {
    const world = await openWorld();
    expect(await world.reader.readHead(REPORT)).toBeUndefined();
    expect(await world.reader.revisions(REPORT)).toEqual([]);
    expect(await world.reader.readRecord(REPORT, 'r')).toBeUndefined();
    expect(await world.reader.ledgerEntry({ bucket: 'inbox', key: 'a', versionId: 'v' })).toBeUndefined();
  });

  test('what is only staged is not there either', async () => {
    const world = await openWorld();
    const upload = await world.upload('a.docx', reportDocx());
    const worker = pausedAt(world, 'publish');
    const delivery = ingest(worker.world, upload);
    await worker.reached;
    expect(await world.reader.readRecord(REPORT, revisionIdOf(digest(reportDocx())))).toBeUndefined();
    expect(await world.reader.revisions(REPORT)).toEqual([]);
    expect(await world.reader.reportsOfYear(YEAR)).toEqual([]);
    worker.resume();
    await delivery;
    expect(await world.reader.readRecord(REPORT, revisionIdOf(digest(reportDocx())))).toBeDefined();
  });
}
