import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Finding } from '../../checks/finding.ts';
import { SUM_RULES } from '../../checks/rules/sum-rules.ts';
import { decisionKeyOf } from '../../records/decision.ts';
import { FORMS_2021, readingOf, stated, withFigures } from '../checks/readings.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const WRONG = readingOf(FORMS_2021, { 't4.reconsideration.upheld': 2, 't4.reconsideration.total': 3 });

function findingOf(reading: typeof WRONG): Finding {
  const outcomes = SUM_RULES.flatMap((rule) => rule.evaluate(reading));
  const finding = outcomes.find((outcome) => outcome.outcome === 'broken');
  if (finding?.outcome !== 'broken') throw new Error('nothing is broken');
  return finding;
}

const keyOf = (reading: typeof WRONG, finding = findingOf(reading)) => decisionKeyOf(finding, reading.figures, digest);

test('the same values give the same key, however they are worded, read and placed', () => {
  const finding = findingOf(WRONG);
  const reworded = { ...finding, message: { zh: '另一句话', en: 'other words' }, cause: 'possibly-misread' as const };
  expect(keyOf(WRONG, reworded)).toBe(keyOf(WRONG));
  const elsewhere = withFigures(WRONG, { 't4.reconsideration.total': { where: null, raw: '3件' } });
  expect(keyOf(elsewhere)).toBe(keyOf(WRONG));
});

test('a figure that the finding does not rest on may change', () => {
  expect(keyOf(withFigures(WRONG, { 't2.licensing.decisions': stated(7) }))).toBe(keyOf(WRONG));
});

test('any value that it rests on voids the decision, even where the sums come out the same', () => {
  const moved = withFigures(WRONG, {
    't4.reconsideration.upheld': stated(1),
    't4.reconsideration.corrected': stated(1),
  });
  expect(findingOf(moved)).toMatchObject({ expected: 2, found: 3 });
  expect(keyOf(moved)).not.toBe(keyOf(WRONG));
});

test('a blank is not a stated 0', () => {
  const blank = withFigures(WRONG, { 't4.reconsideration.pending': { state: 'blank', value: null } });
  expect(keyOf(blank)).not.toBe(keyOf(WRONG));
});

test('what is quoted and the other report’s cells belong to it', () => {
  const finding = findingOf(WRONG);
  const quoted = { ...finding, quote: { text: '复议3件', section: null, page: null } };
  expect(keyOf(WRONG, quoted)).not.toBe(keyOf(WRONG));
  const across = { ...finding, elsewhere: [{ body: '鹿城区教育局', year: 2020, figures: ['t3.carried_out.total'] }] };
  expect(keyOf(WRONG, across)).not.toBe(keyOf(WRONG));
});
