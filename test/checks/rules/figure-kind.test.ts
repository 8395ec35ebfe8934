import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIGURE_KIND } from '../../../checks/rules/figure-kind.ts';
import type { FigureId } from '../../../forms/form.ts';
import { consistentReport } from '../../dresses/arbitrary.ts';
import {
  BLANK,
  DASH,
  FORMS_2019,
  missing,
  outcomeOf,
  readingOf,
  readingOfReport,
  scopesThat,
  stated,
  UNREADABLE,
  withFigures,
} from '../readings.ts';

const COUNT: FigureId = 't3.granted.natural_person';
const CHANGE: FigureId = 't2.licensing.change';
const MONEY: FigureId = 't2.procurement.amount';

const kindOf = (id: FigureId, value: number) =>
  outcomeOf(FIGURE_KIND, id, withFigures(readingOf(FORMS_2019), { [id]: stated(value) }))?.outcome;

test.each([
  ['a count', COUNT, 0, 'holds'],
  ['a count', COUNT, 4_000_000, 'holds'],
  ['a count', COUNT, -1, 'broken'],
  ['a count', COUNT, 1.5, 'broken'],
  ['a change', CHANGE, -18, 'holds'],
  ['a change', CHANGE, 2, 'holds'],
  ['a change', CHANGE, -0.5, 'broken'],
  ['money', MONEY, 242_523_110.82, 'holds'],
  ['money', MONEY, 0, 'holds'],
  ['money', MONEY, -0.01, 'broken'],
] as const)('%s (%s) of %s %s', (_, id, value, outcome) => {
  expect(kindOf(id, value)).toBe(outcome);
});

test('holds for every figure of a generated report', () => {
  fc.assert(
    fc.property(consistentReport(), (report) => {
      const reading = readingOfReport(report);
      expect(scopesThat('broken', FIGURE_KIND, reading)).toEqual([]);
      expect(scopesThat('holds', FIGURE_KIND, reading)).toHaveLength(Object.keys(report.figures).length);
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['blank', BLANK],
  ['dash', DASH],
  ['unreadable', UNREADABLE],
  ['missing', missing('row-not-found')],
])('says nothing of a figure that is %s', (_, figure) => {
  const reading = withFigures(readingOf(FORMS_2019), { [COUNT]: figure });
  expect(outcomeOf(FIGURE_KIND, COUNT, reading)).toBeUndefined();
});

describe('cells without a number', () => {
  const reading = withFigures(readingOf(FORMS_2019), {
    [COUNT]: UNREADABLE,
    [MONEY]: UNREADABLE,
    [CHANGE]: missing('row-not-found'),
  });

  test('are one outcome for each table', () => {
    expect(scopesThat('not-evaluable', FIGURE_KIND, reading)).toEqual(['t2', 't3']);
  });

  test('are named, the missing ones first', () => {
    expect(outcomeOf(FIGURE_KIND, 't2', reading)).toMatchObject({
      reason: 'missing-figure',
      figures: [CHANGE, MONEY],
      message: { zh: 'FIGURE-KIND「表二」未能核对：所涉单元格未找到。' },
    });
    expect(outcomeOf(FIGURE_KIND, 't3', reading)).toMatchObject({ reason: 'unreadable-figure', figures: [COUNT] });
  });

  test('blank ones have a rule of their own', () => {
    expect(scopesThat('not-evaluable', FIGURE_KIND, withFigures(readingOf(FORMS_2019), { [COUNT]: BLANK }))).toEqual(
      [],
    );
  });
});

describe('a finding', () => {
  const broken = (id: FigureId, value: number, doubtful = false) =>
    outcomeOf(FIGURE_KIND, id, withFigures(readingOf(FORMS_2019), { [id]: { ...stated(value), doubtful } }));

  test('names the cell by its row and column', () => {
    expect(broken(COUNT, -3)).toMatchObject({
      severity: 'error',
      cause: 'report',
      figures: [COUNT],
      found: -3,
      message: {
        zh: '表三「（一）予以公开」行「自然人」列填报 -3，不应为负数。',
        en: 'Table 3, row “(1) Granted”, column “Natural persons”: -3 is stated, which cannot be negative.',
      },
    });
  });

  test('names a cell of table 4 by its block and column', () => {
    const finding = broken('t4.litigation_direct.pending', 0.5);
    expect(finding).toMatchObject({
      message: {
        zh: '表四「行政诉讼·未经复议直接起诉·尚未审结」填报 0.5，件数应为整数。',
        en: 'Table 4, “Litigation, Without reconsideration, Pending”: 0.5 is stated, but a count is a whole number.',
      },
    });
  });

  test('is possibly misread when the cell was read with doubt', () => {
    expect(broken(COUNT, -3, true)).toMatchObject({ cause: 'possibly-misread' });
  });
});
