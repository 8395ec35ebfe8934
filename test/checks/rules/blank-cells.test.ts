import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLANK_CELLS } from '../../../checks/rules/blank-cells.ts';
import { consistentReport } from '../../dresses/arbitrary.ts';
import {
  BLANK,
  DASH,
  FORMS_2021,
  missing,
  outcomeOf,
  readingOfReport,
  scopesThat,
  UNREADABLE,
  validReading,
  withEach,
  withFigures,
} from '../readings.ts';

const valid = validReading(FORMS_2021);

test('a report that states every figure has no finding', () => {
  fc.assert(
    fc.property(consistentReport(), (report) => {
      expect(scopesThat('holds', BLANK_CELLS, readingOfReport(report))).toEqual(['t2', 't3', 't4']);
    }),
    { numRuns: 20 },
  );
});

test('one finding for a table, however many cells are blank', () => {
  const reading = withEach(valid, (id) => id.startsWith('t3.'), BLANK);
  expect(scopesThat('broken', BLANK_CELLS, reading)).toEqual(['t3']);
  expect(outcomeOf(BLANK_CELLS, 't3', reading)).toMatchObject({ severity: 'hint', cause: 'report', found: 175 });
});

test('blanks and dashes are counted apart and named', () => {
  const reading = withFigures(valid, {
    't2.fees.amount': DASH,
    't2.regulations.issued': BLANK,
    't2.regulations.repealed': BLANK,
  });
  expect(outcomeOf(BLANK_CELLS, 't2', reading)).toMatchObject({
    found: 3,
    figures: ['t2.regulations.issued', 't2.regulations.repealed', 't2.fees.amount'],
    message: {
      zh: '表二有 2 个空白、1 个划线或填「无」的单元格，核对时按 0 计算；没有数据的应填 0。',
      en: 'Table 2: blank cells 2, dash cells 1; they count as 0 in the checks; where there is nothing to report, state 0.',
    },
  });
});

test('a cell that cannot be read is not blank', () => {
  const reading = withFigures(valid, { 't2.fees.amount': UNREADABLE });
  expect(outcomeOf(BLANK_CELLS, 't2', reading)).toMatchObject({ outcome: 'holds' });
});

test('says nothing of a table that was not found', () => {
  const reading = withEach(valid, (id) => id.startsWith('t4.'), missing('table-not-found'));
  expect(scopesThat('not-evaluable', BLANK_CELLS, reading)).toEqual(['t4']);
  expect(outcomeOf(BLANK_CELLS, 't4', reading)).toMatchObject({
    reason: 'missing-figure',
    message: {
      zh: 'BLANK-CELLS「表四」未能核对：所涉单元格未找到。',
      en: 'BLANK-CELLS “Table 4” was not checked: a cell concerned was not found.',
    },
  });
});
