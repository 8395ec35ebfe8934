import type { NotEvaluable } from '../../checks/finding.ts';
import type { Reading } from '../../checks/reading.ts';
import { FORMS, figuresOf } from '../../forms/catalogue.ts';
import type { FigureId, FormId } from '../../forms/form.ts';
import type { Meaning } from '../../parsers/prose/prose.ts';
import { BLANK, type Changes, claim, identityOf, passage, ROW_NOT_FOUND, UNREADABLE_CELL } from './example-reading.ts';

/** What is changed in the example report. Changes of figures are described by themselves, others in words. */
export interface Example {
  /** The newest where it is not there. */
  readonly form?: FormId;
  readonly figures?: Changes;
  /** Changes of last year's report. */
  readonly before?: Changes;
  readonly other?: { readonly words: string; readonly change: (reading: Reading) => Reading };
}

export const NEWEST_FORM: FormId = '2021';

/** For each rule the change that breaks it. A rule without one fails the build of the documents. */
export const BREAKS: Readonly<Record<string, Example>> = {
  'T3-BALANCE': { figures: { 't3.carried_out.natural_person': 3 } },
  'T3-RESULTS': { figures: { 't3.granted.natural_person': 6 } },
  'T3-APPLICANTS': { figures: { 't3.granted.total': 8 } },
  'T4-OUTCOMES': { figures: { 't4.reconsideration.total': 5 } },
  'FIGURE-KIND': { figures: { 't2.penalties.decisions': 40.5 } },
  'FORM-COMPLETE': { figures: rowOf('declined_repeat', ROW_NOT_FOUND) },
  'T3-CARRY': { before: { 't3.carried_out.natural_person': 3 } },
  'T2-ITEMS': { form: '2019', figures: { 't2.licensing.previous_items': 7 } },
  'T2-STOCK': { figures: { 't2.normative_documents.in_force': 24 } },
  'T2-IN-FORCE': { figures: { 't2.normative_documents.in_force': 2 } },
  'T2-PUBLIC-TOTAL': { form: '2019', figures: { 't2.regulations.public_total': 7 } },
  'TEXT-RECEIVED': saying('全年收到政府信息公开申请15件。', 15, { subjects: ['received'], applicant: 'all' }),
  'TEXT-PROCESSED': saying('全年办结10件。', 10, { subjects: ['processed'], applicant: 'all' }),
  'TEXT-OUTCOMES': saying('予以公开8件。', 8, { subjects: ['granted'], applicant: 'all' }),
  'TEXT-DISPUTES': saying('行政复议4件。', 4, { subjects: ['reconsideration'], applicant: 'all' }),
  'TEXT-DOCUMENTS': saying('制发规范性文件5件。', 5, {
    subjects: ['normative_documents'],
    applicant: 'all',
    measure: 'issued',
  }),
  'TEXT-PARTS': inProse('发布信息102条，其中政策文件82条、其他21条。', (prose) => ({
    ...prose,
    lists: prose.lists.map((list) => ({ ...list, total: 102, text: '发布信息102条，其中政策文件82条、其他21条。' })),
  })),
  'FEE-MENTION': inProse('第六部分未提信息处理费 section six does not speak of the fee', (prose) => ({
    ...prose,
    feeMention: 'absent',
  })),
  'TEXT-COPIED': inProse('第一部分 6 句中 4 句与上年相同 4 of 6 sentences of section one as last year', (prose) => ({
    ...prose,
    passages: [passage('section_1', 'abcdgh'), passage('section_5', 'opqrst')],
  })),
  'OTHER-SHARE': { figures: { 't3.other_rest.total': 9, 't3.processed_total.total': 25 } },
  'YEAR-JUMP': { figures: { 't2.penalties.decisions': 410 } },
  'LEVEL-SUM': { figures: { 't3.new_received.total': 15 } },
  DEADLINE: publishedOn('2023-03-02'),
  IDENTITY: {
    other: {
      words: '文件名所称年度 year in the file name → 2021',
      change: (reading) => ({ ...reading, identity: identityOf(2022, 2021) }),
    },
  },
  'BLANK-CELLS': { figures: { 't4.litigation_direct.pending': BLANK } },
};

/** For each reason a rule that cannot be evaluated for it. */
export const OBSTACLES: Readonly<Record<NotEvaluable['reason'], Example & { readonly rule: string }>> = {
  'missing-figure': { rule: 'T3-APPLICANTS', figures: rowOf('granted', ROW_NOT_FOUND) },
  'unreadable-figure': { rule: 'T3-APPLICANTS', figures: { 't3.granted.commercial_enterprise': UNREADABLE_CELL } },
  'blank-total': { rule: 'T3-APPLICANTS', figures: { 't3.granted.total': BLANK } },
  'nothing-stated': { rule: 'T3-APPLICANTS', figures: rowOf('granted', BLANK) },
  'no-report-before': {
    rule: 'T3-CARRY',
    other: {
      words: '上年度报告未入库 last year’s report is not on file',
      change: (reading) => ({ ...reading, before: undefined }),
    },
  },
  'no-report-below': {
    rule: 'LEVEL-SUM',
    other: {
      words: '下级报告均未入库 no report of a body below is on file',
      change: (reading) => ({ ...reading, below: { reports: [], missing: ['示例县人民政府办公室'] } }),
    },
  },
  'no-claim': {
    rule: 'TEXT-RECEIVED',
    ...inProse('正文没有数字 the prose has no numbers', (prose) => ({ ...prose, claims: [] })),
  },
  'no-section': {
    rule: 'FEE-MENTION',
    ...inProse('没有第六部分 no section six', (prose) => ({ ...prose, feeMention: 'no-section' })),
  },
  'no-publication-date': { rule: 'DEADLINE', ...publishedOn(undefined) },
  'no-identity': {
    rule: 'IDENTITY',
    other: {
      words: '未写明机关与年度 neither body nor year is stated',
      change: (reading) => ({ ...reading, identity: { body: [], year: [] } }),
    },
  },
};

/** Puts one sentence in the place of all that the prose states in numbers. */
function saying(text: string, value: number, meaning: Meaning): Example {
  return inProse(text, (prose) => ({ ...prose, claims: [claim(text, value, meaning)] }));
}

function inProse(words: string, change: (prose: Reading['prose']) => Reading['prose']): Example {
  return {
    other: { words: `正文 prose: ${words}`, change: (reading) => ({ ...reading, prose: change(reading.prose) }) },
  };
}

function publishedOn(date: string | undefined): Example {
  return {
    other: {
      words: date ? `发布日期 published on → ${date}` : '发布日期未知 the date of publication is not known',
      change: (reading) => ({ ...reading, publishedOn: date }),
    },
  };
}

/** The same in every cell of one row of table 3. */
function rowOf(row: string, change: Changes[FigureId]): Changes {
  const ids = FORMS.filter(({ id }) => id === NEWEST_FORM).flatMap((form) => figuresOf(form.tables.t3));
  return Object.fromEntries(ids.filter(({ id }) => id.startsWith(`t3.${row}.`)).map(({ id }) => [id, change]));
}
