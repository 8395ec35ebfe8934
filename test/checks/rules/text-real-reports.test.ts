import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFigures } from '../../../checks/check-figures.ts';
import type { Reading } from '../../../checks/reading.ts';
import { TEXT_DISPUTES } from '../../../checks/rules/text-disputes.ts';
import { TEXT_DOCUMENTS } from '../../../checks/rules/text-documents.ts';
import { TEXT_OUTCOMES } from '../../../checks/rules/text-outcomes.ts';
import { TEXT_PARTS } from '../../../checks/rules/text-parts.ts';
import { TEXT_PROCESSED } from '../../../checks/rules/text-processed.ts';
import { TEXT_RECEIVED } from '../../../checks/rules/text-received.ts';
import { FORMS } from '../../../forms/catalogue.ts';
import type { FormId, TableId } from '../../../forms/form.ts';
import type { Claim, ClaimSubject } from '../../../parsers/prose/prose.ts';
import foundByHand from '../../reports/found-by-hand.json' with { type: 'json' };
import { counted, listed, shared, withClaims, withLists } from '../claims.ts';
import { BLANK, readingOf, stated } from '../readings.ts';

/** The figures of ten real reports and what their prose says, put into claims by hand: the rules without the reader. */

const RULES = [TEXT_RECEIVED, TEXT_PROCESSED, TEXT_OUTCOMES, TEXT_DISPUTES, TEXT_DOCUMENTS, TEXT_PARTS];

interface Transcription {
  readonly body: string;
  readonly year: number;
  readonly forms: Partial<Record<TableId, FormId>>;
  readonly figures: Readonly<Record<string, number | null>>;
}

function readSample(id: string): Reading {
  const url = new URL(`../../../samples/${id}/transcription.json`, import.meta.url);
  const { body, year, forms, figures }: Transcription = JSON.parse(readFileSync(url, 'utf8'));
  const newest = FORMS.findLast(({ firstFiscalYear }) => firstFiscalYear <= year)?.id ?? '2021';
  const reading = readingOf({ t2: newest, t3: newest, t4: newest, ...forms });
  const cells = Object.entries(figures).map(([key, value]) => [key, value === null ? BLANK : stated(value)]);
  return { ...reading, body, year, figures: { ...reading.figures, ...Object.fromEntries(cells) } };
}

const one = (text: string, value: number, ...subjects: ClaimSubject[]) => counted(text, value, { subjects });

const upheld = (text: string, value: number, ...subjects: ClaimSubject[]) =>
  counted(text, value, { subjects, outcome: 'upheld' });

function shanghai(): Claim[] {
  const granted = '予以公开及部分公开258件，占33.9%';
  const unavailable = '因本机关不掌握等原因无法提供265件，占32.9%';
  const declined = '不予处理158件，占19.6%；其他处理0件';
  const disputes = '信息公开类行政复议7件，诉讼9件，均获维持';
  return [
    one('受理859件', 859, 'received'),
    one('答复805件', 805, 'processed'),
    one('含上年度结转申请18件', 18, 'carried_in'),
    one('另有72件顺延到下年度答复', 72, 'carried_out'),
    one(granted, 258, 'granted', 'partially_granted'),
    shared(granted, 33.9, 1, { subjects: ['granted', 'partially_granted'] }),
    one('不予公开35件，占4.34%', 35, 'refused'),
    shared('不予公开35件，占4.34%', 4.34, 2, { subjects: ['refused'] }),
    one(unavailable, 265, 'unavailable'),
    shared(unavailable, 32.9, 1, { subjects: ['unavailable'] }),
    one(declined, 158, 'declined'),
    shared(declined, 19.6, 1, { subjects: ['declined'] }),
    one(declined, 0, 'other'),
    one(disputes, 7, 'reconsideration'),
    one(disputes, 9, 'litigation'),
    upheld(disputes, 7, 'reconsideration'),
    upheld(disputes, 9, 'litigation'),
  ];
}

