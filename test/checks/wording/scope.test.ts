import { expect, test } from 'vitest';
import { nameScope } from '../../../checks/wording/scope.ts';
import { FORMS, figuresOf, TABLE_IDS } from '../../../forms/catalogue.ts';
import { CLAIM_SUBJECTS } from '../../../parsers/prose/claim-codes.ts';

const inChinese = (rule: string, scope: string) => nameScope({ rule, scope }).zh;

test('a scope is said in the words of the form', () => {
  expect(inChinese('T3-RESULTS', 'natural_person')).toBe('表三「自然人」列');
  expect(inChinese('T3-BALANCE', 'total')).toBe('表三「总计」列');
  expect(inChinese('T3-APPLICANTS', 'granted')).toBe('表三「（一）予以公开」行');
  expect(inChinese('T4-OUTCOMES', 'reconsideration')).toBe('表四「行政复议」');
  expect(inChinese('T2-PUBLIC-TOTAL', 'regulations')).toBe('表二「规章」');
  expect(inChinese('FIGURE-KIND', 't3.granted.natural_person')).toBe('表三「（一）予以公开」行「自然人」列');
  expect(inChinese('BLANK-CELLS', 't3')).toBe('表三');
  expect(inChinese('TEXT-PARTS', 'list-1')).toBe('正文');
  expect(inChinese('TEXT-OUTCOMES', 'granted+partially_granted.share')).toBe('正文：予以公开 部分公开 占比');
  expect(inChinese('IDENTITY', 'body')).toBe('机关名称');
  expect(inChinese('DEADLINE', 'report')).toBe('全文');
});

test('no sum, figure, table or subject of the prose is left as a code', () => {
  const asked = FORMS.flatMap(({ tables }) =>
    TABLE_IDS.flatMap((table) => [
      { rule: 'BLANK-CELLS', scope: table },
      ...tables[table].sums,
      ...figuresOf(tables[table]).map(({ id }) => ({ rule: 'LEVEL-SUM', scope: id })),
      ...(table === 't2'
        ? tables[table].bands.flatMap(({ rows }) => rows.map(({ id }) => ({ rule: 'T2-STOCK', scope: id })))
        : []),
      ...(table === 't3'
        ? tables[table].bands.flatMap(({ columns }) => columns.map(({ id }) => ({ rule: 'T3-CARRY', scope: id })))
        : []),
    ]),
  );
  const prose = CLAIM_SUBJECTS.map((scope) => ({ rule: 'TEXT-RECEIVED', scope }));
  for (const one of [...asked, ...prose]) {
    const { zh, en } = nameScope(one);
    expect([one.rule, one.scope, zh]).toEqual([one.rule, one.scope, expect.stringMatching(/^(?:表[二三四]|正文：)/u)]);
    expect(en).not.toMatch(/_|undefined/u);
  }
});
