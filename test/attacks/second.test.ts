import { describe, expect, test } from 'vitest';
import { type Cell, docx, span, type Table } from './build-docx.ts';
import {
  accusations,
  assess,
  HEADINGS,
  lostFigures,
  parts,
  ROWS,
  reportOf,
  T3_HEADER,
  table2,
  table3,
  table4,
  truthOf,
  valuesOf,
  wrongFigures,
} from './report.ts';

const LAST_YEAR = truthOf(5);
const BODY = '青川县水利局';
const NAME = `${BODY}政府信息公开工作年度报告`;
const TITLE = `${BODY}2023年政府信息公开工作年度报告`;
const PERIOD = '本报告所列数据的统计期限为上一自然年度。';
const WIDE = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
/** Table 3 without the column 本年度办理结果: group and own label in two cells of every row. */
const twoLabels = (group6: string, blank: readonly string[]): Table => [
  [span('', 2, 3), span('申请人情况', 7)],
  ...T3_HEADER.slice(1),
  ...ROWS.map(([id, group = '', own = '']): Cell[] => {
    const values = blank.includes(id) ? Array.from({ length: 7 }, () => '') : valuesOf(id);
    return [group.startsWith('（六）') ? group6 : group, own, ...values];
  }),
];

describe('identity', () => {
  const read = (...title: string[]) => assess(docx([...title, PERIOD, ...parts().slice(2)]));
  /** Right, or not silently accepted. */
  const expectNotWrong = ({ outcome, body, year }: ReturnType<typeof read>) =>
    expect(outcome === 'accepted' ? { body, year } : { body: BODY, year: 2023 }).toEqual({ body: BODY, year: 2023 });

  test.each([
    [['日期：2024年1月20日', `${NAME}（2023年度）`]],
    [['生成日期：2024-01-20', `${NAME}（2023年度）`]],
    [['编制时间：二〇二四年一月', NAME, '（2023）']],
    [[`${BODY}2024年信息公开专栏`, `${NAME}（2023年度）`]],
    [[NAME, '（2023年度）', NAME]],
    [[NAME, '（2023年度）', BODY, '2024年1月', NAME, '（2023年度）']],
  ])('a year of another line is not the title’s: %j', (title) => {
    expectNotWrong(read(...title));
  });
  test('a cover of another year stands before the table of contents', () => {
    const cover = [`${BODY}2022年政府信息公开工作年度报告`, '目录', ...HEADINGS];
    expect(assess(docx([...cover, ...parts()])).reviewReasons).toContain('identity-disagrees');
  });
  test('the table of contents stands before the title', () => {
    expect(assess(docx(['目录', ...HEADINGS, ...parts()]))).toMatchObject({ body: BODY, year: 2023 });
  });
  test.each([
    ['现将2023年政府信息公开工作年度报告公布如下：'],
    [`现将${BODY}2023年政府信息公开工作年度报告公布如下：`],
  ])('the sentence %s under the title names no other body', (line) => {
    expect(read(TITLE, line).reviewReasons).toEqual([]);
  });
  test.each([
    ['水利局2023年政府信息公开工作年度报告', TITLE],
    ['青川县2023年政府信息公开工作年度报告', '广元市青川县人民政府2023年政府信息公开工作年度报告'],
  ])('the cover says %s and the title %s', (cover, title) => {
    expect(read(cover, title).reviewReasons).toEqual([]);
  });
  test.each([
    [[`关于${BODY}2023年度政府信息公开工作情况的报告`]],
    [['2023年度', '政府信息公开工作年度报告', BODY]],
    [['2023年度政府信息公开工作年度报告', `（${BODY}）`]],
  ])('the body is read from %j', (title) => {
    expect(read(...title)).toMatchObject({ body: BODY, year: 2023 });
  });
});

