import { Command } from 'commander';
import { findReplayable } from '../../functions/reconcile/find-replayable.ts';
import { reopenUpload } from '../../functions/reconcile/reopen-upload.ts';
import type { Settlement } from '../../records/ledger.ts';
import { Complaint } from '../complaint.ts';
import { EXIT } from '../exit.ts';
import type { StackChoice } from '../find-stack.ts';
import type { Language } from '../language.ts';
import { languageOf } from '../options.ts';
import { lineUp } from '../render/columns.ts';
import { paint } from '../render/paint.ts';
import { byOption } from './by-option.ts';
import { dataDirOption } from './data-dir-option.ts';
import { renderEntry } from './ledger.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface ReplayOptions extends StackChoice {
  readonly since: string;
  readonly failed?: boolean;
  readonly rejected?: boolean;
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly by: string;
}

export function replayCommand(): Command {
  return new Command('replay')
    .summary('用现在的程序重读已存的文件 read stored files again with the reader of today')
    .description(
      '从某日起，把已存的文件重读一遍（默认：未能读取和处理失败的）。版本不同且内容确有变化的，才成为新的修订；台账保留原来的结果。\n' +
        'Reads stored uploads again from a day on (by default those that were rejected or failed). A new revision comes only where the versions differ and the record says something else; the ledger keeps how each had ended.',
    )
    .requiredOption('--since <date>', '从该日起 from this day on, YYYY-MM-DD')
    .option('--failed', '处理失败的 those that failed')
    .option('--rejected', '未能读取的 those that were rejected')
    .option('--all', '连同已读取的 those that were read as well')
    .option('--dry-run', '只查看，不改动 look only')
    .addOption(byOption())
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (options: ReplayOptions, command: Command) => {
      const since = readDay(options.since);
      // Loaded only here: the SDK would double the time in which the other commands start.
      const { openStores } = await import('../stores.ts');
      const { upkeep, close } = await openStores(options);
      const language = languageOf(command);
      try {
        const entries = await findReplayable(since, outcomesOf(options), upkeep);
        if (entries.length > 0) console.log(lineUp(entries.map((entry) => renderEntry(entry, language))).join('\n'));
        let done = 0;
        for (const entry of options.dryRun ? [] : entries) {
          if (await reopenUpload(entry, { did: 'replay', by: options.by }, upkeep)) done += 1;
        }
        console.log(paint.strong(saySummary(entries.length, done, options.dryRun === true, language)));
        process.exitCode = EXIT.clean;
      } finally {
        close();
      }
    });
}

function readDay(text: string): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (day?.toJSON()?.startsWith(text)) return day;
  throw new Complaint({ zh: '--since 应为 YYYY-MM-DD 的日期。', en: '--since takes a date as YYYY-MM-DD.' });
}

function outcomesOf({ failed, rejected, all }: ReplayOptions): ReadonlySet<Settlement['outcome']> {
  if (all) return new Set(['accepted', 'needs-review', 'rejected', 'failed']);
  if (failed || rejected)
    return new Set([...(failed ? ['failed' as const] : []), ...(rejected ? ['rejected' as const] : [])]);
  return new Set(['rejected', 'failed']);
}

function saySummary(found: number, done: number, isDry: boolean, language: Language): string {
  if (isDry)
    return language === 'zh' ? `将重读 ${found} 个文件（只查看，未改动）` : `would read ${found} again (looked only)`;
  return language === 'zh'
    ? `已排队重读 ${done} 个文件。结果见 gouji status 或 gouji ledger。`
    : `${done} queued to be read again. See gouji status or gouji ledger for what becomes of them.`;
}
