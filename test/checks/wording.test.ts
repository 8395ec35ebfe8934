import { describe, expect, test } from 'vitest';
import type { Rule } from '../../checks/rule.ts';
import { SUM_RULES } from '../../checks/rules/sum-rules.ts';
import { BLANK, FORMS_2019, missing, outcomeOf, readingOf, stated, UNREADABLE, withFigures } from './readings.ts';

function messageOf(id: string, scope: string, reading: Parameters<Rule['evaluate']>[0]) {
  const rule = SUM_RULES.find((it) => it.id === id);
  const outcome = rule && outcomeOf(rule, scope, reading);
  return outcome && 'message' in outcome ? outcome.message : outcome?.outcome;
}

/** 平潭 2020: the results add up to 26, the total states 20. */
const PINGTAN = readingOf(FORMS_2019, {
  't3.granted.natural_person': 20,
  't3.other.natural_person': 6,
  't3.processed_total.natural_person': 20,
});

describe('sentences that a reviewer can forward as they stand', () => {
  test('T3-RESULTS, in the very words of domain.md', () => {
    expect(messageOf('T3-RESULTS', 'natural_person', PINGTAN)).toEqual({
      zh: '表三「自然人」列：（一）至（六）合计 26，（七）总计填报 20，相差 6。',
      en: 'Table 3, column “Natural persons”: (1) to (6) add up to 26, but (7) total states 20, a difference of 6.',
    });
  });

  test('T3-BALANCE', () => {
    const reading = readingOf(FORMS_2019, {
      't3.new_received.other_org': 10,
      't3.carried_in.other_org': 2,
      't3.processed_total.other_org': 11,
      't3.carried_out.other_org': 3,
    });
    expect(messageOf('T3-BALANCE', 'other_org', reading)).toEqual({
      zh: '表三「其他」列：本年新收 10 加上年结转 2，合计 12；（七）总计 11 加结转下年度 3，合计 14，相差 2。',
      en: 'Table 3, column “Others”: 10 newly received plus 2 carried in make 12; (7) total 11 plus 3 carried out make 14, a difference of 2.',
    });
  });

  test('T3-APPLICANTS', () => {
    const reading = readingOf(FORMS_2019, { 't3.granted.natural_person': 3, 't3.granted.total': 5 });
    expect(messageOf('T3-APPLICANTS', 'granted', reading)).toEqual({
      zh: '表三「（一）予以公开」行：各类申请人合计 3，总计填报 5，相差 2。',
      en: 'Table 3, row “(1) Granted”: the applicants add up to 3, but the total states 5, a difference of 2.',
    });
  });

  test('T4-OUTCOMES, as 洪泽 2023 broke it', () => {
    const reading = readingOf(FORMS_2019, { 't4.litigation_after_reconsideration.upheld': 11 });
    expect(messageOf('T4-OUTCOMES', 'litigation_after_reconsideration', reading)).toEqual({
      zh: '表四「复议后起诉」：各项结果合计 11，总计填报 0，相差 11。',
      en: 'Table 4, “After reconsideration”: the outcomes add up to 11, but the total states 0, a difference of 11.',
    });
  });
});

test('cells counted as 0 are told', () => {
  const reading = withFigures(PINGTAN, {
    't3.partially_granted.natural_person': BLANK,
    't3.declined_repeat.natural_person': BLANK,
  });
  expect(messageOf('T3-RESULTS', 'natural_person', reading)).toEqual({
    zh: '表三「自然人」列：（一）至（六）合计 26，（七）总计填报 20，相差 6。（空白或划线的 2 个单元格按 0 计算。）',
    en: 'Table 3, column “Natural persons”: (1) to (6) add up to 26, but (7) total states 20, a difference of 6. (2 blank or dash cells were counted as 0.)',
  });
});

test('doubt is told', () => {
  const reading = withFigures(PINGTAN, { 't3.other.natural_person': { ...stated(6), doubtful: true } });
  expect(messageOf('T3-RESULTS', 'natural_person', reading)).toEqual({
    zh: '表三「自然人」列：（一）至（六）合计 26，（七）总计填报 20，相差 6。其中有单元格读取存疑，可能为误读，请先核对原文。',
    en: 'Table 3, column “Natural persons”: (1) to (6) add up to 26, but (7) total states 20, a difference of 6. A cell concerned was read with doubt: possibly misread, compare with the original first.',
  });
});

test.each([
  ['not found', missing('row-not-found'), '所涉单元格未找到', 'a cell concerned was not found'],
  ['unreadable', UNREADABLE, '所涉单元格无法读作数字', 'a cell concerned cannot be read as a number'],
])('why a sum was not checked: %s', (_, figure, zh, en) => {
  const reading = withFigures(PINGTAN, { 't3.granted.natural_person': figure });
  expect(messageOf('T3-RESULTS', 'natural_person', reading)).toEqual({
    zh: `T3-RESULTS「自然人」未能核对：${zh}。`,
    en: `T3-RESULTS “Natural persons” was not checked: ${en}.`,
  });
});

test('no sentence accuses: a broken sum states two sums and their difference, nothing more', () => {
  const message = messageOf('T3-RESULTS', 'natural_person', PINGTAN);
  expect(JSON.stringify(message)).not.toMatch(/错误|虚报|造假|wrong|false|error/);
});
