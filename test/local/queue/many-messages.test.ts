import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DurableQueue } from '../../../local/queue/durable-queue.ts';
import { temporaryFolder } from '../test-cloud.ts';

const wiring = {
  name: 'queue',
  arn: 'arn:queue',
  url: 'http://127.0.0.1/queue',
  visibilityMs: 60_000,
  redrive: undefined,
};

async function fill(count: number): Promise<DurableQueue> {
  const queue = await DurableQueue.open(wiring, join(await temporaryFolder(), 'queue.jsonl'));
  await Promise.all(Array.from({ length: count }, (_, number) => queue.send(String(number))));
  return queue;
}

/** Milliseconds for what many pollers do with a queue that is full of hidden messages. */
async function timeHidden(queue: DurableQueue): Promise<number> {
  while ((await queue.receive(1000)).length > 0);
  const began = performance.now();
  for (let turn = 0; turn < 2_000; turn++) await queue.receive(10);
  return performance.now() - began;
}

test('many pollers take every message once', async () => {
  const queue = await fill(3_000);
  const seen: string[] = [];
  const poll = async () => {
    for (let batch = await queue.receive(7); batch.length > 0; batch = await queue.receive(7)) {
      seen.push(...batch.map(({ body }) => body));
      await Promise.all(batch.map(({ id }) => queue.delete(id)));
    }
  };
  await Promise.all(Array.from({ length: 20 }, poll));
  expect(new Set(seen).size).toBe(3_000);
  expect([seen.length, queue.size]).toEqual([3_000, 0]);
  await queue.close();
});

test('messages become visible in the order of their times, and not before', async () => {
  const queue = await fill(0);
  const delays = [80, 10, 60, 30, 90, 20, 70, 40, 50];
  await Promise.all(delays.map((delay) => queue.send(String(delay), delay)));
  const seen: string[] = [];
  while (seen.length < delays.length) {
    await queue.waitUntilVisible(AbortSignal.timeout(2_000));
    seen.push(...(await queue.receive(10)).map(({ body }) => body));
  }
  expect(seen).toEqual([...delays].sort((a, b) => a - b).map(String));
  await queue.close();
});

// As many calls on a queue of a hundred times as many hidden messages: a scan of them would take a hundred times as long.
test('asking a queue takes as long however many are being worked on', async () => {
  const [few, many] = [await fill(200), await fill(20_000)];
  const small = await timeHidden(few);
  expect(await timeHidden(many)).toBeLessThan(small * 20 + 50);
  await Promise.all([few.close(), many.close()]);
}, 60_000);
