import type { ReportRecord } from '../../records/report-record.ts';
import { assessDocx } from '../reports/assess-docx.ts';
import { type Cell, docx, type Part, span, type Table } from './build-docx.ts';

/** Figures by id, as the report means them. */
export type Truth = Record<string, number>;

const APPLICANTS = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'social_welfare_org',
  'legal_service_org',
  'other_org',
];
/** Rows of table 3 with their labels from the group inwards. */
export const ROWS: readonly (readonly [id: string, ...labels: string[]])[] = [
  ['new_received', '一、本年新收政府信息公开申请数量'],
  ['carried_in', '二、上年结转政府信息公开申请数量'],
  ['granted', '（一）予以公开'],
  ['partially_granted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  ['refused_state_secret', '（三）不予公开', '1.属于国家秘密'],
  ['refused_prohibited_by_law', '（三）不予公开', '2.其他法律行政法规禁止公开'],
  ['refused_three_securities', '（三）不予公开', '3.危及“三安全一稳定”'],
  ['refused_third_party_rights', '（三）不予公开', '4.保护第三方合法权益'],
  ['refused_internal_affairs', '（三）不予公开', '5.属于三类内部事务信息'],
  ['refused_process_information', '（三）不予公开', '6.属于四类过程性信息'],
  ['refused_enforcement_file', '（三）不予公开', '7.属于行政执法案卷'],
  ['refused_administrative_query', '（三）不予公开', '8.属于行政查询事项'],
  ['unavailable_not_held', '（四）无法提供', '1.本机关不掌握相关政府信息'],
  ['unavailable_needs_creation', '（四）无法提供', '2.没有现成信息需要另行制作'],
  ['unavailable_still_unclear', '（四）无法提供', '3.补正后申请内容仍不明确'],
  ['declined_petition_complaint', '（五）不予处理', '1.信访举报投诉类申请'],
  ['declined_repeat', '（五）不予处理', '2.重复申请'],
  ['declined_publication', '（五）不予处理', '3.要求提供公开出版物'],
  ['declined_excessive', '（五）不予处理', '4.无正当理由大量反复申请'],
  ['declined_confirm_or_reissue', '（五）不予处理', '5.要求行政机关确认或重新出具已获取信息'],
  ['other_no_correction', '（六）其他处理', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['other_fee_unpaid', '（六）其他处理', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ['other_rest', '（六）其他处理', '3.其他'],
  ['processed_total', '（七）总计'],
  ['carried_out', '四、结转下年度继续办理'],
];

/** A report that is right: every sum holds, and no two neighbours are alike. */
export function truthOf(seed = 0): Truth {
  const truth: Truth = {};
  const inner = ROWS.slice(2, -2).map(([id]) => id);
  for (const [c, column] of APPLICANTS.entries()) {
    let sum = 0;
    for (const [r, row] of inner.entries()) {
      const value = 1 + ((r * 7 + c * 31 + seed * 13 + r * c * 3) % 97);
      truth[`t3.${row}.${column}`] = value;
      sum += value;
    }
    const out = 3 + c + seed;
    const carriedIn = 5 + c * 2 + seed;
    truth[`t3.processed_total.${column}`] = sum;
    truth[`t3.carried_out.${column}`] = out;
    truth[`t3.carried_in.${column}`] = carriedIn;
    truth[`t3.new_received.${column}`] = sum + out - carriedIn;
  }
  for (const [row] of ROWS)
    truth[`t3.${row}.total`] = APPLICANTS.reduce((sum, column) => sum + (truth[`t3.${row}.${column}`] ?? 0), 0);
  for (const [b, block] of ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'].entries()) {
    const parts = ['upheld', 'corrected', 'other', 'pending'].map(
      (part, k) => [part, 2 + b * 11 + k * 3 + seed] as const,
    );
    for (const [part, value] of parts) truth[`t4.${block}.${part}`] = value;
    truth[`t4.${block}.total`] = parts.reduce((sum, [, value]) => sum + value, 0);
  }
  const second = {
    'regulations.issued': 1,
    'regulations.repealed': 2,
    'regulations.in_force': 13,
    'normative_documents.issued': 4,
    'normative_documents.repealed': 5,
    'normative_documents.in_force': 26,
    'licensing.decisions': 127,
    'penalties.decisions': 38,
    'coercion.decisions': 9,
  };
  for (const [id, value] of Object.entries(second)) truth[`t2.${id}`] = value + seed;
  truth['t2.fees.amount'] = 125000;
  return truth;
}

export const TRUTH = truthOf();

export interface Wording {
  /** Replaces a printed label; `undefined` leaves the row out. */
  readonly relabel?: (id: string, labels: readonly string[]) => readonly string[] | undefined;
  readonly truth?: Truth;
}

export const valuesOf = (id: string, truth: Truth = TRUTH): string[] =>
  [...APPLICANTS, 'total'].map((column) => String(truth[`t3.${id}.${column}`] ?? ''));

export const T3_HEADER: Table = [
  [span('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), span('申请人情况', 7)],
  [span('自然人', 1, 2), span('法人或其他组织', 5), span('总计', 1, 2)],
  ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
];

/** Table 3 with merged groups, as the form draws it. */
export function table3(
  { relabel = (_, labels) => labels, truth = TRUTH }: Wording = {},
  header: Table = T3_HEADER,
): Table {
  const rows = ROWS.flatMap(([id, ...labels]) => {
    const printed = relabel(id, labels);
    return printed ? [{ id, printed }] : [];
  });
  const results = rows.filter(({ id }) => !['new_received', 'carried_in', 'carried_out'].includes(id));
  const body = rows.map(({ id, printed }, k): Cell[] => {
    const values = valuesOf(id, truth);
    if (!results.some((row) => row.id === id)) return [span(printed[0] ?? '', 3), ...values];
    const lead: Cell[] = results[0]?.id === id ? [span('三、本年度办理结果', 1, results.length)] : [];
    const [group = '', own] = printed;
    if (own === undefined) return [...lead, span(group, 2), ...values];
    const same = rows.filter(({ printed: other }) => other.length > 1 && other[0] === group);
    const first = rows[k - 1]?.printed[0] !== group;
    return [...lead, ...(first ? [span(group, 1, same.length)] : []), own, ...values];
  });
  return [...header, ...body];
}

export function table2(truth: Truth = TRUTH): Table {
  const v = (id: string) => String(truth[`t2.${id}`] ?? '');
  return [
    [span('第二十条第（一）项', 4)],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', v('regulations.issued'), v('regulations.repealed'), v('regulations.in_force')],
    [
      '行政规范性文件',
      v('normative_documents.issued'),
      v('normative_documents.repealed'),
      v('normative_documents.in_force'),
    ],
    [span('第二十条第（五）项', 4)],
    ['信息内容', span('本年处理决定数量', 3)],
    ['行政许可', span(v('licensing.decisions'), 3)],
    [span('第二十条第（六）项', 4)],
    ['信息内容', span('本年处理决定数量', 3)],
    ['行政处罚', span(v('penalties.decisions'), 3)],
    ['行政强制', span(v('coercion.decisions'), 3)],
    [span('第二十条第（八）项', 4)],
    ['信息内容', span('本年收费金额（单位：万元）', 3)],
    ['行政事业性收费', span(String((truth['t2.fees.amount'] ?? 0) / 10_000), 3)],
  ];
}

const OUTCOMES = ['upheld', 'corrected', 'other', 'pending', 'total'];
const OUTCOME_LABELS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const BLOCKS = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'];

export const T4_HEADER: Table = [
  [span('行政复议', 5), span('行政诉讼', 10)],
  [...OUTCOME_LABELS.map((label) => span(label, 1, 2)), span('未经复议直接起诉', 5), span('复议后起诉', 5)],
  [...OUTCOME_LABELS, ...OUTCOME_LABELS],
];

export const t4Values = (truth: Truth = TRUTH): string[] =>
  BLOCKS.flatMap((block) => OUTCOMES.map((outcome) => String(truth[`t4.${block}.${outcome}`] ?? '')));

export const table4 = (truth: Truth = TRUTH): Table => [...T4_HEADER, t4Values(truth)];

export interface Contents {
  readonly title?: readonly Part[];
  readonly s1?: readonly Part[];
  readonly t2?: readonly Part[];
  readonly t3?: readonly Part[];
  readonly t4?: readonly Part[];
  readonly s6?: readonly Part[];
  readonly headings?: readonly string[];
}

export const HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const OPENING =
  '本报告根据《中华人民共和国政府信息公开条例》和国务院办公厅有关要求编制，所列数据的统计期限自2023年1月1日起至2023年12月31日止，如有疑问请与本机关办公室联系。';

export function parts(contents: Contents = {}): Part[] {
  const h = contents.headings ?? HEADINGS;
  return [
    ...(contents.title ?? ['青川县水利局2023年政府信息公开工作年度报告']),
    OPENING,
    h[0] ?? '',
    ...(contents.s1 ?? ['2023年，本局认真贯彻落实条例，政务公开工作取得新进展。']),
    h[1] ?? '',
    ...(contents.t2 ?? [table2()]),
    h[2] ?? '',
    ...(contents.t3 ?? [table3()]),
    h[3] ?? '',
    ...(contents.t4 ?? [table4()]),
    h[4] ?? '',
    '公开内容有待丰富，下一步将加强培训。',
    h[5] ?? '',
    ...(contents.s6 ?? ['本年度未收取信息处理费。']),
  ];
}

export const reportOf = (contents: Contents = {}): Uint8Array => docx(parts(contents));

export function assess(bytes: Uint8Array, fileName = 'report.docx'): ReportRecord {
  const assessment = assessDocx({ bytes, sha256: 'a'.repeat(64), fileName });
  if (!assessment.readable) throw new Error(`not read: ${assessment.code}`);
  return assessment.record;
}

/** Figures that state another value than the report means. */
export function wrongFigures(record: ReportRecord, truth: Truth = TRUTH): string[] {
  return Object.entries(record.figures).flatMap(([id, { value, state }]) =>
    state === 'stated' && value !== truth[id] ? [`${id} read as ${value}, not ${truth[id]}`] : [],
  );
}

/** Figures that the report states and that were not read. */
export function lostFigures(record: ReportRecord, truth: Truth = TRUTH): string[] {
  return Object.keys(truth).filter((id) => record.figures[id]?.state !== 'stated');
}

/** Errors that blame the report. */
export const accusations = (record: ReportRecord): string[] =>
  record.findings
    .filter(({ severity, cause }) => severity === 'error' && cause === 'report')
    .map(({ rule, scope }) => `${rule} ${scope}`);
