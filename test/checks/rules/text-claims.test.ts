import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../checks/reading.ts';
import { TEXT_DISPUTES } from '../../../checks/rules/text-disputes.ts';
import { TEXT_DOCUMENTS } from '../../../checks/rules/text-documents.ts';
import { TEXT_OUTCOMES } from '../../../checks/rules/text-outcomes.ts';
import { TEXT_PROCESSED } from '../../../checks/rules/text-processed.ts';
import { TEXT_RECEIVED } from '../../../checks/rules/text-received.ts';
import type { ClaimSubject, Meaning } from '../../../parsers/prose/prose.ts';
import { consistentReport } from '../../dresses/arbitrary.ts';
import { counted, shared, withClaims } from '../claims.ts';
import {
  BLANK,
  DASH,
  FORMS_2019,
  FORMS_2021,
  outcomeOf,
  readingOf,
  readingOfReport,
  scopesThat,
  UNREADABLE,
  withEach,
  withFigures,
  withNotes,
} from '../readings.ts';

const received = (value: number, more: Parameters<typeof counted>[3] = {}) =>
  counted(`收到${value}件`, value, { subjects: ['received'] }, more);
const of = (subject: ClaimSubject, value: number) => counted(`${value}件`, value, { subjects: [subject] });

const SUQIAN = readingOf(FORMS_2021, {
  't3.new_received.natural_person': 3402,
  't3.new_received.total': 3511,
  't3.carried_in.natural_person': 91,
  't3.carried_in.total': 96,
  't3.new_received.commercial_enterprise': 99,
  't3.new_received.social_welfare_org': 4,
  't3.new_received.legal_service_org': 5,
  't3.new_received.other_org': 1,
  't3.carried_in.commercial_enterprise': 3,
  't3.carried_in.legal_service_org': 2,
});

describe('收到 N 件 may or may not count what was carried in', () => {
  const by = (applicant: Meaning['applicant'], value: number) =>
    withClaims(SUQIAN, counted('', value, { subjects: ['received'], applicant }));

  test.each([3511, 3607])('%i of all', (value) => {
    expect(scopesThat('holds', TEXT_RECEIVED, withClaims(SUQIAN, received(value)))).toEqual(['received']);
  });

  test.each([
    ['natural_person', 3402],
    ['natural_person', 3493],
    ['organisations', 109],
    ['organisations', 114],
    ['commercial_enterprise', 102],
  ] as const)('of %s %i', (applicant, value) => {
    expect(scopesThat('holds', TEXT_RECEIVED, by(applicant, value))).toEqual([`received.${applicant}`]);
  });

  test('the columns under 法人或其他组织 are added up', () => {
    expect(outcomeOf(TEXT_RECEIVED, 'received.organisations', by('organisations', 110))).toMatchObject({
      outcome: 'broken',
      expected: 109,
      found: 110,
      difference: 1,
      message: {
        zh: '正文称收到法人或其他组织申请 110 件，表三「法人或其他组织」各列本年新收 109、上年结转 5，合计 114，与两者均不一致。',
      },
    });
  });

  test('nothing carried in leaves one number to differ from', () => {
    const reading = withClaims(readingOf(FORMS_2021, { 't3.new_received.total': 70 }), received(71));
    expect(outcomeOf(TEXT_RECEIVED, 'received', reading)).toMatchObject({
      message: { zh: '正文称收到申请 71 件，表三「总计」列本年新收为 70，相差 1。' },
    });
  });
});

describe('what is not claimed of the whole body and this year is not compared', () => {
  test.each([
    ['of a part of it', { scope: 'narrower' }],
    ['of last year', { year: 2021 }],
  ] as const)('%s', (_, more) => {
    expect(TEXT_RECEIVED.evaluate(withClaims(SUQIAN, received(17, more)))).toMatchObject([
      { outcome: 'not-evaluable', scope: 'report', reason: 'no-claim' },
    ]);
  });

  test('the year of the report, named, is its own', () => {
    expect(scopesThat('holds', TEXT_RECEIVED, withClaims(SUQIAN, received(3511, { year: 2022 })))).toEqual([
      'received',
    ]);
  });

  test('a year is not told from another where the report does not say its own', () => {
    const reading = { ...withClaims(SUQIAN, received(17, { year: 2022 })), year: null };
    expect(scopesThat('broken', TEXT_RECEIVED, reading)).toEqual([]);
  });
});

