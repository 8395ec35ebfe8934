import type { Neighbour, Reading } from '../../checks/reading.ts';
import { FORMS, figuresOf, TABLE_IDS } from '../../forms/catalogue.ts';
import type { FigureId, FormId } from '../../forms/form.ts';
import type { Figure, Figures } from '../../parsers/figures/figure.ts';
import type { Claim, List, Meaning, Passage, Prose } from '../../parsers/prose/prose.ts';

/** What differs from 0 in the example: a few documents, thirteen requests, twelve of them answered, and three disputes. */
const STATED: Readonly<Record<FigureId, number>> = {
  't2.normative_documents.issued': 3,
  't2.normative_documents.repealed': 1,
  't2.normative_documents.in_force': 20,
  't2.licensing.previous_items': 5,
  't2.penalties.decisions': 41,
  't3.new_received.natural_person': 12,
  't3.new_received.total': 12,
  't3.carried_in.natural_person': 1,
  't3.carried_in.total': 1,
  't3.granted.natural_person': 9,
  't3.granted.total': 9,
  't3.partially_granted.natural_person': 2,
  't3.partially_granted.total': 2,
  't3.unavailable_not_held.natural_person': 1,
  't3.unavailable_not_held.total': 1,
  't3.processed_total.natural_person': 12,
  't3.processed_total.total': 12,
  't3.carried_out.natural_person': 1,
  't3.carried_out.total': 1,
  't4.reconsideration.upheld': 2,
  't4.reconsideration.corrected': 1,
  't4.reconsideration.total': 3,
};

const stated = (value: number): Figure => ({
  value,
  state: 'stated',
  raw: String(value),
  where: null,
  notes: [],
  doubtful: false,
});

const cellWithout = (state: 'blank' | 'unreadable' | 'missing', notes: string[]): Figure => ({
  ...stated(0),
  value: null,
  state,
  raw: state === 'missing' ? null : '',
  notes,
  doubtful: state === 'unreadable',
});

export const BLANK = cellWithout('blank', []);
export const UNREADABLE_CELL = cellWithout('unreadable', ['not-a-number']);
export const ROW_NOT_FOUND = cellWithout('missing', ['row-not-found']);

/** What is put in the place of figures of the example, by id. */
export type Changes = Readonly<Record<FigureId, number | Figure>>;

/** Where last year's report differs: two documents fewer in force. */
const STATED_BEFORE: Changes = { 't2.normative_documents.in_force': 18 };

const BODY = '示例县人民政府';

/**
 * A small report that keeps every rule, with last year's report before it and two reports below it that add up to it.
 * @param changes what is put in the place of some of its figures
 * @param changesBefore the same of last year's report
 */
export function exampleReading(form: FormId, changes: Changes = {}, changesBefore: Changes = {}): Reading {
  const year = form === '2019' ? 2020 : 2022;
  const neighbour = (body: string, of: number, figures: Figures): Neighbour => ({
    body,
    year: of,
    figures,
    tables: tablesOf(form),
    prose: PROSE_BEFORE,
  });
  const own = figuresOfForm(form);
  return {
    body: BODY,
    year,
    identity: identityOf(year, year),
    prose: PROSE,
    figures: { ...own, ...figuresFrom(changes) },
    tables: tablesOf(form),
    sections: FORMS.filter(({ id }) => id === form).flatMap(({ sections }) => sections.map(({ id }) => id)),
    leftovers: [],
    level: 'county',
    publishedOn: `${year + 1}-02-10`,
    before: neighbour(BODY, year - 1, {
      ...own,
      ...(form === '2021' && figuresFrom(STATED_BEFORE)),
      ...figuresFrom(changesBefore),
    }),
    below: {
      reports: [
        neighbour('示例县人民政府办公室', year, own),
        neighbour('示例县乙局', year, Object.fromEntries(Object.keys(own).map((id) => [id, stated(0)]))),
      ],
      missing: [],
    },
  };
}

const tablesOf = (form: FormId): Reading['tables'] => TABLE_IDS.map((table) => ({ table, form, notes: [] }));

function figuresOfForm(formId: FormId): Figures {
  const cells = FORMS.filter(({ id }) => id === formId).flatMap((form) =>
    TABLE_IDS.flatMap((table) => figuresOf(form.tables[table])),
  );
  return Object.fromEntries(cells.map(({ id }) => [id, stated(STATED[id] ?? 0)]));
}

function figuresFrom(changes: Changes): Figures {
  return Object.fromEntries(
    Object.entries(changes).map(([id, change]) => [id, typeof change === 'number' ? stated(change) : change]),
  );
}

/** What title and file name say of body and year. */
export function identityOf(titleYear: number, fileYear: number): Reading['identity'] {
  const said = (year: number) => `${BODY}${year}年政府信息公开工作年度报告`;
  return {
    body: [{ value: BODY, source: 'title', text: said(titleYear) }],
    year: [
      { value: titleYear, source: 'title', text: said(titleYear) },
      { value: fileYear, source: 'file-name', text: said(fileYear) },
    ],
  };
}

const WHERE: Claim['where'] = { section: 'section_1', block: 1, page: null, start: 0, end: 0 };

/** A number in a sentence. */
export const claim = (text: string, value: number, meaning: Meaning): Claim => ({
  kind: 'count',
  meanings: [meaning],
  value,
  approximate: false,
  decimals: 0,
  scope: 'body',
  year: null,
  where: WHERE,
  text,
});

/** Sentences of forty characters, each told by a letter. */
export const passage = (section: string, letters: string): Passage => ({
  section,
  sentences: [...letters].map((letter) => [letter, 40]),
});

const SENTENCE = '收到申请12件，办结12件，予以公开9件，行政复议3件，制发规范性文件3件。';
const LIST: List = {
  total: 103,
  parts: [82, 21],
  complete: true,
  where: WHERE,
  text: '发布信息103条，其中政策文件82条、其他21条。',
};

const PROSE: Prose = {
  claims: [
    claim(SENTENCE, 12, { subjects: ['received'], applicant: 'all' }),
    claim(SENTENCE, 12, { subjects: ['processed'], applicant: 'all' }),
    claim(SENTENCE, 9, { subjects: ['granted'], applicant: 'all' }),
    claim(SENTENCE, 3, { subjects: ['reconsideration'], applicant: 'all' }),
    claim(SENTENCE, 3, { subjects: ['normative_documents'], applicant: 'all', measure: 'issued' }),
  ],
  lists: [LIST],
  feeMention: 'mentioned',
  passages: [passage('section_1', 'abefgh'), passage('section_5', 'opqrst')],
};

const PROSE_BEFORE: Prose = {
  ...PROSE,
  passages: [passage('section_1', 'abcdij'), passage('section_5', 'opuvwx')],
};