describe('sections', () => {
  test('section one has a sub-heading 依申请公开情况 with last year’s table 3', () => {
    const record = assess(reportOf({ s1: ['（二）依申请公开情况', '上年情况：', table3({ truth: LAST_YEAR })] }));
    expect(wrongFigures(record).filter((text) => !record.figures[text.split(' ')[0] ?? '']?.doubtful)).toEqual([]);
  });
  test.each(['（二）依申请公开情况', '依申请公开情况'])(
    'under %s stands last year’s table 3, this year’s is a picture',
    (line) => {
      const record = assess(reportOf({ s1: [line, table3({ truth: LAST_YEAR })], t3: ['（见图）'] }));
      expect(record.outcome).not.toBe('accepted');
    },
  );
  test('section one has a sub-heading 依申请公开情况 with a comparison in the columns of table 3', () => {
    const comparison: Table = [
      ['上年', ...WIDE],
      ['本年新收政府信息公开申请数量', '1', '2', '3', '4', '5', '6', '21'],
    ];
    const record = assess(reportOf({ s1: ['（二）依申请公开情况', comparison] }));
    expect(wrongFigures(record)).toEqual([]);
    expect(lostFigures(record)).toEqual([]);
  });
  test('section one has a sub-heading 主动公开情况 with a short table', () => {
    const short: Table = [
      ['信息内容', '本年处理决定数量'],
      ['行政许可', '3'],
    ];
    expect(lostFigures(assess(reportOf({ s1: ['（一）主动公开情况', short] })))).toEqual([]);
  });
  test.each([
    [2, '三、收到和处理公民、法人和其他组织政府信息公开申请情况'],
    [2, '三、公民、法人或者其他组织申请公开政府信息的情况'],
    [3, '四、行政复议、行政诉讼及其他情况'],
    [1, '二、主动公开政府信息、收到和处理政府信息公开申请情况'],
  ])('section %i is headed %s', (index, heading) => {
    expect(accusations(assess(reportOf({ headings: HEADINGS.with(index, heading) })))).toEqual([]);
  });
  test.each([
    [{ t3: ['一、申请办理情况', '二、其他情况', table3()] }],
    [{ t4: ['一、行政复议情况', '无', '二、其他情况说明', '无', table4()] }],
  ])('numbered lines stand between a heading and its table: %#', (contents) => {
    expect(assess(reportOf(contents)).outcome).toBe('accepted');
  });
  test('the tables follow section six without captions', () => {
    const annex = parts().filter((part) => typeof part !== 'string');
    const prose = parts({ t2: ['见附件。'], t3: ['见附件。'], t4: ['见附件。'] });
    expect(assess(docx([...prose, '附件', ...annex])).outcome).toBe('accepted');
  });
});

describe('table 3', () => {
  test('the last row of group （六）其他 is blank and its group printed beside it', () => {
    const record = assess(reportOf({ t3: [twoLabels('（六）其他', ['other_rest'])] }));
    expect(accusations(record).filter((text) => text.startsWith('FORM-COMPLETE'))).toEqual([]);
    expect(record.figures['t3.processed_total.total']?.state).toBe('stated');
  });
  test.each(['其他组织', '其它组织'])('the last kind of organisation is printed %s', (name) => {
    const header: Table = [...T3_HEADER.slice(0, 2), [...WIDE.slice(1, 5), name]];
    expect(lostFigures(assess(reportOf({ t3: [table3({}, header)] })))).toEqual([]);
  });
  test.each([
    ['carried_in', '二、上年度结转'],
    ['granted', '（一）同意公开'],
  ])('%s is printed %s', (id, printed) => {
    const relabel = (row: string, labels: readonly string[]) => (row === id ? [printed] : labels);
    expect(lostFigures(assess(reportOf({ t3: [table3({ relabel })] })))).toEqual([]);
  });
  test.each(['其中：本年新收网络申请数量', '三、本年度办理结果'])('a further row %s takes no figure away', (label) => {
    const table = table3();
    const further: Cell[] = [span(label, 3), ...Array.from({ length: 7 }, () => '8')];
    expect(lostFigures(assess(reportOf({ t3: [[...table.slice(0, 5), further, ...table.slice(5)]] })))).toEqual([]);
  });
});

test('a further row 党内规范性文件 of table 2 takes no figure away', () => {
  const table = table2();
  const further: Cell[] = ['党内规范性文件', '7', '8', '9'];
  expect(lostFigures(assess(reportOf({ t2: [[...table.slice(0, 4), further, ...table.slice(4)]] })))).toEqual([]);
});