describe('the same thing claimed several times', () => {
  test('one that agrees is enough', () => {
    const reading = withClaims(SUQIAN, received(17), received(3607), received(18));
    expect(TEXT_RECEIVED.evaluate(reading)).toMatchObject([{ outcome: 'holds' }]);
  });

  test('where none agrees, the first is reported, once', () => {
    const reading = withClaims(SUQIAN, received(3610), received(3620));
    expect(TEXT_RECEIVED.evaluate(reading)).toMatchObject([{ outcome: 'broken', found: 3610, expected: 3607 }]);
  });

  test('a claim that can be understood in two ways matches either', () => {
    const meanings = [{ subjects: ['processed' as const] }, { subjects: ['granted' as const] }];
    const reading = readingOf(FORMS_2021, { 't3.processed_total.total': 9, 't3.granted.total': 4 });
    const say = (value: number) => withClaims(reading, counted('', value, meanings));
    expect(scopesThat('holds', TEXT_PROCESSED, say(4))).toEqual(['processed']);
    expect(scopesThat('not-evaluable', TEXT_OUTCOMES, say(4))).toEqual(['report']);
    expect(outcomeOf(TEXT_PROCESSED, 'processed', say(5))).toMatchObject({
      expected: 4,
      message: {
        zh: '正文称办理 5 件，表三「总计」列（七）总计为 9；表三「总计」列（一）予以公开为 4，与以上各项均不一致。',
      },
    });
  });
});

describe('cells without a number', () => {
  const granted = (value: number) => of('granted', value);

  test('a total left blank says what its parts add up to', () => {
    const reading = withFigures(
      readingOf(FORMS_2019, { 't3.granted.natural_person': 258, 't3.granted.commercial_enterprise': 12 }),
      { 't3.granted.total': BLANK, 't3.granted.legal_service_org': DASH },
    );
    expect(scopesThat('holds', TEXT_OUTCOMES, withClaims(reading, granted(270)))).toEqual(['granted']);
    expect(outcomeOf(TEXT_OUTCOMES, 'granted', withClaims(reading, granted(258)))).toMatchObject({
      expected: 270,
      message: {
        zh: '正文称予以公开 258 件，表三「总计」列（一）予以公开为 270，相差 12。（总计未填的，按其各分项之和计算。）',
      },
    });
  });

  test('（七）总计 left blank in every column says what the results add up to', () => {
    const filled = readingOf(FORMS_2019, { 't3.granted.natural_person': 5, 't3.other.natural_person': 2 });
    const reading = withEach(filled, (id) => id.startsWith('t3.processed_total.'), BLANK);
    expect(scopesThat('holds', TEXT_PROCESSED, withClaims(reading, of('processed', 7)))).toEqual(['processed']);
  });

  test('a part that could not be read leaves a blank total unknown', () => {
    const reading = withFigures(readingOf(FORMS_2019), {
      't3.granted.total': BLANK,
      't3.granted.natural_person': UNREADABLE,
    });
    expect(outcomeOf(TEXT_OUTCOMES, 'granted', withClaims(reading, granted(3)))).toMatchObject({
      outcome: 'not-evaluable',
      reason: 'unreadable-figure',
      figures: ['t3.granted.natural_person'],
    });
  });

  test('a table without any figure agrees with 0 and contradicts nothing', () => {
    const empty = withEach(readingOf(FORMS_2019), (id) => id.startsWith('t4.'), BLANK);
    const claimed = (value: number) => withClaims(empty, of('reconsideration', value));
    expect(scopesThat('holds', TEXT_DISPUTES, claimed(0))).toEqual(['reconsideration']);
    expect(outcomeOf(TEXT_DISPUTES, 'reconsideration', claimed(2))).toMatchObject({ reason: 'nothing-stated' });
  });

  test('a blank among figures counts as 0, and the sentence says so', () => {
    const reading = withFigures(readingOf(FORMS_2019), { 't4.reconsideration.pending': BLANK });
    const claim = counted('', 2, { subjects: ['reconsideration'], outcome: 'pending' });
    expect(outcomeOf(TEXT_DISPUTES, 'reconsideration.pending', withClaims(reading, claim))).toMatchObject({
      outcome: 'broken',
      message: {
        zh: '正文称行政复议尚未审结 2 件，表四行政复议「尚未审结」为 0，相差 2。（空白或划线的 1 个单元格按 0 计算。）',
      },
    });
  });

  test('one reading that agrees is enough where the other cannot be read', () => {
    const reading = withFigures(SUQIAN, { 't3.carried_in.total': UNREADABLE });
    expect(scopesThat('holds', TEXT_RECEIVED, withClaims(reading, received(3511)))).toEqual(['received']);
    expect(scopesThat('not-evaluable', TEXT_RECEIVED, withClaims(reading, received(3600)))).toEqual(['received']);
  });
});

