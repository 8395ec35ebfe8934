import { Command } from 'commander';
import type { LedgerEntry } from '../../records/ledger.ts';
import { Complaint } from '../complaint.ts';
import type { StackChoice } from '../find-stack.ts';
import { type Language, say, WORDS } from '../language.ts';
import { languageOf } from '../options.ts';
import { lineUp } from '../render/columns.ts';
import { paint } from '../render/paint.ts';
import { sayRemoval } from '../render/removal.ts';
import { sayTime } from '../render/time.ts';
import { dataDirOption } from './data-dir-option.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface LedgerOptions extends StackChoice {
  readonly days: string;
  readonly format: string;
}

export function ledgerCommand(): Command {
  return new Command('ledger')
    .summary('每个上传文件的去向 what became of each upload')
    .description('列出每个上传文件的处理结果，新的在后。\nLists what became of each upload, newest last.')
    .option('--days <n>', '最近几天 the last days', '31')
    .option('--format <format>', 'text 或 or json', 'text')
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (options: LedgerOptions, command: Command) => {
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
        for (let back = days - 1; back >= 0; back--) {
          const entries = await stores.reader.ledgerOfDay(new Date(Date.now() - back * 24 * 3600 * 1000));
          if (options.format === 'json') for (const entry of entries) console.log(JSON.stringify(entry));
          else if (entries.length > 0)
            console.log(lineUp(entries.map((entry) => renderEntry(entry, languageOf(command)))).join('\n'));
        }
      } finally {
        stores.close();
      }
    });
}

const OUTCOME_PAINT = {
  accepted: paint.good,
  'needs-review': paint.warn,
  rejected: paint.bad,
  duplicate: paint.quiet,
  failed: paint.bad,
} as const;

export function renderEntry(entry: LedgerEntry, language: Language): string[] {
  const { settlement } = entry;
  const time = sayTime(entry.receivedAt);
  const removal = sayRemoval(entry, language);
  if (entry.state === 'claimed' || !settlement) return [time, say(WORDS.claimed, language), entry.key, removal];
  const word = OUTCOME_PAINT[settlement.outcome](say(WORDS[settlement.outcome], language));
  return [time, word, entry.key, [explain(entry, language), removal].filter((part) => part !== '').join('  ')];
}

function explain({ settlement }: LedgerEntry, language: Language): string {
  if (!settlement) return '';
  const { message, code, duplicateOf, body, year } = settlement;
  if (message) return `${code ?? ''}  ${say(message, language)}`;
  // `bucket/key@version`: to people the key says enough.
  if (duplicateOf) return `= ${duplicateOf.replace(/^[^/]*\//u, '').replace(/@[^@]*$/u, '')}`;
  return code ?? `${body ?? say(WORDS.unknownBody, language)} ${year ?? say(WORDS.unknownYear, language)}`;
}
