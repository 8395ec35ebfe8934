import { Command, Option } from 'commander';
import { tooLarge } from '../../parsers/bytes/unreadable.ts';
import { assessReport } from '../../records/assess-report.ts';
import { type CheckResult, resultWithAcross, toCheckResult } from '../../records/contract/check-result.ts';
import { readTwice } from '../../records/read-again.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import { collectYears, type Kept, keep } from '../collect-years.ts';
import { EXIT } from '../exit.ts';
import { expandPaths, readUpload } from '../files.ts';
import type { Language } from '../language.ts';
import { openReaders } from '../open-readers.ts';
import { languageOf } from '../options.ts';
import { publishedOption } from '../published-option.ts';
import { showProgress } from '../render/progress.ts';
import {
  brokenTables,
  renderAcross,
  renderFindings,
  renderHeadline,
  renderNotes,
  renderTables,
} from '../render/report.ts';
import { countOutcomes, renderSummary } from '../render/summary.ts';

interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly tables?: boolean;
  readonly published?: string;
}

/** Up to this many files each broken table is drawn; of more, only with --tables. */
const DRAWN_UNASKED = 3;

export function checkCommand(): Command {
  return new Command('check')
    .summary('读取并核对，不保存 read and check files, store nothing')
    .description(
      '读取报告并核对每一项勾稽关系，不保存任何内容；同一机关相邻两年的报告一并给出时，也核对两年之间的衔接。\nReads reports and checks every sum; stores nothing. Two years of one body given together are compared as well.\n\n' +
        '退出码 exit code: 0 没有错误 clean · 1 有错误级问题 findings of severity error · 2 有文件未能读取 a file could not be read',
    )
    .argument('<file...>', '报告文件或文件夹 report files or folders')
    .addOption(
      new Option('--format <format>', 'text，或每行一个 JSON 对象 or one JSON object a line')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(publishedOption())
    .option('--tables', '画出每份报告的三张表 draw all tables of every report')
    .action(async (paths: string[], options: CheckOptions, command: Command) => {
      process.exitCode = await check(paths, options, languageOf(command));
    });
}

async function check(paths: readonly string[], options: CheckOptions, language: Language): Promise<number> {
  const files = await expandPaths(paths);
  const progress = showProgress(files.length, language);
  const years = collectYears();
  const lines: Kept<CheckResult>[] = [];
  const counts = countOutcomes();
  let exit: number = EXIT.clean;
  const conclude = (result: CheckResult) => {
    exit = Math.max(exit, exitCodeOf(result));
    counts.add(result);
  };
  for (const [at, file] of files.entries()) {
    const { result, record } = await checkFile(file, options.published);
    progress.clear();
    if (record) years.add(at, record);
    if (options.format === 'text') print(result, { ...options, language, few: files.length <= DRAWN_UNASKED });
    lines.push(keep(result));
    progress.step();
  }
  progress.end();
  // A file that comes late may be the year before of one that was read long ago, so that years are compared last.
  const across = await years.compare(async (at) => {
    const { bytes } = await readUpload(files[at] ?? '');
    return bytes && readTwice(bytes, openReaders());
  });
  const acrossAt = new Map(across.map((found) => [found.at, found.across]));
  for (const [at, line] of lines.entries()) {
    const result = resultWithAcross(line.unpack(), acrossAt.get(at));
    conclude(result);
    if (options.format === 'json') process.stdout.write(`${JSON.stringify(result)}\n`);
  }
  if (options.format === 'text') {
    for (const line of renderAcross(across, language)) console.log(line);
    if (files.length > 1) console.log(renderSummary(counts, language));
  }
  return exit;
}

async function checkFile(
  file: string,
  publishedOn: string | undefined,
): Promise<{ readonly result: CheckResult; readonly record?: ReportRecord }> {
  const { bytes, sha256, name } = await readUpload(file);
  if (!bytes) return { result: toCheckResult(file, sha256, tooLarge()) };
  const assessment = await assessReport({ bytes, sha256, fileName: name, publishedOn }, openReaders());
  const result = toCheckResult(file, sha256, assessment);
  return assessment.readable ? { result, record: assessment.record } : { result };
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
