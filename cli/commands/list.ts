import { Command, Option } from 'commander';
import { FORMS } from '../../forms/catalogue.ts';
import type { Head } from '../../records/head.ts';
import type { StackChoice } from '../find-stack.ts';
import { type Language, say, WORDS } from '../language.ts';
import { languageOf } from '../options.ts';
import { lineUp } from '../render/columns.ts';
import { paint } from '../render/paint.ts';
import type { Stores } from '../stores.ts';
import { dataDirOption } from './data-dir-option.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface ListOptions extends StackChoice {
  readonly year?: string;
  readonly status?: Head['status'];
}

export function listCommand(): Command {
  return new Command('list')
    .summary('已入库的报告 reports on file')
    .description('列出已入库的报告，有错误的在前。\nLists the reports on file, those with errors first.')
    .option('--year <year>', '只列该年度 only this fiscal year')
    .addOption(new Option('--status <status>', '只列该状态 only this status').choices(['accepted', 'needs-review']))
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (options: ListOptions, command: Command) => {
      // Loaded only here: the SDK would double the time in which the other commands start.
      const { openStores } = await import('../stores.ts');
      const stores = await openStores(options);
      try {
        const heads = await listReports(stores, options);
        console.log(renderHeads(heads, languageOf(command)).join('\n'));
      } finally {
        stores.close();
      }
    });
}

/** Heads of one year, or of every year that a report may be of. */
export async function listReports(
  stores: Pick<Stores, 'reader'>,
  options: { year?: string; status?: string },
): Promise<Head[]> {
  const lists: Head[] = [];
  for (const year of options.year === undefined ? allYears() : [Number(options.year)]) {
    lists.push(...(await stores.reader.reportsOfYear(year)));
  }
  return lists
    .filter((head) => !options.status || head.status === options.status)
    .sort(
      (a, b) =>
        b.counts.error - a.counts.error || (b.year ?? 0) - (a.year ?? 0) || a.bodyKey.localeCompare(b.bodyKey, 'zh'),
    );
}

function allYears(): (number | null)[] {
  const first = FORMS[0].firstFiscalYear;
  const last = new Date().getFullYear();
  return [...Array.from({ length: last - first + 1 }, (_, k) => first + k), null];
}

export function renderHeads(heads: readonly Head[], language: Language): string[] {
  if (heads.length === 0) return [language === 'zh' ? '还没有报告。' : 'No reports yet.'];
  return lineUp(heads.map((head) => renderHead(head, language)));
}

function renderHead(head: Head, language: Language): string[] {
  const { error, explain, hint } = head.counts;
  const status = say(WORDS[head.status], language);
  const counts = [
    error > 0 ? paint.error(`${say(WORDS.error, language)} ${error}`) : '',
    explain > 0 ? paint.explain(`${say(WORDS.explain, language)} ${explain}`) : '',
    hint > 0 ? paint.hint(`${say(WORDS.hint, language)} ${hint}`) : '',
  ];
  return [
    head.status === 'accepted' ? paint.good(`✓ ${status}`) : paint.warn(`! ${status}`),
    String(head.year ?? say(WORDS.unknownYear, language)),
    head.body ?? `${say(WORDS.unknownBody, language)} ${head.bodyKey}`,
    counts.filter((part) => part !== '').join(' '),
  ];
}
