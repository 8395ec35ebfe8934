import { expect, test } from 'vitest';
import { FORMS, figuresOf, TABLE_IDS } from '../../../forms/catalogue.ts';
import { explainCodes, nameFigures, sumOf } from '../../../functions/api/explain-report.ts';
import { ALL_FIGURE_NOTES } from '../../../parsers/figures/figure.ts';
import { REVIEW_REASONS, type ReviewReason } from '../../../records/report-record.ts';

const formsOf = (id: (typeof FORMS)[number]['id']) => ({ t2: id, t3: id, t4: id });

test.each(FORMS)('of the form of $id every sum is found again by rule and scope', ({ id, tables }) => {
  const sums = TABLE_IDS.flatMap((table) => tables[table].sums);
  for (const { rule, scope, addends, totals } of sums) {
    // Two sums of the same rule and scope would be told one for the other.
    expect(sums.filter((sum) => sum.rule === rule && sum.scope === scope)).toHaveLength(1);
    expect(sumOf({ rule, scope }, formsOf(id))).toEqual({ addends, totals });
    expect(addends.some((figure) => totals.includes(figure))).toBe(false);
  }
});

test('the results of natural persons: 19 rows, and their total', () => {
  const sum = sumOf({ rule: 'T3-RESULTS', scope: 'natural_person' }, formsOf('2019'));
  expect(sum?.totals).toEqual(['t3.processed_total.natural_person']);
  expect(sum?.addends).toHaveLength(19);
  expect(sum?.addends).toContain('t3.granted.natural_person');
});

test('a finding that is no sum has none', () => {
  expect(sumOf({ rule: 'T2-STOCK', scope: 'natural_person' }, formsOf('2019'))).toBeUndefined();
});

test.each(FORMS)('of the form of $id every figure has a name of its own in both languages', ({ id, tables }) => {
  const names = nameFigures(formsOf(id));
  const ids = TABLE_IDS.flatMap((table) => figuresOf(tables[table]).map((figure) => figure.id));
  expect(Object.keys(names).toSorted()).toEqual(ids.toSorted());
  for (const language of ['zh', 'en'] as const) {
    const said = ids.map((figure) => names[figure]?.[language]);
    expect(new Set(said).size).toBe(ids.length);
    expect(said.every((name) => name !== undefined && name !== '')).toBe(true);
  }
});

test('every note and every reason for review that a record can have is said in words', () => {
  const figure = {
    value: 1,
    state: 'stated',
    raw: '1',
    where: null,
    notes: Object.keys(ALL_FIGURE_NOTES),
    doubtful: true,
  };
  const reviewReasons = Object.keys(REVIEW_REASONS) as ReviewReason[];
  const says = explainCodes({
    figures: { 't3.processed_total.natural_person': { ...figure, state: 'stated' } },
    reviewReasons,
  });
  expect(Object.keys(says).toSorted()).toEqual([...Object.keys(ALL_FIGURE_NOTES), ...reviewReasons].toSorted());
  for (const { zh, en } of Object.values(says)) expect([zh, en]).not.toContain('');
});

test('what a record does not have is not explained', () => {
  expect(explainCodes({ figures: {}, reviewReasons: ['error-findings'] })).toEqual({
    'error-findings': { zh: '有错误级问题', en: 'findings of severity error stand' },
  });
});