function huaian(): Claim[] {
  const outcome = (value: number, subject: ClaimSubject, ended: 'upheld' | 'corrected' | 'other' | 'pending') =>
    counted('复议、诉讼', value, { subjects: [subject], outcome: ended });
  return [
    one('受理3119件', 3119, 'received'),
    one('答复3050件', 3050, 'processed'),
    one('含上年度结转34件', 34, 'carried_in'),
    one('103件顺延', 103, 'carried_out'),
    one('行政复议351件', 351, 'reconsideration'),
    outcome(72, 'reconsideration', 'upheld'),
    outcome(64, 'reconsideration', 'corrected'),
    outcome(178, 'reconsideration', 'other'),
    outcome(37, 'reconsideration', 'pending'),
    one('行政诉讼46件', 46, 'litigation'),
    outcome(25, 'litigation', 'upheld'),
    outcome(5, 'litigation', 'corrected'),
    outcome(9, 'litigation', 'other'),
    outcome(7, 'litigation', 'pending'),
  ];
}

const by = (text: string, value: number, applicant: Claim['meanings'][number]['applicant']) =>
  counted(text, value, { subjects: ['received'], applicant });

const CLAIMS: Readonly<Record<string, readonly Claim[]>> = {
  shanghai_gov_office_2019: shanghai(),
  huaian_city_2024: huaian(),
  hongze_district_2024: [counted('区政府办代表区政府受理17件', 17, { subjects: ['received'] }, { scope: 'narrower' })],
  lucheng_hrss_2020: [
    one('收到8项', 8, 'received'),
    one('7项按期办结', 7, 'processed'),
    one('1项结转', 1, 'carried_out'),
  ],
  pingtan_2020: [
    one('受理21件', 21, 'received'),
    counted('已宣布废止规范性文件5件', 5, { subjects: ['normative_documents'], measure: 'repealed' }),
  ],
  pingtan_2021: [
    one('收到70件', 70, 'received'),
    one('办结69件', 69, 'processed'),
    one('1件结转下年度', 1, 'carried_out'),
  ],
  pingtan_2022: [
    counted('现行有效698件', 698, { subjects: ['normative_documents'], measure: 'in_force' }),
    counted('制发88件', 88, { subjects: ['normative_documents'], measure: 'issued' }),
    one('收到75件', 75, 'received'),
    by('自然人72件', 72, 'natural_person'),
    by('商业企业3件', 3, 'commercial_enterprise'),
    one('行政诉讼案件1件', 1, 'litigation'),
    one('行政复议案件2件', 2, 'reconsideration'),
    counted('均已结案', 0, { subjects: ['litigation'], outcome: 'pending' }),
    counted('均已结案', 0, { subjects: ['reconsideration'], outcome: 'pending' }),
  ],
  shuyang_county_2025: [
    one('受理749件', 749, 'received'),
    by('自然人741件', 741, 'natural_person'),
    by('法人或其他组织8件', 8, 'organisations'),
    one('办理718件', 718, 'processed'),
    one('结转下一年31件', 31, 'carried_out'),
    one('办理相关案件74件', 74, 'reconsideration', 'litigation'),
  ],
  suqian_city_2023: [
    one('收办3607件', 3607, 'received'),
    by('自然人申请3493件', 3493, 'natural_person'),
    by('法人或其他组织申请114件', 114, 'organisations'),
    one('予以公开1191件', 1191, 'granted'),
    one('部分公开328件', 328, 'partially_granted'),
    one('不予公开142件', 142, 'refused'),
    one('无法提供1078件', 1078, 'unavailable'),
    one('不予处理406件', 406, 'declined'),
    one('作其他处理341件', 341, 'other'),
    one('转下年度办理121件', 121, 'carried_out'),
  ],
  pingtan_2019: [],
};

