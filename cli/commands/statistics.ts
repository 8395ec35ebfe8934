import { Command, Option } from 'commander';
import { Complaint } from '../complaint.ts';
import { EXIT } from '../exit.ts';
import type { StackChoice } from '../find-stack.ts';
import type { Language } from '../language.ts';
import { languageOf } from '../options.ts';
import { showProgress } from '../render/progress.ts';
import { renderStatistics } from '../render/statistics.ts';
import { dataDirOption } from './data-dir-option.ts';
import { listReports } from './list.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface StatisticsOptions extends StackChoice {
  readonly year?: string;
  readonly by: keyof typeof DIGITS;
  readonly format: 'text' | 'json';
}

/** Digits of the division's code by which reports are put together. */
const DIGITS = { province: 2, city: 4, county: 6 } as const;

export function statisticsCommand(): Command {
  return new Command('statistics')
    .summary('哪些规则在哪里不成立 what does not hold, and where')
    .description(
      '按规则和地区统计最新修订中的问题、审核结论与读取质量。\n' +
        'Counts what the newest revisions break, by rule and division, what reviewers said of it, and how well files were read.',
    )
    .option('--year <year>', '只统计该年度 only this fiscal year')
    .addOption(
      new Option('--by <level>', '按哪一级地区 by which level of division')
        .choices(Object.keys(DIGITS))
        .default('city'),
    )
    .addOption(
      new Option('--format <format>', 'text，或一个 JSON 对象 or one JSON object')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (options: StatisticsOptions, command: Command) => {
      process.exitCode = await showStatistics(options, languageOf(command));
    });
}

async function showStatistics(options: StatisticsOptions, language: Language): Promise<number> {
  // Loaded only here: the SDK and the table of divisions would delay the start of the other commands.
  const [{ createHash }, { openStores }, { readStoredReports }, { countStatistics }, { resolveBody }, { divisionOf }] =
    await Promise.all([
      import('node:crypto'),
      import('../stores.ts'),
      import('../../functions/exports/read-stored-reports.ts'),
      import('../../records/statistics/statistics.ts'),
      import('../../records/bodies/resolve-body.ts'),
      import('../../records/bodies/divisions.ts'),
    ]);
  const stores = await openStores(options);
  try {
    const roster = await stores.roster.readRoster();
    const heads = await listReports(stores, options.year === undefined ? {} : { year: options.year });
    const progress = showProgress(heads.length, language);
    let unreadable = 0;
    const reports = readStoredReports(heads, 'newest', {
      reports: stores.reader,
      digest: (text) => createHash('sha256').update(text).digest('hex'),
      onUnreadable: () => {
        unreadable += 1;
      },
    });
    const counted = await countStatistics(reports, ({ record: { body } }) => {
      progress.step();
      const code = body === null ? undefined : resolveBody(body, roster).division;
      const outer = code?.slice(0, DIGITS[options.by]).padEnd(6, '0');
      return (outer && divisionOf(outer)?.name) ?? (language === 'zh' ? '地区不明' : 'unknown');
    });
    progress.end();
    if (options.format === 'json') console.log(JSON.stringify(counted));
    else console.log(renderStatistics(counted, language).join('\n'));
    if (unreadable === 0) return EXIT.clean;
    throw new Complaint({
      zh: `另有 ${unreadable} 份的记录是旧格式，未计入；先用 gouji replay 重新读取。`,
      en: `Records of ${unreadable} more have an older shape and were not counted; read them again with gouji replay first.`,
    });
  } finally {
    stores.close();
  }
}
