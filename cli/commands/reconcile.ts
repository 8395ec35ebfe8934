import { Command } from 'commander';
import { type Found, type Reconciled, reconcileInbox } from '../../functions/reconcile/reconcile-inbox.ts';
import { EXIT } from '../exit.ts';
import type { StackChoice } from '../find-stack.ts';
import { type Language, say, WORDS } from '../language.ts';
import { languageOf } from '../options.ts';
import { paint } from '../render/paint.ts';
import { dataDirOption } from './data-dir-option.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface ReconcileOptions extends StackChoice {
  readonly dryRun?: boolean;
  readonly format: string;
}

export function reconcileCommand(): Command {
  return new Command('reconcile')
    .summary('核对收件箱与台账 compare the inbox with the ledger')
    .description(
      '逐一核对收件箱中的每个文件与台账：没有结果的重新排队，已删除的记入台账。系统每 15 分钟自动核对一次。\n' +
        'Compares every file in the inbox with the ledger: what has no outcome is put on the queue again, what was deleted is marked. The stack does it by itself every 15 minutes.',
    )
    .option('--dry-run', '只查看，不改动 look only')
    .option('--format <format>', 'text 或 or json', 'text')
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (options: ReconcileOptions, command: Command) => {
      // Loaded only here: the SDK would double the time in which the other commands start.
      const { openStores } = await import('../stores.ts');
      const stores = await openStores(options);
      const language = languageOf(command);
      const isDry = options.dryRun === true;
      const isText = options.format !== 'json';
      try {
        let seen = 0;
        const found = await reconcileInbox(
          {
            isDry,
            isTimeUp: () => {
              seen += 1000;
              if (process.stderr.isTTY) process.stderr.write(`\r${paint.quiet(`${seen} …`)}`);
              return false;
            },
            onFound: (one) => {
              if (isText) console.log(renderFound(one, isDry, language));
            },
          },
          stores.upkeep,
        );
        console.log(isText ? paint.strong(saySummary(found, isDry, language)) : JSON.stringify(found));
        process.exitCode = found.requeued + found.abandoned + found.missing > 0 ? EXIT.findings : EXIT.clean;
      } finally {
        stores.close();
      }
    });
}

const WHAT = {
  requeued: { zh: '重新排队', en: 'queued again' },
  abandoned: { zh: '记为失败', en: 'put down as failed' },
  removed: { zh: '标记删除', en: 'marked as deleted' },
  returned: { zh: '撤销删除标记', en: 'marked as restored' },
} as const;

function renderFound({ upload, what, entry }: Found, isDry: boolean, language: Language): string {
  const would = isDry ? (language === 'zh' ? '将' : 'would be ') : '';
  return `${would}${say(WHAT[what], language)}  ${upload.key}  ${sayEntry(entry, language)}`.trimEnd();
}

function sayEntry(entry: Found['entry'], language: Language): string {
  if (!entry) return language === 'zh' ? '台账中没有' : 'not in the ledger';
  if (entry.state === 'claimed')
    return language === 'zh' ? `处理 ${entry.token} 次，没有结果` : `taken up ${entry.token} times, no outcome`;
  const { outcome = 'failed', code = '' } = entry.settlement ?? {};
  return `${say(WORDS[outcome], language)} ${code}`.trimEnd();
}

function saySummary(found: Reconciled, isDry: boolean, language: Language): string {
  const { versions, missing, requeued, abandoned, removed, returned } = found;
  const [zh, en] = isDry ? ['（只查看，未改动）', ' (looked only, nothing was changed)'] : ['', ''];
  return language === 'zh'
    ? `核对 ${versions} 个文件版本：重新排队 ${requeued}，记为失败 ${abandoned}，标记删除 ${removed}，撤销删除标记 ${returned}；超过一小时没有结果的 ${missing}${zh}`
    : `${versions} versions: ${requeued} queued again, ${abandoned} put down as failed, ${removed} marked as deleted, ${returned} as restored; ${missing} without an outcome for over an hour${en}`;
}
