import { expect, test } from 'vitest';
import { processMessage } from '../../../functions/ingest/process-message.ts';
import type { UploadRef } from '../../../records/keys.ts';
import { StoreFault, withTrouble } from './disturb.ts';
import { openMemoryWorld } from './memory-world.ts';
import { REPORT, reportDocx } from './uploads.ts';
import { settlementOf, type World } from './world.ts';

const MOST_DELIVERIES = 3;

function deliver(world: World, upload: UploadRef, delivery: number): Promise<void> {
  const detail = { bucket: { name: upload.bucket }, object: { key: upload.key, 'version-id': upload.versionId } };
  const message = {
    messageId: 'm1',
    body: JSON.stringify({ 'detail-type': 'Object Created', detail }),
    attributes: {
      ApproximateReceiveCount: String(delivery),
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
    },
  };
  return processMessage(message, MOST_DELIVERIES, world.deps);
}

test('a message brings its upload to the end', async () => {
  const world = openMemoryWorld();
  const upload = await world.upload('inbox/鹿城区/a b+c.docx', reportDocx());
  await deliver(world, upload, 1);
  expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'accepted' });
  expect(world.logged).toEqual(['upload-settled']);
});

test('a fault goes back to the queue and is logged; only the last delivery writes failed', async () => {
  const world = openMemoryWorld();
  const upload = await world.upload('inbox/鹿城区/a.docx', reportDocx());
  const FETCH = 1;
  for (let delivery = 1; delivery < MOST_DELIVERIES; delivery++) {
    await expect(deliver(withTrouble(world, 'fault before', FETCH), upload, delivery)).rejects.toThrow(StoreFault);
    expect(await world.reader.ledgerEntry(upload)).toMatchObject({ state: 'claimed' });
  }
  await expect(deliver(withTrouble(world, 'fault before', FETCH), upload, MOST_DELIVERIES)).rejects.toThrow(StoreFault);
  expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'failed', code: 'StoreFault', fault: true });
  expect(world.logged.filter((code) => code === 'delivery-failed')).toHaveLength(MOST_DELIVERIES);
});

test('an upload that failed and is driven again succeeds, and stands in the ledger once', async () => {
  const world = openMemoryWorld();
  const upload = await world.upload('inbox/鹿城区/a.docx', reportDocx());
  await expect(deliver(withTrouble(world, 'fault before', 1), upload, MOST_DELIVERIES)).rejects.toThrow(StoreFault);
  await deliver(world, upload, MOST_DELIVERIES + 1);
  expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'accepted' });
  expect(await world.reader.revisions(REPORT)).toHaveLength(1);
  expect(await world.reader.ledgerOfDay(world.clock.now())).toHaveLength(1);
});

test('a rejection is no fault: the message is done', async () => {
  const world = openMemoryWorld();
  const upload = await world.upload('inbox/鹿城区/a.docx', new Uint8Array());
  await deliver(world, upload, 1);
  expect(world.logged).toEqual(['upload-settled']);
});
