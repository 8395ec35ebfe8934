import { describe, expect, test } from 'vitest';
import { type Cell, docx, span, type Table, textOf } from './build-docx.ts';
import {
  accusations,
  assess,
  lostFigures,
  parts,
  ROWS,
  reportOf,
  T3_HEADER,
  T4_HEADER,
  TRUTH,
  type Truth,
  t4Values,
  table2,
  table3,
  table4,
  truthOf,
  valuesOf,
  wrongFigures,
} from './report.ts';

const NAMES = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const LAST_YEAR = truthOf(5);

/** Label cells and value cells of table 3, without a header. */
const body = table3({}, []).map((row) => ({ labels: row.slice(0, -7), values: row.slice(-7) }));
const relabelled = (labels: Readonly<Record<string, string>>, truth: Truth = TRUTH) =>
  table3({ relabel: (id, path) => [...path.slice(0, -1), labels[id] ?? path.at(-1) ?? ''], truth });
const renumbered = (write: (number: string, words: string) => string) =>
  table3({ relabel: (_, path) => path.map((text) => text.replace(/^(\d)\.(.*)$/u, (_all, n, t) => write(n, t))) });
/** Every label in a cell of its own, a group only beside its first row, as a sheet pasted into Word looks. */
function unmerged(write: (label: string) => string): Table {
  let before = '';
  const rows = ROWS.map(([id, ...labels]): Cell[] => {
    const [group = '', own] = labels;
    const shown = group === before ? '' : group;
    before = group;
    return [own === undefined ? group : shown, own === undefined ? '' : write(own), ...valuesOf(id)];
  });
  return [[span('项目', 2), ...NAMES], ...rows];
}

function expectNothingWrong(bytes: Uint8Array, truth: Truth = TRUTH) {
  const record = assess(bytes);
  expect(wrongFigures(record, truth)).toEqual([]);
  expect(accusations(record)).toEqual([]);
  return record;
}

function expectRead(bytes: Uint8Array, truth: Truth = TRUTH) {
  expect(lostFigures(expectNothingWrong(bytes, truth), truth)).toEqual([]);
}

describe('table 3, columns', () => {
  test('organisations have a 合计 of their own before the 总计', () => {
    const header: Table = [
      [span('', 3, 3), span('申请人情况', 8)],
      [span('自然人', 1, 2), span('法人或其他组织', 6), span('总计', 1, 2)],
      [...NAMES.slice(1, 6), '合计'],
    ];
    const rows = body.map(({ labels, values }, k) => [
      ...labels,
      ...values.slice(0, 6),
      String(900 + k),
      ...values.slice(6),
    ]);
    expectNothingWrong(reportOf({ t3: [[...header, ...rows]] }));
  });
  test('the 总计 stands before the applicants', () => {
    const header: Table = [[span('', 3), '总计', ...NAMES.slice(0, 6)]];
    const rows = body.map(({ labels, values }) => [...labels, ...values.slice(6), ...values.slice(0, 6)]);
    expectRead(reportOf({ t3: [[...header, ...rows]] }));
  });
  test('applicants are abbreviated', () => {
    const header: Table = [
      [span('', 3, 2), span('自然人', 1, 2), span('法人或其他组织', 5), span('总计', 1, 2)],
      ['企业', '科研', '公益', '法律', '其他'],
    ];
    expectNothingWrong(reportOf({ t3: [table3({}, header)] }));
  });
  test.each(['小计', '备注', '上年总计'])('a column %s stands at the end', (name) => {
    const rows = body.map(({ labels, values }, k) => [...labels, ...values, String(k)]);
    expectRead(reportOf({ t3: [[[span('', 3), ...NAMES, name], ...rows]] }));
  });
  test('line numbers stand between labels and figures under the corner of the header', () => {
    const header: Table = [[span('', 4, 3), span('申请人情况', 7)], ...T3_HEADER.slice(1)];
    const rows = body.map(({ labels, values }, k) => [...labels, String(k + 1), ...values]);
    expectRead(reportOf({ t3: [[...header, ...rows]] }));
  });
});

describe('table 3, rows', () => {
  test.each([['逾期不补正', { other_no_correction: '1.逾期不补正', other_fee_unpaid: '2.逾期未缴费' }]])(
    'group (6) of the 2021 form is abbreviated to %s',
    (_, labels) => {
      const record = expectNothingWrong(reportOf({ t3: [relabelled(labels)] }));
      expect(record.forms.t3).toBe('2021');
    },
  );
  test.each<[string, (n: string, t: string) => string]>([
    ['1）', (n, t) => `${n}）${t}`],
    ['1.1.', (n, t) => `${n}.${n}.${t}`],
    ['1.“', (n, t) => `${n}.“${t}”`],
    ['(1)', (n, t) => `(${n})${t}`],
  ])('rows are numbered %s', (_, write) => {
    expectRead(reportOf({ t3: [renumbered(write)] }));
  });
  test('rows are numbered 1） and a group stands only beside its first row', () => {
    expectNothingWrong(reportOf({ t3: [unmerged((own) => own.replace(/^(\d)\./u, '$1）'))] }));
  });
  test.each([
    ['new_received', '一、本年新收申请数量'],
    ['carried_in', '二、上年结转申请数量'],
    ['carried_out', '四、结转下年'],
    ['carried_out', '四、结转至下年度'],
    ['other_rest', '3.其他情形'],
    ['refused_enforcement_file', '7.执法案卷'],
  ])('%s is printed %s', (id, printed) => {
    expectRead(reportOf({ t3: [relabelled({ [id]: printed })] }));
  });
});

