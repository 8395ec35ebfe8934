import { Command, Option } from 'commander';
import { tooLarge } from '../../parsers/bytes/unreadable.ts';
import { assessReport } from '../../records/assess-report.ts';
import { type CheckResult, toCheckResult } from '../../records/contract/check-result.ts';
import { EXIT } from '../exit.ts';
import { expandPaths, readUpload } from '../files.ts';
import type { Language } from '../language.ts';
import { openReaders } from '../open-readers.ts';
import { languageOf } from '../options.ts';
import { showProgress } from '../render/progress.ts';
import { brokenTables, renderFindings, renderHeadline, renderNotes, renderTables } from '../render/report.ts';
import { countOutcomes, renderSummary } from '../render/summary.ts';

interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly tables?: boolean;
}

/** Up to this many files each broken table is drawn; of more, only with --tables. */
const DRAWN_UNASKED = 3;

export function checkCommand(): Command {
  return new Command('check')
    .summary('读取并核对，不保存 read and check files, store nothing')
    .description(
      '读取报告并核对每一项勾稽关系，不保存任何内容。\nReads reports and checks every sum; stores nothing.\n\n' +
        '退出码 exit code: 0 没有错误 clean · 1 有错误级问题 findings of severity error · 2 有文件未能读取 a file could not be read',
    )
    .argument('<file...>', '报告文件或文件夹 report files or folders')
    .addOption(
      new Option('--format <format>', 'text，或每行一个 JSON 对象 or one JSON object a line')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--tables', '画出每份报告的三张表 draw all tables of every report')
    .action(async (paths: string[], options: CheckOptions, command: Command) => {
      process.exitCode = await check(paths, options, languageOf(command));
    });
}

async function check(paths: readonly string[], options: CheckOptions, language: Language): Promise<number> {
  const files = await expandPaths(paths);
  const progress = showProgress(files.length, language);
  const counts = countOutcomes();
  let exit: number = EXIT.clean;
  for (const file of files) {
    const result = await checkFile(file);
    exit = Math.max(exit, exitCodeOf(result));
    counts.add(result);
    progress.clear();
    if (options.format === 'json') process.stdout.write(`${JSON.stringify(result)}\n`);
    else print(result, { ...options, language, few: files.length <= DRAWN_UNASKED });
    progress.step();
  }
  progress.end();
  if (options.format === 'text' && files.length > 1) console.log(renderSummary(counts, language));
  return exit;
}

async function checkFile(file: string): Promise<CheckResult> {
  const { bytes, sha256, name } = await readUpload(file);
  return toCheckResult(
    file,
    sha256,
    bytes ? await assessReport({ bytes, sha256, fileName: name }, openReaders()) : tooLarge(),
  );
}

function exitCodeOf(result: CheckResult): number {
  if (result.outcome === 'rejected') return EXIT.unreadable;
  return result.findings.some((finding) => finding.severity === 'error') ? EXIT.findings : EXIT.clean;
}

interface PrintOptions {
  readonly tables?: boolean;
  readonly few: boolean;
  readonly language: Language;
}

function print(result: CheckResult, { tables, few, language }: PrintOptions): void {
  const lines = [
    renderHeadline(result, result.file, language),
    ...renderFindings(result, language),
    ...renderNotes(result, language),
  ];
  if (tables) lines.push(...renderTables(result, language), '');
  else if (few && brokenTables(result).length > 0)
    lines.push(...renderTables(result, language, brokenTables(result)), '');
  console.log(lines.join('\n'));
}
