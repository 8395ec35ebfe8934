import { expect, test } from 'vitest';
import { checkOverlaid } from '../../../records/overlays/check-overlaid.ts';
import { FORMS_2021, readingOf } from '../../checks/readings.ts';
import { recordWith } from '../parts.ts';

const FIGURE = 't3.granted.natural_person';
// Every other figure is 0.
const right = 0;
const record = recordWith({ reading: readingOf(FORMS_2021, { [FIGURE]: 7 }) });
const rulesOf = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule);

test('a reading put right by hand leaves no finding on it, and the record as it was', () => {
  const before = JSON.stringify(record);
  expect(rulesOf(record.findings)).toContain('T3-APPLICANTS');
  expect(rulesOf(checkOverlaid(record, [{ figure: FIGURE, value: right }]))).not.toContain('T3-APPLICANTS');
  expect(JSON.stringify(record)).toBe(before);
});

test('without corrections the rules find what they found; of two corrections the later counts', () => {
  expect(rulesOf(checkOverlaid(record, []))).toEqual(rulesOf(record.findings));
  const twice = [right, 99_999].map((value) => ({ figure: FIGURE, value }));
  expect(rulesOf(checkOverlaid(record, twice))).toContain('T3-APPLICANTS');
});
