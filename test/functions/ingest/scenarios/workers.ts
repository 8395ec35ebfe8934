import { expect, test } from 'vitest';
import { TryAgain } from '../../../../functions/try-again.ts';
import { pausedAt } from '../disturb.ts';
import { REPORT, reportDocx } from '../uploads.ts';
import { AFTER_THE_LEASE, deliverUntilDone, ingest, settlementOf, stateOf, type World } from '../world.ts';

export function describeWorkers(openWorld: () => Promise<World>): void {
  test('ten deliveries at once make one revision and one ledger entry', async () => {
    const world = await openWorld();
    const upload = await world.upload('inbox/鹿城区/a.docx', reportDocx());
    const deliveries = await Promise.allSettled(Array.from({ length: 10 }, () => ingest(world, upload)));
    const faults = deliveries.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []));
    for (const fault of faults) expect(fault).toBeInstanceOf(TryAgain);
    await deliverUntilDone(world, upload);
    expect(await world.reader.revisions(REPORT)).toHaveLength(1);
    expect(await world.reader.readHead(REPORT)).toMatchObject({ revisions: 1, version: 2 });
    expect(await world.reader.ledgerOfDay(world.clock.now())).toMatchObject([
      { ...upload, token: 1, settlement: { outcome: 'accepted' } },
    ]);
  });

  test('one that finds the upload held gives it back, and the holder is not disturbed', async () => {
    const world = await openWorld();
    const upload = await world.upload('inbox/鹿城区/a.docx', reportDocx());
    const holder = pausedAt(world, 'fetch');
    const held = ingest(holder.world, upload);
    await holder.reached;
    await expect(ingest(world, upload)).rejects.toThrow(TryAgain);
    expect(await world.reader.ledgerEntry(upload)).toMatchObject({ state: 'claimed', token: 1 });
    holder.resume();
    await held;
    expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'accepted' });
  });

  test.each([
    ['publish', 'publishing', reportDocx()],
    ['stage', 'staging', reportDocx()],
    ['settle', 'settling a rejection', new Uint8Array()],
  ])('one whose lease ended before %s changes nothing when it wakes up (%s)', async (effect, _, bytes) => {
    const world = await openWorld();
    const upload = await world.upload('inbox/鹿城区/a.docx', bytes);
    const sleeper = pausedAt(world, effect);
    const late = ingest(sleeper.world, upload);
    await sleeper.reached;
    world.clock.pass(AFTER_THE_LEASE);
    await ingest(world, upload);
    const before = await stateOf(world, [upload], REPORT);
    const entry = await world.reader.ledgerEntry(upload);
    sleeper.resume();
    await late;
    expect(await stateOf(world, [upload], REPORT)).toEqual(before);
    expect(await world.reader.ledgerEntry(upload)).toEqual(entry);
    expect(world.logged).toContain('claim-lost');
  });
}
