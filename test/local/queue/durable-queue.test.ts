import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DurableQueue } from '../../../local/queue/durable-queue.ts';
import type { QueueWiring } from '../../../local/template/wiring.ts';
import { temporaryFolder } from '../test-cloud.ts';

const wiring: QueueWiring = {
  name: 'queue',
  arn: 'arn:queue',
  url: 'http://127.0.0.1/queue',
  visibilityMs: 60_000,
  redrive: { arn: 'arn:dead', maxReceiveCount: 2 },
};

async function openQueue(changes: Partial<QueueWiring> = {}) {
  const path = join(await temporaryFolder(), 'queue.jsonl');
  const open = () => DurableQueue.open({ ...wiring, ...changes }, path);
  return { path, queue: await open(), open };
}

const bodies = (messages: readonly { body: string }[]) => messages.map(({ body }) => body);

test('messages come in batches, each hidden while it is worked on', async () => {
  const { queue } = await openQueue();
  for (const body of ['a', 'b', 'c']) await queue.send(body);
  expect(bodies(await queue.receive(2))).toEqual(['a', 'b']);
  expect(bodies(await queue.receive(2))).toEqual(['c']);
  expect(await queue.receive(2)).toEqual([]);
  await queue.close();
});

test('a message that was not deleted in time comes again and counts how often', async () => {
  const { queue } = await openQueue({ visibilityMs: 50 });
  await queue.send('a');
  await queue.receive(1);
  await queue.waitUntilVisible(AbortSignal.timeout(2000));
  expect(await queue.receive(1)).toMatchObject([{ body: 'a', receiveCount: 2 }]);
  await queue.close();
});

test('a message that was handed out often enough goes to the dead letters', async () => {
  const { queue } = await openQueue({ visibilityMs: 0 });
  const { queue: dead } = await openQueue();
  queue.setDeadLetters(dead);
  await queue.send('a');
  await queue.receive(1);
  await queue.receive(1);
  expect(await queue.receive(1)).toEqual([]);
  expect([queue.size, bodies(dead.list())]).toEqual([0, ['a']]);
  await Promise.all([queue.close(), dead.close()]);
});

test('a reopened queue has what was not deleted, visible at once, its count kept', async () => {
  const { queue, open } = await openQueue();
  for (const body of ['a', 'b', 'c']) await queue.send(body);
  const [first] = await queue.receive(2);
  if (first) await queue.delete(first.id);
  await queue.close();
  const reopened = await open();
  expect(await reopened.receive(10)).toMatchObject([
    { body: 'b', receiveCount: 2 },
    { body: 'c', receiveCount: 1 },
  ]);
  await reopened.close();
});

test('a line that was cut off is as if it had never been written', async () => {
  const { path, queue, open } = await openQueue();
  await queue.send('a');
  await queue.close();
  await appendFile(path, '{"did":"send","id":"x","bo');
  const reopened = await open();
  await reopened.send('b');
  expect(bodies(reopened.list())).toEqual(['a', 'b']);
  await reopened.close();
  const again = await open();
  expect(bodies(again.list())).toEqual(['a', 'b']);
  await again.close();
});

test('the journal does not grow with what was deleted', async () => {
  const { path, queue } = await openQueue();
  await queue.send('kept');
  for (let round = 0; round < 20; round++) {
    await Promise.all(Array.from({ length: 100 }, () => queue.send('passing')));
    const taken = (await queue.receive(1000)).filter(({ body }) => body === 'passing');
    await Promise.all(taken.map(({ id }) => queue.delete(id)));
    await delay(1);
  }
  expect((await readFile(path, 'utf8')).split('\n').length).toBeLessThan(3000);
  await queue.close();
});

test('waiting ends when a message comes, and when it is told to', async () => {
  const { queue } = await openQueue();
  const waiting = queue.waitUntilVisible(AbortSignal.timeout(5000));
  await queue.send('a');
  await waiting;
  expect(bodies(await queue.receive(1))).toEqual(['a']);
  await queue.waitUntilVisible(AbortSignal.abort());
  await queue.close();
});
