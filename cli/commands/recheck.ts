import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { ALL_RULES, RULE_SETS, RULES_VERSION, rulesOf } from '../../checks/catalogue.ts';
import type { Rule } from '../../checks/rule.ts';
import { type Rechecked, recheckReports } from '../../functions/recheck/recheck-reports.ts';
import { readTwice } from '../../records/read-again.ts';
import type { FindingChange } from '../../records/recheck.ts';
import { Complaint } from '../complaint.ts';
import { EXIT } from '../exit.ts';
import type { StackChoice } from '../find-stack.ts';
import { type Language, say, WORDS } from '../language.ts';
import { openReaders } from '../open-readers.ts';
import { languageOf } from '../options.ts';
import { padEnd } from '../render/columns.ts';
import { paint, paintSeverity } from '../render/paint.ts';
import { showProgress } from '../render/progress.ts';
import { dataDirOption } from './data-dir-option.ts';
import { listReports } from './list.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface RecheckOptions extends StackChoice {
  readonly rules: string;
  readonly shadow?: boolean;
  readonly apply?: boolean;
  readonly year?: string;
  readonly format: 'text' | 'json';
}

export function recheckCommand(): Command {
  return new Command('recheck')
    .summary('用另一版规则复核已入库的数字 check stored figures by another rule set')
    .description(
      '用一版规则复核已入库的数字，不重新读取文件，列出会变化的问题。不加 --apply 时不改动任何内容。\n' +
        'Runs a rule set over the stored figures without reading a file again and lists what would change. Changes nothing without --apply.',
    )
    .addOption(new Option('--rules <version>', '规则版本 rule set').choices(RULE_SETS).default(RULES_VERSION))
    .option('--shadow', '连同试行规则 the rules on trial as well')
    .option(
      '--apply',
      '将变化存为新的修订；问题所涉数字未变的，审核意见继续有效 keep what changed as a new revision; decisions on unchanged values stay',
    )
    .option('--year <year>', '只复核该年度 only this fiscal year')
    .addOption(new Option('--format <format>', 'text，或每行一个 JSON 对象').choices(['text', 'json']).default('text'))
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (options: RecheckOptions, command: Command) => {
      process.exitCode = await recheckStored(options, languageOf(command));
    });
}

async function recheckStored(options: RecheckOptions, language: Language): Promise<number> {
  const apply = options.apply === true;
  if (apply && (options.shadow || options.rules !== RULES_VERSION)) {
    throw new Complaint({
      zh: `--apply 只能用于执行中的规则版本 ${RULES_VERSION}，且不能与 --shadow 同用。`,
      en: `--apply works only with the rule set in force, ${RULES_VERSION}, and without --shadow.`,
    });
  }
  const { openStores } = await import('../stores.ts');
  const stores = await openStores(options);
  try {
    const heads = await listReports(stores, options.year === undefined ? {} : { year: options.year });
    const progress = showProgress(heads.length, language);
    const totals = { reports: 0, changed: 0, unreadable: 0, kept: 0, voided: 0 };
    const rules = rulesFor(options);
    const readAgain = (bytes: Uint8Array) => readTwice(bytes, openReaders());
    for await (const rechecked of recheckReports(heads, { rules, apply }, { ...stores, ...EFFECTS, readAgain })) {
      totals.reports += 1;
      totals.changed += rechecked.changes.length > 0 ? 1 : 0;
      totals.unreadable += rechecked.state === 'unreadable' ? 1 : 0;
      totals.kept += rechecked.kept.length;
      totals.voided += rechecked.voided.length;
      progress.clear();
      print(rechecked, options.format, language);
      progress.step();
    }
    progress.end();
    if (options.format === 'text') console.log(paint.strong(saySummary(totals, apply, language)));
    return totals.unreadable > 0 ? EXIT.unreadable : EXIT.clean;
  } finally {
    stores.close();
  }
}

const EFFECTS = {
  clock: () => new Date(),
  digest: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
  wait: async (milliseconds: number) => {
    await setTimeout(milliseconds);
  },
};

const rulesFor = ({ rules, shadow }: RecheckOptions): readonly Rule[] =>
  shadow ? [...rulesOf(rules), ...ALL_RULES.filter(({ state }) => state === 'shadow')] : rulesOf(rules);

function print(rechecked: Rechecked, format: RecheckOptions['format'], language: Language): void {
  const { head, state, changes, kept, voided } = rechecked;
  if (format === 'json') {
    const { body, bodyKey, year, newest } = head;
    const decisions = { kept: kept.length, voided: voided.map(({ key, rule, scope }) => ({ key, rule, scope })) };
    console.log(JSON.stringify({ body, bodyKey, year, revision: newest.revision, state, changes, decisions }));
    return;
  }
  if (state === 'checked' && changes.length === 0 && voided.length === 0) return;
  console.log(`${paint.strong(`${head.body ?? head.bodyKey} ${head.year ?? ''}`.trim())}`);
  if (state === 'unreadable') console.log(`    ${paint.warn(say(OLDER_SHAPE, language))}`);
  for (const change of changes) console.log(`    ${renderChange(change, language)}`);
  for (const { rule, scope } of voided) console.log(`    ${paint.warn(`${say(VOIDED, language)} ${rule} ${scope}`)}`);
}

const MARKS: Readonly<Record<FindingChange['change'], { mark: string; zh: string; en: string }>> = {
  new: { mark: '+', zh: '新增', en: 'new' },
  gone: { mark: '−', zh: '消失', en: 'gone' },
  changed: { mark: '~', zh: '变化', en: 'changed' },
};

function renderChange({ change, finding }: FindingChange, language: Language): string {
  const mark = `${MARKS[change].mark} ${say(MARKS[change], language)}`;
  const severity = paintSeverity(finding.severity, padEnd(say(WORDS[finding.severity], language), 7));
  return `${mark}  ${severity} ${padEnd(finding.rule, 15)} ${say(finding.message, language)}`;
}

const OLDER_SHAPE = {
  zh: '由较早版本的程序读取，无法复核：请重新投放文件',
  en: 'read by an older version and cannot be checked again: drop the file once more',
};

const VOIDED = { zh: '审核意见失效（数字或问题已变）：', en: 'decision void, its finding or values changed:' };

function saySummary(
  totals: { reports: number; changed: number; unreadable: number; kept: number; voided: number },
  apply: boolean,
  language: Language,
): string {
  const { reports, changed, unreadable, kept, voided } = totals;
  return language === 'zh'
    ? `复核 ${reports} 份：${changed} 份${apply ? '已更新' : '会有变化'}，${unreadable} 份无法复核；审核意见保留 ${kept} 条，失效 ${voided} 条`
    : `${reports} reports: ${changed} ${apply ? 'updated' : 'would change'}, ${unreadable} cannot be checked again; ${kept} decisions stay, ${voided} void`;
}
