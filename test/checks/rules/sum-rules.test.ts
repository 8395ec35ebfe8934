import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../checks/rule.ts';
import { SUM_RULES } from '../../../checks/rules/sum-rules.ts';
import type { FigureId, SumRuleId } from '../../../forms/form.ts';
import {
  BLANK,
  FORMS_2019,
  FORMS_2021,
  HYBRID,
  missing,
  outcomeOf,
  raised,
  scopesThat,
  UNREADABLE,
  validReading,
  withEach,
  withFigures,
} from '../readings.ts';

interface Example {
  readonly id: SumRuleId;
  readonly scope: string;
  /** Stands among the addends of this scope. */
  readonly part: FigureId;
  readonly total: FigureId;
  /** Whether a figure belongs to this scope, as domain.md puts the relation. */
  readonly concerns: RegExp;
}

const EXAMPLES: readonly Example[] = [
  {
    id: 'T3-BALANCE',
    scope: 'natural_person',
    part: 't3.new_received.natural_person',
    total: 't3.processed_total.natural_person',
    concerns: /^t3\.(?:new_received|carried_in|processed_total|carried_out)\.natural_person$/,
  },
  {
    id: 'T3-RESULTS',
    scope: 'natural_person',
    part: 't3.granted.natural_person',
    total: 't3.processed_total.natural_person',
    concerns: /^t3\.(?!new_received|carried_in|carried_out)[a-z_]+\.natural_person$/,
  },
  {
    id: 'T3-APPLICANTS',
    scope: 'granted',
    part: 't3.granted.natural_person',
    total: 't3.granted.total',
    concerns: /^t3\.granted\./,
  },
  {
    id: 'T4-OUTCOMES',
    scope: 'reconsideration',
    part: 't4.reconsideration.upheld',
    total: 't4.reconsideration.total',
    concerns: /^t4\.reconsideration\./,
  },
];

function ruleOf(id: SumRuleId): Rule {
  const rule = SUM_RULES.find((it) => it.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

test.each([
  ['2019', FORMS_2019, { 'T3-BALANCE': 7, 'T3-RESULTS': 7, 'T3-APPLICANTS': 23, 'T4-OUTCOMES': 3 }],
  ['2021', FORMS_2021, { 'T3-BALANCE': 7, 'T3-RESULTS': 7, 'T3-APPLICANTS': 25, 'T4-OUTCOMES': 3 }],
  ['hybrid', HYBRID, { 'T3-BALANCE': 7, 'T3-RESULTS': 7, 'T3-APPLICANTS': 23, 'T4-OUTCOMES': 3 }],
])('in a valid report of the %s form every column, row and block holds', (_, forms, counts) => {
  const reading = validReading(forms);
  const held = SUM_RULES.map((rule) => [rule.id, scopesThat('holds', rule, reading).length]);
  expect(Object.fromEntries(held)).toEqual(counts);
});

describe.each(EXAMPLES.map((example) => [example.id, example] as const))(
  '%s',
  (id, { scope, part, total, concerns }) => {
    const rule = ruleOf(id);
    const valid = validReading(FORMS_2021);
    const concerned = Object.keys(valid.figures).filter((figure) => concerns.test(figure));

    test('breaks in one scope when one part is raised by one', () => {
      expect(scopesThat('broken', rule, raised(valid, part))).toEqual([scope]);
    });

    test('a finding names the figures concerned and states expected, found and difference', () => {
      const sum = valid.figures[part]?.value ?? 0;
      const finding = outcomeOf(rule, scope, raised(valid, part, 3));
      expect(finding).toMatchObject({ outcome: 'broken', severity: 'error', cause: 'report', difference: -3 });
      if (finding?.outcome !== 'broken') throw new Error('no finding');
      expect([...finding.figures].sort()).toEqual([...concerned].sort());
      expect((finding.expected ?? 0) - (finding.found ?? 0)).toBe(3);
      expect(finding.expected).toBeGreaterThanOrEqual(sum + 3);
    });

    test('difference is found − expected: a total stated too high makes it positive', () => {
      expect(outcomeOf(rule, scope, raised(valid, total, 5))).toMatchObject({ outcome: 'broken', difference: 5 });
    });

    test.each(concerned)('is not evaluable when %s was not found', (figure) => {
      const outcome = outcomeOf(rule, scope, withFigures(valid, { [figure]: missing('row-not-found') }));
      expect(outcome).toMatchObject({ outcome: 'not-evaluable', reason: 'missing-figure', figures: [figure] });
    });

    test('is not evaluable when a figure concerned cannot be read', () => {
      const outcome = outcomeOf(rule, scope, withFigures(valid, { [part]: UNREADABLE }));
      expect(outcome).toMatchObject({ outcome: 'not-evaluable', reason: 'unreadable-figure', figures: [part] });
    });

    test('is not evaluable when its total is blank over stated parts', () => {
      const outcome = outcomeOf(rule, scope, withFigures(valid, { [total]: BLANK }));
      expect(outcome).toMatchObject({ outcome: 'not-evaluable', reason: 'blank-total', figures: [total] });
    });

    test('is not evaluable when every cell concerned is blank', () => {
      const outcome = outcomeOf(
        rule,
        scope,
        withEach(valid, (figure) => concerns.test(figure), BLANK),
      );
      expect(outcome).toMatchObject({ outcome: 'not-evaluable' });
      const nothing = outcomeOf(
        rule,
        scope,
        withEach(valid, () => true, BLANK),
      );
      expect(nothing).toMatchObject({ outcome: 'not-evaluable', reason: 'nothing-stated' });
    });

    test('a blank among the parts counts as 0 and the finding says so', () => {
      const finding = outcomeOf(rule, scope, withFigures(valid, { [part]: BLANK }));
      expect(finding).toMatchObject({ outcome: 'broken', difference: valid.figures[part]?.value });
      if (finding?.outcome !== 'broken') throw new Error('no finding');
      expect(finding.message.zh).toContain('空白或划线的 1 个单元格按 0 计算');
    });

    test('a doubtful cell makes a broken sum possibly misread', () => {
      const doubted = withFigures(raised(valid, part), { [total]: { doubtful: true } });
      const finding = outcomeOf(rule, scope, doubted);
      expect(finding).toMatchObject({ outcome: 'broken', cause: 'possibly-misread' });
      if (finding?.outcome !== 'broken') throw new Error('no finding');
      expect(finding.message.zh).toContain('可能为误读');
      expect(finding.message.en).toContain('possibly misread');
    });

    test('a doubtful cell elsewhere does not excuse the report', () => {
      const elsewhere = withEach(raised(valid, part), (figure) => !concerns.test(figure), { doubtful: true });
      expect(outcomeOf(rule, scope, elsewhere)).toMatchObject({ cause: 'report' });
    });
  },
);