describe('wrong report or wrong reading', () => {
  const reading = withClaims(SUQIAN, received(3600));
  const causeIn = (other: Reading) => outcomeOf(TEXT_RECEIVED, 'received', other);

  test('every cell read with certainty: the report', () => {
    expect(causeIn(reading)).toMatchObject({ cause: 'report' });
  });

  test('a cell read with doubt: possibly misread', () => {
    const doubtful = withFigures(reading, { 't3.carried_in.total': { doubtful: true } });
    expect(causeIn(doubtful)).toMatchObject({
      cause: 'possibly-misread',
      message: { zh: expect.stringContaining('可能为误读') },
    });
  });

  test('a second reading that differs: possibly misread', () => {
    const again = new Map([['t3.new_received.total', 3600]]);
    expect(causeIn({ ...reading, again })).toMatchObject({
      cause: 'possibly-misread',
      secondReading: 'disagrees',
    });
  });

  test('a row without a place may belong to a group, not to what came in', () => {
    const torn = withNotes(withClaims(SUQIAN, received(3600), of('refused', 3)), 't3', [
      { code: 'unexpected-row', label: '9.其他' },
    ]);
    expect(outcomeOf(TEXT_OUTCOMES, 'refused', torn)).toMatchObject({ cause: 'possibly-misread' });
    expect(causeIn(torn)).toMatchObject({ cause: 'report' });
  });
});

describe('round numbers', () => {
  const say = (value: number, total: number) =>
    withClaims(readingOf(FORMS_2021, { 't3.new_received.total': total }), received(value, { approximate: true }));

  test.each([
    [1000, 950, 'holds'],
    [1000, 1050, 'holds'],
    [1000, 1999, 'holds'],
    [1000, 2000, 'broken'],
    [1000, 949, 'broken'],
    [2500, 2599, 'holds'],
    [2500, 2626, 'broken'],
    [20, 18, 'holds'],
    [10, 9, 'holds'],
    [10, 20, 'broken'],
  ] as const)('%i 余 or 约 of %i: %s', (value, total, outcome) => {
    expect(outcomeOf(TEXT_RECEIVED, 'received', say(value, total))?.outcome).toBe(outcome);
  });

  test('the sentence says what would agree', () => {
    expect(outcomeOf(TEXT_RECEIVED, 'received', say(1000, 2000))).toMatchObject({
      message: {
        zh: '正文称收到申请约 1000 件，表三「总计」列本年新收为 2000，相差 1000。（正文为约数，950 至 1999 均视为相符。）',
        en: 'The prose states about 1000 requests received; table 3, column “Total”: newly received 2000, a difference of 1000. (The prose gives a round number: anything from 950 to 1999 would agree.)',
      },
    });
  });
});

describe('shares of the requests processed', () => {
  const reading = readingOf(FORMS_2021, {
    't3.granted.total': 35,
    't3.refused_state_secret.total': 272,
    't3.processed_total.total': 805,
  });
  const granted = (value: number, decimals: number) => shared('', value, decimals, { subjects: ['granted'] });

  test.each([
    [4.35, 2, 'rounded'],
    [4.34, 2, 'cut off'],
    [4.36, 2, 'one unit off, to make the shares fit 100'],
    [4.3, 1, 'one decimal'],
    [4, 0, 'none'],
  ])('35 of 805 is %f %% (%i decimals, %s)', (value, decimals) => {
    expect(scopesThat('holds', TEXT_OUTCOMES, withClaims(reading, granted(value, decimals)))).toEqual([
      'granted.share',
    ]);
  });

  test.each([
    [4.37, 2],
    [4.6, 1],
    [6, 0],
  ])('and not %f %%', (value, decimals) => {
    const outcome = outcomeOf(TEXT_OUTCOMES, 'granted.share', withClaims(reading, granted(value, decimals)));
    expect(outcome).toMatchObject({ outcome: 'broken', found: value });
  });

  test('a share that follows from the report’s own number says nothing more than that number', () => {
    const own = counted('', 265, { subjects: ['refused'] });
    const share = shared('', 32.9, 1, { subjects: ['refused'] });
    expect(scopesThat('broken', TEXT_OUTCOMES, withClaims(reading, own, share))).toEqual(['refused']);
    expect(scopesThat('broken', TEXT_OUTCOMES, withClaims(reading, share))).toEqual(['refused.share']);
  });

  test('a share of the total that the prose states is reported with that total only', () => {
    const share = shared('', 4.83, 2, { subjects: ['granted'] });
    const claims = withClaims(reading, of('processed', 725), share);
    expect(scopesThat('broken', TEXT_OUTCOMES, claims)).toEqual([]);
    expect(scopesThat('broken', TEXT_PROCESSED, claims)).toEqual(['processed']);
  });

  test('without a total nothing can be said', () => {
    const blind = withFigures(reading, { 't3.processed_total.total': UNREADABLE });
    expect(outcomeOf(TEXT_OUTCOMES, 'granted.share', withClaims(blind, granted(9, 0)))).toMatchObject({
      outcome: 'not-evaluable',
      figures: ['t3.processed_total.total'],
    });
  });
});

