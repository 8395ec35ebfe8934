import { describe, expect, test } from 'vitest';
import { isSameBody } from '../../../checks/identity/same-body.ts';
import { IDENTITY } from '../../../checks/rules/identity.ts';
import type { IdentitySource } from '../../../parsers/figures/identity.ts';
import { FORMS_2021, outcomeOf, readingOf } from '../readings.ts';

const of = <Value>(...told: (readonly [IdentitySource, Value])[]) =>
  told.map(([source, value]) => ({ source, value, text: `${value}` }));

const named = (...told: (readonly [IdentitySource, string])[]) =>
  outcomeOf(IDENTITY, 'body', { ...readingOf(FORMS_2021), identity: { body: of(...told), year: [] } });

const dated = (...told: (readonly [IdentitySource, number])[]) =>
  outcomeOf(IDENTITY, 'year', { ...readingOf(FORMS_2021), identity: { body: [], year: of(...told) } });

describe('names of one body', () => {
  test.each([
    ['洪泽区人民政府', '淮安市洪泽区人民政府办公室'],
    ['水利局', '青川县水利局'],
    ['平潭综合实验区管委会', '平潭综合实验区管理委员会'],
    ['市场监管局', '沭阳县市场监督管理局'],
    ['鹿城区人社局', '鹿城区人力资源和社会保障局'],
    ['上海市人民政府', '上海市人民政府办公厅'],
    ['县府办', '县人民政府办公室'],
  ])('%s, %s', (one, other) => {
    expect(isSameBody(one, other)).toBe(true);
    expect(isSameBody(other, one)).toBe(true);
  });

  test.each([
    ['青川县水利局', '剑阁县水利局'],
    ['沭阳县民政局', '沭阳县教育局'],
    ['沭阳县人民政府', '泗阳县人民政府办公室'],
  ])('but not %s, %s', (one, other) => {
    expect(isSameBody(one, other)).toBe(false);
  });
});

describe('bodies', () => {
  test('a cover that names another body than the title', () => {
    expect(named(['title', '青川县水利局'], ['opening', '剑阁县水利局'])).toMatchObject({
      outcome: 'broken',
      severity: 'explain',
      figures: [],
      quote: { text: '剑阁县水利局' },
      message: {
        zh: '机关名称前后不一致：标题为「青川县水利局」，开头说明为「剑阁县水利局」。',
        en: 'The report names different bodies: “青川县水利局” in the title, “剑阁县水利局” in the opening.',
      },
    });
  });

  test('the fuller name of two that agree decides: a short title does not hide another body', () => {
    const outcome = named(['title', '水利局'], ['opening', '青川县水利局'], ['file-name', '剑阁县水利局']);
    expect(outcome).toMatchObject({
      outcome: 'broken',
      message: { zh: '机关名称前后不一致：开头说明为「青川县水利局」，文件名为「剑阁县水利局」。' },
    });
  });

  test('two short forms of one full name', () => {
    const outcome = named(
      ['title', '平潭综合实验区'],
      ['opening', '平潭综合实验区管委会'],
      ['file-name', '平潭管委会'],
    );
    expect(outcome).toMatchObject({ outcome: 'holds' });
  });

  test.each([
    ['青川县水利局', '我局办公室'],
    ['青川县水利局', '政务公开工作领导小组办公室'],
    ['青川县水利局', '局办公室综合科'],
    ['沭阳县人民政府', '沭阳县政务公开办公室'],
    ['沭阳县人民政府', '沭阳县行政审批局'],
    ['淮安市洪泽区人民政府', '洪泽区政务服务管理办公室'],
    ['平潭综合实验区', '平潭综合实验区党工委管委会办公室'],
  ])('the report of %s compiled by %s', (title, opening) => {
    expect(named(['title', title], ['opening', opening])).toMatchObject({ outcome: 'holds' });
  });

  test.each([
    ['沭阳县人民政府', '泗阳县政务服务管理办公室'],
    ['沭阳县民政局', '沭阳县教育局'],
    ['本溪市民政局', '本溪市教育局'],
  ])('but not the report of %s by %s', (title, opening) => {
    expect(named(['title', title], ['opening', opening])).toMatchObject({ outcome: 'broken' });
  });

  test('the file of an office is not that of its government', () => {
    expect(named(['title', '沭阳县人民政府'], ['file-name', '沭阳县行政审批局'])).toMatchObject({ outcome: 'broken' });
  });

  test('a file name alone is all there is to agree with', () => {
    expect(named(['file-name', '青川县水利局'])).toMatchObject({ outcome: 'holds' });
  });

  test('no name at all', () => {
    expect(named()).toMatchObject({ outcome: 'not-evaluable', reason: 'no-identity' });
  });
});

describe('years', () => {
  test('section one that still speaks of last year', () => {
    expect(dated(['title', 2023], ['opening', 2023], ['section-1', 2022])).toMatchObject({
      outcome: 'broken',
      expected: 2023,
      found: 2022,
      difference: -1,
      quote: { text: '2022', section: 'section_1' },
      message: { zh: '报告年度前后不一致：标题、开头说明为 2023 年，第一部分为 2022 年。' },
    });
  });

  test('all the same', () => {
    expect(dated(['title', 2023], ['file-name', 2023])).toMatchObject({ outcome: 'holds' });
  });
});
