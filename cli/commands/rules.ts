import { Command } from 'commander';
import { ALL_RULES, RULES_VERSION } from '../../checks/catalogue.ts';
import type { Rule, RuleReach, RuleState } from '../../checks/rule.ts';
import { Complaint } from '../complaint.ts';
import { type Language, say, WORDS } from '../language.ts';
import { languageOf } from '../options.ts';
import { lineUp } from '../render/columns.ts';
import { paint, paintSeverity } from '../render/paint.ts';

export function rulesCommand(): Command {
  return new Command('rules')
    .summary('规则说明 explain the rules')
    .description('列出全部规则，或说明其中一条。\nLists all rules, or explains one.')
    .argument('[id]', '规则编号，如 T3-RESULTS a rule id')
    .action((id: string | undefined, _: unknown, command: Command) => {
      const language = languageOf(command);
      console.log((id === undefined ? listRules(language) : explainRule(findRule(id), language)).join('\n'));
    });
}

const STATES: Readonly<Record<RuleState, { zh: string; en: string }>> = {
  active: { zh: '执行中', en: 'in force' },
  shadow: { zh: '试行（不计入结果）', en: 'on trial (not part of results)' },
  retired: { zh: '已停用', en: 'retired' },
};

const REACHES: Readonly<Record<RuleReach, { zh: string; en: string }>> = {
  report: { zh: '一份报告之内', en: 'within one report' },
  years: { zh: '与本机关上一年度报告比较', en: 'with the body’s report of the year before' },
  levels: { zh: '与下级机关同年度报告比较', en: 'with the reports of the bodies below' },
};

function listRules(language: Language): string[] {
  const rows = ALL_RULES.map((rule) => [
    paint.strong(rule.id),
    paintSeverity(rule.severity, say(WORDS[rule.severity], language)),
    rule.state === 'active' ? '' : paint.quiet(say(STATES[rule.state], language)),
    say(rule.title, language),
  ]);
  const more = {
    zh: `规则版本 ${RULES_VERSION}；npx gouji rules 编号 查看其中一条`,
    en: `Rule set ${RULES_VERSION}; npx gouji rules ID explains one`,
  };
  return [...lineUp(rows), '', paint.quiet(say(more, language))];
}

function findRule(id: string): Rule {
  const rule = ALL_RULES.find((candidate) => candidate.id === id.toUpperCase());
  if (rule) return rule;
  const ids = ALL_RULES.map((candidate) => candidate.id).join(', ');
  throw new Complaint({ zh: `没有规则「${id}」。现有：${ids}`, en: `There is no rule “${id}”. There are: ${ids}` });
}

function explainRule(rule: Rule, language: Language): string[] {
  const { years, form } = rule;
  const label = (zh: string, en: string) => paint.quiet(say({ zh, en }, language));
  const rows: [string, string][] = [
    [label('关系', 'relation'), say(rule.relation, language)],
    [label('严重程度', 'severity'), paintSeverity(rule.severity, say(WORDS[rule.severity], language))],
    [label('依据', 'basis'), rule.basis],
    [label('比较', 'compares'), say(REACHES[rule.reach], language)],
    [label('状态', 'state'), say(STATES[rule.state], language)],
    [label('版本', 'version'), `${rule.version}（${rule.since}）`],
  ];
  if (years) rows.push([label('年度', 'fiscal years'), `${years.first ?? ''}–${years.last ?? ''}`]);
  if (form) rows.push([label('格式', 'form'), `${form.table}: ${form.id}`]);
  return [`${paint.strong(rule.id)}  ${say(rule.title, language)}`, ...lineUp(rows).map((line) => `  ${line}`)];
}
