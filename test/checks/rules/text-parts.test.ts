import { expect, test } from 'vitest';
import { FEE_MENTION } from '../../../checks/rules/fee-mention.ts';
import { TEXT_PARTS } from '../../../checks/rules/text-parts.ts';
import { NO_PROSE } from '../../../parsers/prose/prose.ts';
import { listed, withLists } from '../claims.ts';
import { FORMS_2021, outcomeOf, readingOf } from '../readings.ts';

const reading = readingOf(FORMS_2021);

test('lists are numbered as they stand, whatever order they come in', () => {
  const later = listed('', 5, [2, 2], true, 9);
  const earlier = listed('', 4, [2, 2], true, 3);
  expect(TEXT_PARTS.evaluate(withLists(reading, later, earlier))).toMatchObject([
    { scope: 'list-1', outcome: 'holds' },
    { scope: 'list-2', outcome: 'broken', expected: 4, found: 5, difference: 1 },
  ]);
});

test('binary fractions are no difference', () => {
  const list = listed('', 0.3, [0.1, 0.2]);
  expect(outcomeOf(TEXT_PARTS, 'list-1', withLists(reading, list))).toMatchObject({ outcome: 'holds' });
});

test('a fee that was not found where something was left unread may stand there', () => {
  const absent = { ...reading, prose: { ...NO_PROSE, feeMention: 'absent' as const } };
  expect(outcomeOf(FEE_MENTION, 'report', absent)).toMatchObject({ cause: 'report', severity: 'hint' });
  expect(outcomeOf(FEE_MENTION, 'report', { ...absent, leftovers: ['picture'] })).toMatchObject({
    cause: 'possibly-misread',
    message: { zh: expect.stringContaining('可能为误读') },
  });
});

test('parts far from the total do not divide it', () => {
  const examples = listed('公开信息500条（政策解读12条、图解3条）', 500, [12, 3]);
  const overlapping = listed('解读政策50件（文字解读50件、图片解读20件、视频解读5件）', 50, [50, 20, 5]);
  expect(TEXT_PARTS.evaluate(withLists(reading, examples, overlapping))).toMatchObject([
    { outcome: 'not-evaluable', reason: 'no-claim' },
  ]);
});
