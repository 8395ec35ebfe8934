import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORM_COMPLETE } from '../../../checks/rules/form-complete.ts';
import { SECTIONS } from '../../../forms/sections.ts';
import { consistentReport } from '../../dresses/arbitrary.ts';
import {
  BLANK,
  FORMS_2019,
  FORMS_2021,
  missing,
  outcomeOf,
  readingOfReport,
  scopesThat,
  validReading,
  withEach,
  withNotes,
} from '../readings.ts';

const valid = validReading(FORMS_2021);
const incomplete = (reading: typeof valid) => scopesThat('broken', FORM_COMPLETE, reading);

test('a generated report is complete', () => {
  fc.assert(
    fc.property(consistentReport(), (report) => {
      expect(incomplete(readingOfReport(report))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('blank cells are there: a table of blanks is complete', () => {
  expect(incomplete(withEach(valid, () => true, BLANK))).toEqual([]);
});

test.each(SECTIONS.map(({ id, title }) => [title.zh, id]))('the heading %s is looked for', (_, id) => {
  const reading = { ...valid, sections: valid.sections.filter((section) => section !== id) };
  expect(incomplete(reading)).toEqual([id]);
});

test.each(['t2', 't3', 't4'])('table %s not found is one finding, not one for each row', (table) => {
  const reading = withEach(valid, (id) => id.startsWith(`${table}.`), missing('table-not-found'));
  expect(incomplete(reading)).toEqual([table]);
  expect(scopesThat('not-evaluable', FORM_COMPLETE, reading)).toEqual([`${table}.rows`]);
});

test('the rows and columns of a table that was not found are not known', () => {
  const reading = withEach(valid, (id) => id.startsWith('t4.'), missing('table-not-found'));
  expect(outcomeOf(FORM_COMPLETE, 't4.rows', reading)).toMatchObject({
    reason: 'missing-figure',
    message: {
      zh: 'FORM-COMPLETE「表四各行各列」未能核对：所涉单元格未找到。',
      en: 'FORM-COMPLETE “Table 4, rows and columns” was not checked: a cell concerned was not found.',
    },
  });
});

test('does not apply to something without any table', () => {
  expect(FORM_COMPLETE.evaluate({ ...valid, figures: {}, tables: [], sections: [] })).toEqual([]);
});

test('no table and no heading at all', () => {
  const reading = { ...withEach(valid, () => true, missing('table-not-found')), sections: [] };
  expect(incomplete(reading)).toEqual([...SECTIONS.map(({ id }) => id), 't2', 't3', 't4']);
});

test('a row that was not found', () => {
  const reading = withEach(valid, (id) => id.startsWith('t3.declined_repeat.'), missing('row-not-found'));
  expect(incomplete(reading)).toEqual(['t3.declined_repeat']);
  expect(outcomeOf(FORM_COMPLETE, 't3.declined_repeat', reading)).toMatchObject({
    outcome: 'broken',
    severity: 'error',
    expected: 1,
    found: 0,
    difference: -1,
    message: { zh: '未找到表三「2.重复申请」行。', en: 'Table 3, row “2. Repeated requests” was not found.' },
  });
});

test('a row whose cells could not be told apart is there', () => {
  expect(incomplete(withEach(valid, (id) => id.startsWith('t3.granted.'), missing('no-cell')))).toEqual([]);
});

test('a column that was not found', () => {
  const reading = withEach(valid, (id) => /^t3\..*\.other_org$/.test(id), missing('column-not-found'));
  expect(incomplete(reading)).toEqual(['t3.other_org']);
});

test('a column of one band of table 2 is told apart from its namesakes in other bands', () => {
  const reading = withEach(
    validReading(FORMS_2019),
    (id) => /^t2\.(?:penalties|coercion)\.change$/.test(id),
    missing('column-not-found'),
  );
  expect(incomplete(reading)).toEqual(['t2.penalties.change']);
});

test('a column of table 4 is named with its block', () => {
  const reading = withEach(valid, (id) => id === 't4.litigation_direct.pending', missing('column-not-found'));
  expect(outcomeOf(FORM_COMPLETE, 't4.litigation_direct.pending', reading)).toMatchObject({
    message: { zh: '未找到表四「未经复议直接起诉·尚未审结」列。' },
  });
});

describe('a row that stands more than once', () => {
  const twice = withNotes(valid, 't3', [{ code: 'row-twice', label: '（一）予以公开', row: 'granted' }]);

  test('is counted', () => {
    expect(outcomeOf(FORM_COMPLETE, 't3.granted', twice)).toMatchObject({
      outcome: 'broken',
      found: 2,
      difference: 1,
      message: { zh: '表三「（一）予以公开」行出现 2 次，应为 1 次。' },
    });
  });

  test('says nothing of its namesake in another table', () => {
    const other = withNotes(valid, 't4', [{ code: 'row-twice', label: '（一）予以公开', row: 'granted' }]);
    expect(incomplete(other)).toEqual([]);
  });
});

test('a missing row beside a row that was not recognised is possibly misread', () => {
  const lost = withEach(valid, (id) => id.startsWith('t3.granted.'), missing('row-not-found'));
  expect(outcomeOf(FORM_COMPLETE, 't3.granted', lost)).toMatchObject({ cause: 'report' });
  const noted = withNotes(lost, 't3', [{ code: 'unexpected-row', label: '予以公示' }]);
  expect(outcomeOf(FORM_COMPLETE, 't3.granted', noted)).toMatchObject({ cause: 'possibly-misread' });
});

test('a row that was not expected does not make the form incomplete', () => {
  expect(incomplete(withNotes(valid, 't2', [{ code: 'unexpected-row', label: '其他主动公开文件' }]))).toEqual([]);
});

describe('what was not found may stand in a part of the document that was not read', () => {
  test('a missing section or table is then possibly misread', () => {
    const lost = { ...withEach(valid, () => true, missing('table-not-found')), sections: [] };
    const causes = (reading: typeof lost) =>
      FORM_COMPLETE.evaluate(reading).flatMap((it) => (it.outcome === 'broken' ? [it.cause] : []));
    expect(new Set(causes(lost))).toEqual(new Set(['report']));
    expect(new Set(causes({ ...lost, leftovers: ['grid'] }))).toEqual(new Set(['possibly-misread']));
  });

  test('a heading that was not found over a table that was is possibly misread', () => {
    const unheaded = { ...valid, sections: valid.sections.filter((id) => id !== 'section_4') };
    expect(outcomeOf(FORM_COMPLETE, 'section_4', unheaded)).toMatchObject({ cause: 'possibly-misread' });
  });

  test('a complete form stays complete', () => {
    expect(incomplete({ ...valid, leftovers: ['grid'] })).toEqual([]);
  });
});
