import { describe, expect, test } from 'vitest';
import { isSameBody } from '../../../checks/identity/same-body.ts';
import { IDENTITY } from '../../../checks/rules/identity.ts';
import { SECTIONS } from '../../../forms/sections.ts';
import { type IdentitySource, readIdentity } from '../../../parsers/figures/identity.ts';
import { findSections } from '../../../parsers/tables/find-sections.ts';
import { documentOf } from '../../parsers/prose/prose-of.ts';
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
    ['经开区管委会', '云川经济技术开发区'],
    ['高新区党工委管委会', '云川高新技术产业开发区管理委员会'],
    ['北塘公安分局', '云川市公安局北塘分局'],
    ['云川市临溪生态环境局', '云川市生态环境局临溪分局'],
  ])('%s, %s', (one, other) => {
    expect(isSameBody(one, other)).toBe(true);
    expect(isSameBody(other, one)).toBe(true);
  });

  test.each([
    ['青川县水利局', '剑阁县水利局'],
    ['沭阳县民政局', '沭阳县教育局'],
    ['沭阳县人民政府', '泗阳县人民政府办公室'],
    ['云川经济技术开发区', '云川高新区管委会'],
    ['云川市公安局北塘分局', '南塘公安分局'],
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
    ['云川高新技术产业开发区管理委员会', '中共云川高新区工作委员会、云川高新区管理委员会办公室'],
    ['云川经济技术开发区', '云川经开区党政综合办公室'],
    ['云川市北塘区人民政府清河街道办事处', '清河街道党政办公室'],
    ['临溪县白渡镇人民政府', '镇党政办'],
    ['临溪县人民政府', '县大数据局'],
    ['云川市', '市政府办公厅政务公开处'],
    ['云川水务集团有限公司', '集团公司党委办公室'],
    ['云川市第一中学', '学校办公室'],
    ['云川市公安局北塘分局', '北塘公安分局指挥中心'],
  ])('the report of %s compiled by %s', (title, opening) => {
    expect(named(['title', title], ['opening', opening])).toMatchObject({ outcome: 'holds' });
  });

  test.each([
    ['沭阳县人民政府', '泗阳县政务服务管理办公室'],
    ['沭阳县民政局', '沭阳县教育局'],
    ['本溪市民政局', '本溪市教育局'],
    ['云川高新技术产业开发区管理委员会', '云川经开区党政办公室'],
    ['临溪县人民政府', '市大数据局'],
  ])('but not the report of %s by %s', (title, opening) => {
    expect(named(['title', title], ['opening', opening])).toMatchObject({ outcome: 'broken' });
  });

  test('the file of an office is not that of its government', () => {
    expect(named(['title', '沭阳县人民政府'], ['file-name', '沭阳县行政审批局'])).toMatchObject({ outcome: 'broken' });
  });

  test('a government above the title of an office is a letterhead', () => {
    expect(named(['title', '水利局'], ['title', '青川县人民政府'])).toMatchObject({ outcome: 'holds' });
    expect(named(['title', '青川县人民政府'], ['title', '剑阁县人民政府'])).toMatchObject({ outcome: 'broken' });
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

  const read = (fileName: string, ...lines: string[]) => {
    const document = documentOf(['云川市水利局2022年政府信息公开工作年度报告', '一、总体情况', ...lines]);
    const identity = readIdentity(document, findSections(document, SECTIONS), fileName);
    return outcomeOf(IDENTITY, 'year', { ...readingOf(FORMS_2021), identity });
  };

  test.each([
    '20230120云川市水利局政府信息公开年度报告.docx',
    '2023-01-20 云川市水利局政府信息公开年度报告.docx',
    '云川市水利局2023年1月20日政府信息公开年度报告.docx',
    '2023年1月云川市水利局信息公开年报.docx',
    '云水〔2023〕3号 云川市水利局2022年政府信息公开工作年度报告.docx',
    '2022年度云川市水利局政府信息公开工作年度报告（2023.1.20）.docx',
  ])('%s: the day of publication is no fiscal year', (fileName) => {
    expect(read(fileName)).toMatchObject({ outcome: 'holds' });
  });

  test('a file of another year', () => {
    expect(read('云川市水利局2021年政府信息公开年报.docx')).toMatchObject({ outcome: 'broken' });
  });

  test('section one begins with what happened before, or speaks of last year alone', () => {
    const before = '2021年，我局获评先进单位。';
    expect(read('报告.docx', before, '2022年，我局收到申请2件。')).toMatchObject({ outcome: 'holds' });
    expect(read('报告.docx', before)).toMatchObject({ outcome: 'broken', found: 2021 });
  });
});
