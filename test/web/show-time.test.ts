import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const before = process.env.TZ;
const load = () => import('../../web/words/show-time.ts');

beforeAll(() => {
  process.env.TZ = 'Asia/Shanghai';
  vi.resetModules();
});
afterAll(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

test('times are those of whoever looks', async () => {
  const { showDay, showMoment, showTime } = await load();
  expect(showMoment('2026-01-31T17:05:59.000Z')).toBe('2026-02-01 01:05');
  expect(showDay('2026-01-31T17:05:59.000Z')).toBe('2026-02-01');
  expect(showTime('2026-01-31T17:05:59.000Z')).toBe('01:05:59');
});

test('a day in China falls into two days in UTC', async () => {
  const { daysInUtc } = await load();
  expect(daysInUtc('2026-02-01')).toEqual(['2026-02-01', '2026-01-31']);
});
