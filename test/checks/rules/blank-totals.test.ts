import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFigures } from '../../../checks/check-figures.ts';
import type { Reading } from '../../../checks/reading.ts';
import { SUM_RULES } from '../../../checks/rules/sum-rules.ts';
import { consistentReport } from '../../dresses/arbitrary.ts';
import { transcriptions } from '../../dresses/samples-on-disk.ts';
import {
  BLANK,
  DASH,
  FORMS_2019,
  readingOf,
  readingOfReport,
  stated,
  UNREADABLE,
  withEach,
  withFigures,
} from '../readings.ts';

const brokenIn = (reading: Reading) =>
  checkFigures(reading, SUM_RULES).findings.map(({ rule, scope }) => `${rule} ${scope}`);

/** Which totals offices leave out together. */
const OMISSIONS = [
  /^t3\..*\.total$/,
  /^t3\.(?!new_received|carried_in|carried_out).*\.total$/,
  /^t3\.processed_total\./,
  /^t3\.(?:new_received|carried_in|carried_out)\.total$/,
  /^t4\..*\.total$/,
];
const isTotal = (id: string) => /^t3\..*\.total$|^t3\.processed_total\.|^t4\..*\.total$/.test(id);

describe('a blank total over stated parts is a missing total, never a wrong sum', () => {
  test('the report of 上海 2019, as it was published', () => {
    const shanghai = transcriptions().find(({ id }) => id === 'shanghai_gov_office_2019');
    const figures = Object.entries(shanghai?.figures ?? {});
    const blank = Object.fromEntries(figures.filter(([, value]) => value === null).map(([id]) => [id, BLANK]));
    const values = Object.fromEntries(figures.flatMap(([id, value]) => (value === null ? [] : [[id, value]])));
    const reading = withFigures(readingOf(FORMS_2019, values), blank);
    expect(Object.keys(blank).filter(isTotal).length).toBeGreaterThan(0);
    expect(brokenIn(reading)).toEqual([]);
    const { notEvaluable } = checkFigures(reading, SUM_RULES);
    expect(notEvaluable.map(({ reason }) => reason)).toContain('blank-total');
  });

  test.each([
    ['blank', BLANK],
    ['a dash', DASH],
  ])('every row total %s', (_, figure) => {
    fc.assert(
      fc.property(consistentReport(), (report) => {
        const reading = withEach(readingOfReport(report), (id) => /^t3\..*\.total$/.test(id), figure);
        expect(brokenIn(reading)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('whatever totals an office leaves blank, nothing breaks', () => {
    const some = fc.uniqueArray(fc.constantFrom(...OMISSIONS), { minLength: 1 });
    fc.assert(
      fc.property(consistentReport(), some, (report, omitted) => {
        const reading = withEach(readingOfReport(report), (id) => omitted.some((habit) => habit.test(id)), BLANK);
        expect(brokenIn(reading), omitted.join(', ')).toEqual([]);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  test('a blank （七）总计 whose only parts are blank row totals does not break the balance', () => {
    const reading = withFigures(
      readingOf(FORMS_2019, {
        't3.granted.natural_person': 5,
        't3.new_received.natural_person': 5,
        't3.new_received.total': 5,
      }),
      {
        't3.granted.total': BLANK,
        't3.processed_total.natural_person': BLANK,
        't3.processed_total.total': BLANK,
      },
    );
    expect(brokenIn(reading)).toEqual([]);
  });

  test('a blank （七）总计 over a part that cannot be read does not break the balance', () => {
    const reading = withFigures(readingOf(FORMS_2019, { 't3.new_received.natural_person': 5 }), {
      't3.new_received.total': stated(5),
      't3.granted.natural_person': UNREADABLE,
      't3.processed_total.natural_person': BLANK,
    });
    expect(brokenIn(reading)).not.toContain('T3-BALANCE natural_person');
  });
});

test('a blank total over parts that are all 0 is 0, and the balance can break on it', () => {
  const reading = withFigures(
    readingOf(FORMS_2019, { 't3.new_received.natural_person': 5, 't3.new_received.total': 5 }),
    {
      't3.processed_total.natural_person': BLANK,
    },
  );
  expect(brokenIn(reading)).toEqual(['T3-BALANCE natural_person', 'T3-BALANCE total']);
});