test('（六）其他处理 is one row in the 2019 form and three in the 2021 form', () => {
  const old = readingOf(FORMS_2019, { 't3.other.total': 4 });
  const now = readingOf(FORMS_2021, { 't3.other_no_correction.total': 1, 't3.other_rest.total': 3 });
  for (const reading of [old, now]) {
    expect(scopesThat('holds', TEXT_OUTCOMES, withClaims(reading, of('other', 4)))).toEqual(['other']);
  }
});

test('诉讼…均获维持 is both blocks of table 4', () => {
  const reading = readingOf(FORMS_2021, {
    't4.litigation_direct.upheld': 8,
    't4.litigation_after_reconsideration.upheld': 1,
  });
  const upheld = counted('诉讼9件，均获维持', 9, { subjects: ['litigation'], outcome: 'upheld' });
  expect(scopesThat('holds', TEXT_DISPUTES, withClaims(reading, upheld))).toEqual(['litigation.upheld']);
});

test('the 2019 form counts no documents issued or repealed', () => {
  const repealed = counted('废止规范性文件5件', 5, { subjects: ['normative_documents'], measure: 'repealed' });
  expect(scopesThat('broken', TEXT_DOCUMENTS, withClaims(readingOf(FORMS_2019), repealed))).toEqual([]);
});

test('a long sentence is quoted around its number', () => {
  const text = `${'甲'.repeat(200)}收到申请3600件${'乙'.repeat(200)}`;
  const outcome = outcomeOf(TEXT_RECEIVED, 'received', withClaims(SUQIAN, { ...received(3600), text }));
  const quote = outcome?.outcome === 'broken' ? outcome.quote : undefined;
  expect(quote?.text).toHaveLength(160);
  expect(quote?.text).toMatch(/^…甲+收到申请3600件乙+…$/u);
});

test('prose that says what the tables say is never accused, and one more than that always is', () => {
  const SUBJECTS = ['received', 'carried_in', 'processed', 'carried_out', 'granted', 'refused', 'litigation'] as const;
  const rules = [TEXT_RECEIVED, TEXT_PROCESSED, TEXT_OUTCOMES, TEXT_DISPUTES];
  const rowsOf = (subject: string, figures: Reading['figures']) => {
    const rows: Record<string, RegExp> = {
      received: /^t3\.new_received\.total$/u,
      processed: /^t3\.processed_total\.total$/u,
      refused: /^t3\.refused_\w+\.total$/u,
      litigation: /^t4\.litigation_\w+\.total$/u,
    };
    const row = rows[subject] ?? new RegExp(`^t3\\.${subject}\\.total$`, 'u');
    const values = Object.entries(figures).map(([id, { value }]) => (row.test(id) ? (value ?? 0) : 0));
    return values.reduce((sum, value) => sum + value, 0);
  };
  fc.assert(
    fc.property(consistentReport(), fc.constantFrom(...SUBJECTS), (report, subject) => {
      const reading = readingOfReport(report);
      const value = rowsOf(subject, reading.figures);
      const broken = (claimed: number) =>
        rules.flatMap((rule) => scopesThat('broken', rule, withClaims(reading, of(subject, claimed))));
      expect(broken(value)).toEqual([]);
      const carried = rowsOf('carried_in', reading.figures);
      if (subject !== 'received' || carried !== 1) expect(broken(value + 1)).toEqual([subject]);
    }),
    { numRuns: 100 },
  );
});

describe('what was received this year alone', () => {
  const reading = readingOf(FORMS_2021, {
    't3.new_received.total': 12,
    't3.carried_in.total': 2,
    't3.granted.total': 6,
    't3.processed_total.total': 13,
    't3.carried_out.total': 1,
  });

  test.each([
    [13, 'holds'],
    [11, 'holds'],
    [12, 'broken'],
  ] as const)('%i of those processed: %s', (value, outcome) => {
    const claims = withClaims(reading, of('processed', value));
    expect(outcomeOf(TEXT_PROCESSED, 'processed', claims)?.outcome).toBe(outcome);
  });

  test.each([
    [46.15, 'holds'],
    [50, 'holds'],
    [60, 'broken'],
  ] as const)('a share of %f: %s', (value, outcome) => {
    const claims = withClaims(reading, shared('', value, 0, { subjects: ['granted'] }));
    expect(outcomeOf(TEXT_OUTCOMES, 'granted.share', claims)?.outcome).toBe(outcome);
  });
});
