import { expect, test } from 'vitest';
import { parseRate } from '../../../local/schedules/parse-rate.ts';

test.each([
  ['rate(1 minute)', 60_000],
  ['rate(5 minutes)', 300_000],
  ['rate(1 hour)', 3_600_000],
  ['rate(2 days)', 172_800_000],
])('%s', (expression, milliseconds) => {
  expect(parseRate(expression)).toBe(milliseconds);
});

test.each(['cron(0 3 * * ? *)', 'rate(1 minutes)', 'rate(2 minute)', 'rate(0 minutes)', 'at(2026-01-31T00:00:00)'])(
  '%s is refused by name',
  (expression) => {
    expect(() => parseRate(expression)).toThrow(expression);
  },
);

test('what no timer can wait for is refused', () => {
  expect(() => parseRate('rate(30 days)')).toThrow('as long as rate(30 days)');
});
