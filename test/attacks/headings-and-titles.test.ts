import { describe, expect, test } from 'vitest';
import { docx } from './build-docx.ts';
import { accusations, assess, HEADINGS, parts, reportOf } from './report.ts';

describe('section headings', () => {
  test.each([
    [0, '一、2023年政府信息公开工作总体情况'],
    [0, '一、工作总体情况'],
    [1, '二、政府信息主动公开情况'],
    [2, '三、政府信息公开申请情况'],
    [3, '四、行政复议、行政诉讼情况'],
    [4, '五、存在主要问题及整改措施'],
    [4, '五、存在的问题和改进措施'],
    [5, '六、其他情况'],
  ])('section %i is headed %s', (index, heading) => {
    const record = assess(reportOf({ headings: HEADINGS.with(index, heading) }));
    expect(accusations(record)).toEqual([]);
  });
});

describe('titles', () => {
  const BODY = '青川县水利局';
  const of = (title: readonly string[]) => assess(reportOf({ title }));

  test.each([
    [['青川县水利局关于印发2023年政府信息公开工作年度报告的通知']],
    [['青川县水利局关于公布2023年政府信息公开工作年度报告的公告']],
    [['标题：青川县水利局2023年政府信息公开工作年度报告']],
    [['青川县', '水利局', '2023年政府信息公开工作年度报告']],
    [['2023年', '青川县水利局政府信息公开工作年度报告']],
    [['青水函〔2024〕5号', '青川县水利局二〇二三年政府信息公开工作年度报告']],
  ])('the body is read from %j', (title) => {
    expect(of(title)).toMatchObject({ body: BODY, year: 2023 });
  });

  test.each(['内部资料', '二〇二四年一月', '政府信息公开', '青川县人民政府门户网站'])(
    'the line %s above a title without a body is not taken for one',
    (line) => {
      const { body, outcome } = of([line, '2023年政府信息公开工作年度报告']);
      expect(outcome === 'accepted' ? body : null).toBeNull();
    },
  );

  test('a report follows the letter that transmits it', () => {
    const letter = [
      '关于报送2023年政府信息公开工作年度报告的函',
      '县人民政府办公室：',
      '现将我局年度报告报上。',
      '附件',
    ];
    const { body, outcome } = assess(docx([...letter, ...parts()]));
    expect(outcome === 'accepted' ? body : BODY).toBe(BODY);
  });

  test('the report is the second entry of a table of contents', () => {
    const contents = [
      '目录',
      '青川县财政局2023年政府信息公开工作年度报告……1',
      '青川县水利局2023年政府信息公开工作年度报告……5',
    ];
    const { body, outcome } = assess(docx([...contents, ...parts()]));
    expect(outcome === 'accepted' ? body : BODY).toBe(BODY);
  });
});
