import { expect, test } from 'vitest';
import { drawCase } from './fuzz-case.ts';
import { goodFiles } from './good-files.ts';
import { runFuzz } from './run-fuzz.ts';
import { tallyCases, troublesOf } from './tally-cases.ts';

const CASES = 150;

test('files made to break the reader end in a code or a reading, and harm nothing', async () => {
  const numbers = Array.from({ length: CASES }, (_, number) => number);
  const broke: string[] = [];
  const answers = await runFuzz({
    seed: 11,
    numbers,
    jobs: 1,
    onAnswer: (answer, { what }) => {
      if (troublesOf(answer).length > 0) broke.push(`${answer.number} ${answer.outcome}: ${what.join('; ')}`);
    },
  });
  expect(broke).toEqual([]);
  const tally = tallyCases(answers);
  expect(tally).toMatchObject({ cases: CASES, crashed: 0, hung: 0, overMemory: 0 });
  // Mutations that only ever damage the archive would test nothing behind it.
  expect(tally.byOutcome['needs-review'] ?? 0).toBeGreaterThan(CASES / 20);
  expect(tally.byOutcome.accepted ?? 0).toBeLessThan(CASES / 2);
}, 300_000);

test('a case is drawn again from its seed and number', () => {
  const files = goodFiles();
  const bytesOf = (number: number) => Buffer.from(drawCase(files, 3, number).bytes);
  for (const number of [0, 1, 2, 3]) expect(bytesOf(number).equals(bytesOf(number))).toBe(true);
  expect(bytesOf(0).equals(bytesOf(1))).toBe(false);
});

test.each([
  ['failed(reader-crashed)', 10, 100, ['crashed']],
  ['process died', 10, 100, ['crashed']],
  ['no answer', 30_000, 100, ['hung']],
  ['needs-review', 10_001, 100, ['hung']],
  ['rejected(damaged)', 10, 513, ['overMemory']],
  ['failed(reader-stopped)', 9_000, 400, []],
])('%s after %d ms with %d MB is counted as %j', (outcome, milliseconds, megabytes, troubles) => {
  const answer = { number: 0, outcome, milliseconds, peakBytes: megabytes * 2 ** 20 };
  expect(troublesOf(answer)).toEqual(troubles);
});