const LISTS = {
  pingtan_2019: listed('公布政府信息2599条', 2599, [25, 68, 28, 69, 90, 175, 67, 983, 48, 124, 856]),
  pingtan_2020: listed('公布政府信息2602条', 2602, [82, 80, 21, 40, 390, 69, 143, 208, 246, 271, 1053]),
  lucheng_hrss_2020: listed('主动公开信息125条', 125, [1, 1, 3, 7, 16, 69, 5], false),
  suqian_city_2023: listed('收办3607件', 3607, [349, 933, 477, 301, 874, 216, 348, 55, 26, 12, 16]),
};

function readWithProse(id: string): Reading {
  const reading = withClaims(readSample(id), ...(CLAIMS[id] ?? []));
  const list = Object.entries(LISTS).find(([of]) => of === id)?.[1];
  return list ? withLists(reading, list) : reading;
}

const ids: ReadonlySet<string> = new Set(RULES.map((rule) => rule.id));

describe('what a careful person finds, no more and no less', () => {
  test.each(Object.keys(CLAIMS))('%s', (id) => {
    const byHand = foundByHand.samples
      .filter(({ report, rule }) => report === id && ids.has(rule))
      .map(({ rule, scope, severity, expected, found }) => ({
        rule,
        scope: scope ?? 'list-1',
        severity,
        expected,
        found,
      }));
    const { findings } = checkFigures(readWithProse(id), RULES);
    const found = findings.map(({ rule, scope, severity, expected, found }) => ({
      rule,
      scope,
      severity,
      expected,
      found,
    }));
    expect(found.toSorted(inOrder)).toEqual(byHand.toSorted(inOrder));
  });
});

const inOrder = (a: { rule: string; scope: string }, b: { rule: string; scope: string }) =>
  `${a.rule} ${a.scope}` < `${b.rule} ${b.scope}` ? -1 : 1;

test('上海 2019: the sentences', () => {
  const { findings } = checkFigures(readWithProse('shanghai_gov_office_2019'), RULES);
  expect(findings.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      {
        "en": "The prose states 258 requests granted or partially granted; table 3, column “Total”: (1) granted 272, (2) partially granted 3, together 275, a difference of 17. (Where a total was left blank, its parts were added up.)",
        "zh": "正文称予以公开、部分公开共 258 件，表三「总计」列（一）予以公开 272、（二）部分公开 3，合计 275，相差 17。（总计未填的，按其各分项之和计算。）",
      },
      {
        "en": "The prose gives 33.9% for requests granted or partially granted; table 3, column “Total”: (1) granted 272, (2) partially granted 3, together 275, which is 34.2% of (7) total 805, a difference of 0.3 percentage points; the 258 that the prose states would be 32.0%. (Where a total was left blank, its parts were added up.)",
        "zh": "正文称予以公开、部分公开占 33.9%，表三「总计」列（一）予以公开 272、（二）部分公开 3，合计 275，占（七）总计 805 的 34.2%，相差 0.3 个百分点；按正文所称 258 件计算为 32.0%，也不一致。（总计未填的，按其各分项之和计算。）",
      },
      {
        "en": "The prose states 265 requests that cannot be met; table 3, column “Total”: (4) cannot be provided 337 in all, a difference of 72. (Where a total was left blank, its parts were added up.)",
        "zh": "正文称无法提供 265 件，表三「总计」列（四）无法提供合计 337，相差 72。（总计未填的，按其各分项之和计算。）",
      },
      {
        "en": "The prose states 7 cases of administrative reconsideration, upheld; table 4: administrative reconsideration, upheld: 5, a difference of 2.",
        "zh": "正文称行政复议结果维持 7 件，表四行政复议「结果维持」为 5，相差 2。",
      },
      {
        "en": "The prose states 9 cases of litigation, upheld; table 4: litigation, upheld: 8 in all, a difference of 1. (Blank or dash cells, 1 in all, were counted as 0.)",
        "zh": "正文称行政诉讼结果维持 9 件，表四行政诉讼「结果维持」合计 8，相差 1。（空白或划线的 1 个单元格按 0 计算。）",
      },
    ]
  `);
});
