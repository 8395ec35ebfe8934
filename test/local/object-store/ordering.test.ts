import { expect, test } from 'vitest';
import { compareKeys } from '../../../local/object-store/key-order.ts';
import { runShared } from '../../../local/object-store/run-shared.ts';
import { upTo } from './open-store.ts';

test('keys are ordered by their UTF-8 bytes', () => {
  const keys = ['', 'a', 'a\u0000', 'ab', 'é', '年', '\ud7ff', '\ue000', '\uffff', '😀', '😀a', '\u{10ffff}'];
  for (const a of keys) {
    for (const b of keys) {
      expect(Math.sign(compareKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }
  }
});

test('a shared run begins after each of its callers came', async () => {
  const [begun, answered]: [number[], number[]] = [[], []];
  let clock = 0;
  const call = runShared(async () => {
    begun.push(clock);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (begun.length === 1) throw new Error('first');
  });
  const calls = upTo(5).map(async (index) => {
    clock = index;
    await call();
    answered.push(index);
  });
  const results = await Promise.allSettled(calls);
  expect(results.map(({ status }) => status)).toEqual(['rejected', ...upTo(4).map(() => 'fulfilled')]);
  expect(begun).toEqual([0, 4]);
  expect(answered).toEqual([1, 2, 3, 4]);
});
