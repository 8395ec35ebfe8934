import { RULES, RULES_VERSION } from '../../checks/catalogue.ts';
import { evaluateRule } from '../../checks/check-figures.ts';
import type { CheckOutcome, Finding, Severity } from '../../checks/finding.ts';
import { NOT_EVALUABLE_REASONS } from '../../checks/finding.ts';
import type { Reading } from '../../checks/reading.ts';
import type { Rule, RuleReach, RuleState } from '../../checks/rule.ts';
import { FORMS } from '../../forms/catalogue.ts';
import { type Changes, exampleReading } from './example-reading.ts';
import { code, page, table } from './markdown.ts';
import { BREAKS, type Example, NEWEST_FORM, OBSTACLES } from './rule-examples.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: '错误 `error`：报告不可能正确 the report cannot be right',
  explain: '需核实 `explain`：对错均需说明 right or wrong, somebody must say why',
  hint: '提示 `hint`',
};

const REACHES: Readonly<Record<RuleReach, string>> = {
  report: '本报告 this report alone',
  years: '本机关上一年度的报告 also the same body’s report of the year before',
  levels: '下级机关的报告与名录 also the reports of the bodies below and the roster',
};

const STATES: Readonly<Record<RuleState, string>> = {
  shadow: '试行 on trial',
  active: '有效 in force',
  retired: '停用 retired',
};

/** Scopes beyond this many are counted, not listed. */
const MOST_SCOPES = 30;

/** `docs/rules.md`: every rule with an example of its breach, found by evaluating it. */
export function describeRules(): string {
  return page(
    '# 规则 Rules',
    `规则版本 rule set ${code(RULES_VERSION)}。依据代码生成；例句由实际核对得出。\n\n` +
      'Each rule is evaluated once for each of its scopes: it holds, is broken, cannot be evaluated, or does not apply. ' +
      'A broken rule is a *finding*. The examples were found by evaluating the rule on a small consistent report, with last year’s report before it and two reports below it, with what is named changed.',
    table(
      ['规则 rule', '', '严重程度 severity'],
      RULES.map(({ id, title, severity }) => [
        `[${id}](#${id.toLowerCase()})`,
        `${title.zh} ${title.en}`,
        code(severity),
      ]),
    ),
    ...RULES.flatMap(describeRule),
    ...describeObstacles(),
  );
}

function describeRule(rule: Rule): string[] {
  return [
    `## ${rule.id}`,
    `**${rule.title.zh}** ${rule.title.en}`,
    [
      `- ${rule.relation.zh}<br>${rule.relation.en}`,
      `- 严重程度 severity: ${SEVERITIES[rule.severity]}`,
      `- 依据 basis: ${rule.basis}`,
      `- 状态 state: ${STATES[rule.state]}，版本 version ${rule.version}，自规则版本 since rule set ${code(rule.since)}`,
      `- 适用 applies to: ${describeReports(rule)}`,
      `- 比较 compares: ${REACHES[rule.reach]}`,
      `- 范围 scopes: ${describeScopes(rule)}`,
    ].join('\n'),
    ...describeBreach(rule),
  ];
}

function describeReports({ years, form }: Rule): string {
  const first = years?.first === undefined ? [] : [`${years.first} 年度起 fiscal year ${years.first} on`];
  const last = years?.last === undefined ? [] : [`至 ${years.last} 年度 until fiscal year ${years.last}`];
  const ofForm = form ? [`${code(form.table)} 为 ${form.id} 格式 ${code(form.table)} of the ${form.id} form`] : [];
  const limits = [...first, ...last, ...ofForm];
  return limits.length > 0 ? limits.join('，') : '所有年度与格式 every year and form';
}

