import { RULES, RULES_VERSION } from '../../checks/catalogue.ts';
import type { CheckOutcome, Finding, NotEvaluable, Severity } from '../../checks/finding.ts';
import { NOT_EVALUABLE_REASONS } from '../../checks/finding.ts';
import type { Rule } from '../../checks/rule.ts';
import { FORMS, figuresOf } from '../../forms/catalogue.ts';
import type { FigureId } from '../../forms/form.ts';
import { BLANK, type Changes, exampleReading, ROW_NOT_FOUND, UNREADABLE_CELL } from './example-reading.ts';
import { code, page, table } from './markdown.ts';

const EXAMPLE_FORM = '2021';

/** For each rule the change that breaks it. A rule without one fails the build of the documents. */
const BREAKS: Readonly<Record<string, Changes>> = {
  'T3-BALANCE': { 't3.carried_out.natural_person': 3 },
  'T3-RESULTS': { 't3.granted.natural_person': 6 },
  'T3-APPLICANTS': { 't3.granted.total': 8 },
  'T4-OUTCOMES': { 't4.reconsideration.total': 5 },
  'FIGURE-KIND': { 't2.penalties.decisions': 40.5 },
  'FORM-COMPLETE': rowOf('declined_repeat', ROW_NOT_FOUND),
  'BLANK-CELLS': { 't4.litigation_direct.pending': BLANK },
};

const OBSTACLES: Readonly<Record<NotEvaluable['reason'], Changes>> = {
  'missing-figure': rowOf('granted', ROW_NOT_FOUND),
  'unreadable-figure': { 't3.granted.commercial_enterprise': UNREADABLE_CELL },
  'blank-total': { 't3.granted.total': BLANK },
  'nothing-stated': rowOf('granted', BLANK),
};

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: '错误 `error`：报告不可能正确 the report cannot be right',
  explain: '需核实 `explain`：对错均需说明 right or wrong, somebody must say why',
  hint: '提示 `hint`',
};

/** Scopes beyond this many are counted, not listed. */
const MOST_SCOPES = 30;

/** `docs/rules.md`: every rule with an example of its breach, found by evaluating it. */
export function describeRules(): string {
  return page(
    '# 规则 Rules',
    `规则版本 rule set ${code(RULES_VERSION)}。依据代码生成；例句由实际核对得出。\n\n` +
      'Each rule is evaluated once for each of its scopes: it holds, is broken, cannot be evaluated, or does not apply. ' +
      'A broken rule is a *finding*. The examples were found by evaluating the rule on a small consistent report with what is named changed.',
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
      `- 范围 scopes: ${describeScopes(rule)}`,
    ].join('\n'),
    ...describeBreach(rule),
  ];
}

function describeScopes(rule: Rule): string {
  const formsOf = new Map<string, string[]>();
  for (const { id } of FORMS) {
    for (const { scope } of rule.evaluate(exampleReading(id))) formsOf.set(scope, [...(formsOf.get(scope) ?? []), id]);
  }
  const scopes = [...formsOf].map(([scope, forms]) =>
    forms.length === FORMS.length ? code(scope) : `${code(scope)} (${forms.join(', ')})`,
  );
  if (scopes.length <= MOST_SCOPES) return scopes.join(' · ');
  return `${scopes.slice(0, 3).join(' · ')} … (${FORMS.map(({ id }) => `${id}: ${rule.evaluate(exampleReading(id)).length}`).join(', ')})`;
}

function describeBreach(rule: Rule): string[] {
  const changes = BREAKS[rule.id];
  if (!changes) throw new Error(`docs/generators/describe-rules.ts has no example that breaks ${rule.id}`);
  if (rule.evaluate(exampleReading(EXAMPLE_FORM)).some(isBroken)) throw new Error(`the example breaks ${rule.id}`);
  const finding = rule.evaluate(exampleReading(EXAMPLE_FORM, changes)).find(isBroken);
  if (!finding) throw new Error(`the change meant to break ${rule.id} does not`);
  const { scope, expected, found, difference, message } = finding;
  const numbers =
    expected === null ? `found ${found}` : `expected ${expected}, found ${found}, difference ${difference}`;
  return [`例 Example: ${describeChanges(changes)} → ${code(scope)}: ${numbers}`, quote(message)];
}

function describeObstacles(): string[] {
  const rule = RULES.find(({ id }) => id === 'T3-APPLICANTS');
  return [
    '## 未能核对 Not evaluable',
    '这既不是通过，也不是不通过：单列在 `notEvaluable`，不在 `findings` 中。\n\n' +
      'Neither a pass nor a failure: it stands in `notEvaluable`, never among the `findings`.',
    ...NOT_EVALUABLE_REASONS.flatMap((reason) => {
      const changes = OBSTACLES[reason];
      const outcomes = rule?.evaluate(exampleReading(EXAMPLE_FORM, changes)) ?? [];
      const outcome = outcomes.find((candidate) => candidate.outcome === 'not-evaluable');
      if (outcome?.outcome !== 'not-evaluable' || outcome.reason !== reason) {
        throw new Error(`the change meant to stand in the way with ${reason} does not`);
      }
      return [`${code(reason)}: ${describeChanges(changes)}`, quote(outcome.message)];
    }),
  ];
}

const isBroken = (outcome: CheckOutcome): outcome is Finding => outcome.outcome === 'broken';

const quote = ({ zh, en }: { zh: string; en: string }) => `> ${zh}\n>\n> ${en}`;

function describeChanges(changes: Changes): string {
  const { figures } = exampleReading(EXAMPLE_FORM);
  const [first, ...more] = Object.entries(changes);
  if (!first) return '';
  const [id, change] = first;
  const after = typeof change === 'number' ? String(change) : change.state;
  const before = Object.entries(figures).find(([known]) => known === id)?.[1].value;
  return more.length === 0
    ? `${code(id)} ${before} → ${after}`
    : `${code(`${id.split('.').slice(0, 2).join('.')}.*`)} → ${after}`;
}

/** The same in every cell of one row of table 3. */
function rowOf(row: string, change: Changes[FigureId]): Changes {
  const ids = FORMS.filter(({ id }) => id === EXAMPLE_FORM).flatMap((form) => figuresOf(form.tables.t3));
  return Object.fromEntries(ids.filter(({ id }) => id.startsWith(`t3.${row}.`)).map(({ id }) => [id, change]));
}