describe('tables of another year or body in the same file', () => {
  const slip = { carried_out: '四、结转下年度继续办里' };
  test('last year’s table 3 stands in section one and this year’s has a slip in a label', () => {
    expectNothingWrong(reportOf({ s1: ['上年情况：', table3({ truth: LAST_YEAR })], t3: [relabelled(slip)] }));
  });
  test('last year’s table 3 is appended and this year’s has a slip in a label', () => {
    expectNothingWrong(reportOf({ t3: [relabelled(slip)], s6: ['附上年情况：', table3({ truth: LAST_YEAR })] }));
  });
  test('two bodies report in one file and the first has a slip in a label', () => {
    const second = parts({
      title: ['旺苍县水利局2023年政府信息公开工作年度报告'],
      t2: [table2(LAST_YEAR)],
      t3: [table3({ truth: LAST_YEAR })],
      t4: [table4(LAST_YEAR)],
    });
    expectNothingWrong(docx([...parts({ t3: [relabelled(slip)] }), ...second]));
  });
  test('last year’s table 3 stands in section one and section three has only a picture', () => {
    const record = assess(reportOf({ s1: ['上年情况：', table3({ truth: LAST_YEAR })], t3: ['（见图）'] }));
    expect(record.outcome).not.toBe('accepted');
  });
  test('a summary of results by kind stands in section one', () => {
    const summary: Table = [
      ['办理结果', '件数'],
      ['予以公开', '11'],
      ['部分公开', '22'],
      ['总计', '33'],
    ];
    expectRead(reportOf({ s1: [summary] }));
  });
});

describe('table 2', () => {
  const fees = (header: Table, row: readonly Cell[]) => [...table2().slice(0, 12), ...header, row];
  const read = (table: Table, before: string[] = []) => {
    const record = assess(reportOf({ t2: [...before, table] }));
    const { value, doubtful, state } = record.figures['t2.fees.amount'] ?? {};
    return { right: value === 125000 || state === 'unreadable' || doubtful === true, value };
  };
  const header: Table = [['信息内容', span('本年收费金额', 3)]];
  test.each<[string, Table, string[]]>([
    ['in the row label', fees(header, ['行政事业性收费（元）', span('125000', 3)]), []],
    ['under the header', fees([...header, ['', span('（单位：元）', 3)]], ['行政事业性收费', span('125000', 3)]), []],
    ['in a line above the table', fees(header, ['行政事业性收费', span('125000', 3)]), ['单位：元']],
  ])('the unit 元 stands %s', (_, table, before) => {
    expect(read(table, before)).toMatchObject({ right: true });
  });
  test('band titles are lost', () => {
    expectRead(reportOf({ t2: [table2().filter((row) => !textOf(row[0] ?? '').startsWith('第二十条'))] }));
  });
  test('each band is a table of its own', () => {
    const t = table2();
    expectRead(reportOf({ t2: [t.slice(0, 4), t.slice(4, 7), t.slice(7, 11), t.slice(11)] }));
  });
});

describe('table 4', () => {
  const v = t4Values();
  test('复议后起诉 stands before 未经复议直接起诉', () => {
    const table: Table = [
      [span('行政复议', 5), span('行政诉讼', 10)],
      [...OUTCOMES.map((text) => span(text, 1, 2)), span('复议后起诉', 5), span('未经复议直接起诉', 5)],
      [...OUTCOMES, ...OUTCOMES],
      [...v.slice(0, 5), ...v.slice(10), ...v.slice(5, 10)],
    ];
    expectNothingWrong(reportOf({ t4: [table] }));
  });
  test('行政诉讼 stands before 行政复议', () => {
    const table: Table = [
      [span('行政诉讼', 10), span('行政复议', 5)],
      [span('未经复议直接起诉', 5), span('复议后起诉', 5), ...OUTCOMES.map((text) => span(text, 1, 2))],
      [...OUTCOMES, ...OUTCOMES],
      [...v.slice(5), ...v.slice(0, 5)],
    ];
    expectNothingWrong(reportOf({ t4: [table] }));
  });
  test('each block begins with its 总计', () => {
    const order = ['总计', ...OUTCOMES.slice(0, 4)];
    const table: Table = [
      [span('行政复议', 5), span('行政诉讼', 10)],
      [...order.map((text) => span(text, 1, 2)), span('未经复议直接起诉', 5), span('复议后起诉', 5)],
      [...order, ...order],
      [0, 5, 10].flatMap((from) => [...v.slice(from + 4, from + 5), ...v.slice(from, from + 4)]),
    ];
    expectNothingWrong(reportOf({ t4: [table] }));
  });
  test('reconsideration and litigation are two tables', () => {
    const record = assess(
      reportOf({
        t4: [
          [[span('行政复议', 5)], OUTCOMES, v.slice(0, 5)],
          [
            [span('行政诉讼', 10)],
            [span('未经复议直接起诉', 5), span('复议后起诉', 5)],
            [...OUTCOMES, ...OUTCOMES],
            v.slice(5),
          ],
        ],
      }),
    );
    expect(lostFigures(record)).toEqual([]);
    expect(record.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
  test('the group row is lost', () => {
    expectRead(reportOf({ t4: [[[...OUTCOMES, ...OUTCOMES, ...OUTCOMES], v]] }));
  });
  test('a grand total stands between the blocks', () => {
    const [groups = [], ...rest] = T4_HEADER;
    const header = [[...groups.slice(0, 1), span('总计', 1, 3), ...groups.slice(1)], ...rest];
    expectRead(reportOf({ t4: [[...header, [...v.slice(0, 5), '999', ...v.slice(5)]]] }));
  });
});