function describeScopes(rule: Rule): string {
  const formsOf = new Map<string, string[]>();
  const applicable = (reading: Reading) =>
    evaluateRule(rule, reading).filter(({ outcome }) => outcome !== 'not-applicable');
  for (const { id } of FORMS) {
    for (const { scope } of applicable(exampleReading(id))) formsOf.set(scope, [...(formsOf.get(scope) ?? []), id]);
  }
  const scopes = [...formsOf].map(([scope, forms]) =>
    forms.length === FORMS.length ? code(scope) : `${code(scope)} (${forms.join(', ')})`,
  );
  if (scopes.length <= MOST_SCOPES) return scopes.join(' · ');
  return `${scopes.slice(0, 3).join(' · ')} … (${FORMS.map(({ id }) => `${id}: ${applicable(exampleReading(id)).length}`).join(', ')})`;
}

function describeBreach(rule: Rule): string[] {
  const example = BREAKS[rule.id];
  if (!example) throw new Error(`docs/generators/rule-examples.ts has no example that breaks ${rule.id}`);
  const kept = evaluateRule(rule, exampleReading(example.form ?? NEWEST_FORM));
  if (kept.some(isBroken) || !kept.some(({ outcome }) => outcome === 'holds')) {
    throw new Error(`the example report does not keep ${rule.id}`);
  }
  const finding = evaluateRule(rule, changedBy(example)).find(isBroken);
  if (!finding) throw new Error(`the change meant to break ${rule.id} does not`);
  return [
    `例 Example: ${describeExample(example)} → ${code(finding.scope)}${describeNumbers(finding)}`,
    quote(finding.message),
  ];
}

function describeNumbers({ expected, found, difference }: Finding): string {
  if (found === null) return '';
  return expected === null ? `: found ${found}` : `: expected ${expected}, found ${found}, difference ${difference}`;
}

/** The example report with what an example changes. */
function changedBy({ form = NEWEST_FORM, figures, before, other }: Example): Reading {
  const reading = exampleReading(form, figures, before);
  return other ? other.change(reading) : reading;
}

function describeObstacles(): string[] {
  return [
    '## 未能核对 Not evaluable',
    '这既不是通过，也不是不通过：单列在 `notEvaluable`，不在 `findings` 中。\n\n' +
      'Neither a pass nor a failure: it stands in `notEvaluable`, never among the `findings`.',
    ...NOT_EVALUABLE_REASONS.flatMap((reason) => {
      const example = OBSTACLES[reason];
      const rule = RULES.find(({ id }) => id === example.rule);
      const outcomes = rule ? evaluateRule(rule, changedBy(example)) : [];
      const outcome = outcomes.find((candidate) => candidate.outcome === 'not-evaluable');
      if (outcome?.outcome !== 'not-evaluable' || outcome.reason !== reason) {
        throw new Error(`the change meant to stand in the way of ${example.rule} with ${reason} does not`);
      }
      return [`${code(reason)}: ${describeExample(example)}`, quote(outcome.message)];
    }),
  ];
}

const isBroken = (outcome: CheckOutcome): outcome is Finding => outcome.outcome === 'broken';

const quote = ({ zh, en }: { zh: string; en: string }) => `> ${zh}\n>\n> ${en}`;

function describeExample({ form = NEWEST_FORM, figures = {}, before = {}, other }: Example): string {
  const { figures: own, before: neighbour } = exampleReading(form);
  const inYearBefore = describeChanges(before, neighbour?.figures ?? {});
  return [
    form === NEWEST_FORM ? '' : `${form} 格式 form`,
    describeChanges(figures, own),
    inYearBefore && `上年度报告 last year’s report: ${inYearBefore}`,
    other?.words ?? '',
  ]
    .filter(Boolean)
    .join('；');
}

/** A change of a whole row is told once. */
function describeChanges(changes: Changes, figures: Reading['figures']): string {
  const known = new Map(Object.entries(figures).map(([id, { value }]) => [id, value]));
  const told = Object.entries(changes).map(([id, change]) =>
    typeof change === 'number'
      ? `${code(id)} ${known.get(id)} → ${change}`
      : Object.keys(changes).length > 1
        ? `${code(`${id.split('.').slice(0, 2).join('.')}.*`)} → ${change.state}`
        : `${code(id)} ${known.get(id)} → ${change.state}`,
  );
  return [...new Set(told)].join(', ');
}
