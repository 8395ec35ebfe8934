import { Command } from 'commander';
import { findStranded, type Stranded } from '../../functions/reconcile/find-stranded.ts';
import { redrive } from '../../functions/reconcile/redrive.ts';
import { Complaint } from '../complaint.ts';
import { EXIT } from '../exit.ts';
import type { StackChoice } from '../find-stack.ts';
import { type Language, say, WORDS } from '../language.ts';
import { languageOf } from '../options.ts';
import { lineUp } from '../render/columns.ts';
import { paint } from '../render/paint.ts';
import type { Stores } from '../stores.ts';
import { byOption } from './by-option.ts';
import { dataDirOption } from './data-dir-option.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface RedriveOptions extends StackChoice {
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly days: string;
  readonly by: string;
}

export function redriveCommand(): Command {
  return new Command('redrive')
    .summary('重新处理因故障失败的文件 take up again what faults ended')
    .description(
      '列出死信队列中的消息和因故障而失败的文件及其原因；加 --all 或文件名，使其重新排队。\n' +
        'Lists dead letters and uploads that ended by a fault, and why; with --all or names, sends them on their way again.',
    )
    .argument('[name...]', '对象键或其一部分 object keys, or parts of them')
    .option('--all', '全部 all of them')
    .option('--dry-run', '只查看，不改动 look only')
    .option('--days <n>', '查看最近几天的台账 days of the ledger to look at', '31')
    .addOption(byOption())
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (names: string[], options: RedriveOptions, command: Command) => {
      const days = Number(options.days);
      if (!Number.isInteger(days) || days < 1 || days > 3660) {
        throw new Complaint({
          zh: '--days 应为 1 到 3660 的整数。',
          en: '--days takes a whole number from 1 to 3660.',
        });
      }
      // Loaded only here: the SDK would double the time in which the other commands start.
      const { openStores } = await import('../stores.ts');
      const stores = await openStores(options);
      try {
        process.exitCode = await redriveChosen(names, options, days, stores, languageOf(command));
      } finally {
        stores.close();
      }
    });
}

async function redriveChosen(
  names: readonly string[],
  { all = false, dryRun = false, by }: RedriveOptions,
  days: number,
  { upkeep }: Stores,
  language: Language,
): Promise<number> {
  const since = new Date(upkeep.clock().getTime() - (days - 1) * 24 * 3600 * 1000);
  const stranded = await findStranded(since, upkeep);
  if (stranded.length > 0) console.log(lineUp(stranded.map((one) => renderStranded(one, language))).join('\n'));
  const isChosen = ({ upload }: Stranded) => all || names.some((name) => upload?.key.includes(name));
  const chosen = dryRun ? [] : stranded.filter(isChosen);
  let done = 0;
  for (const one of chosen) if (await redrive(one, by, upkeep)) done += 1;
  // What was only looked at is not to stay hidden from whoever looks next.
  const kept = stranded.filter((one) => !chosen.includes(one) || one.plan === 'leave');
  for (const { letter } of kept) if (letter) await upkeep.deadLetters.release(letter);
  console.log(paint.strong(saySummary(stranded.length, done, language)));
  return stranded.length > done ? EXIT.findings : EXIT.clean;
}

const PLANS = {
  reopen: { zh: '重新处理', en: 'take up again' },
  resend: { zh: '重新排队', en: 'queue again' },
  discard: { zh: '已有结果，清除消息', en: 'has an outcome, discard' },
  leave: { zh: '不是上传消息，保留', en: 'no message of an upload, leave' },
} as const;

function renderStranded({ upload, entry, letter, plan }: Stranded, language: Language): string[] {
  const { outcome, code = '' } = entry?.settlement ?? {};
  const nothing = language === 'zh' ? '没有结果' : 'no outcome';
  return [
    say(PLANS[plan], language),
    letter ? (language === 'zh' ? '死信' : 'dead letter') : language === 'zh' ? '台账' : 'ledger',
    upload?.key ?? '—',
    outcome && entry?.state === 'settled' ? `${say(WORDS[outcome], language)} ${code}`.trimEnd() : nothing,
  ];
}

function saySummary(found: number, done: number, language: Language): string {
  if (found === 0) return language === 'zh' ? '没有需要重新处理的。' : 'Nothing to take up again.';
  if (done === 0)
    return language === 'zh'
      ? `共 ${found} 项，未改动。加 --all 全部处理，或给出文件名。`
      : `${found} found, nothing was changed. --all takes up all of them, names some.`;
  return language === 'zh'
    ? `共 ${found} 项，已处理 ${done} 项。结果见 gouji status 或 gouji ledger。`
    : `${found} found, ${done} sent on their way. See gouji status or gouji ledger for what becomes of them.`;
}
