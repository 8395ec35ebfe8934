import { Argument, Command, Option } from 'commander';
import type { ExportFormat, ExportName } from '../../functions/exports/export-reports.ts';
import type { WhichRevision } from '../../functions/exports/read-stored-reports.ts';
import { Complaint } from '../complaint.ts';
import { EXIT } from '../exit.ts';
import type { StackChoice } from '../find-stack.ts';
import type { Language } from '../language.ts';
import { languageOf } from '../options.ts';
import { showProgress } from '../render/progress.ts';
import { writeOutput } from '../write-output.ts';
import { dataDirOption } from './data-dir-option.ts';
import { listReports } from './list.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface ExportOptions extends StackChoice {
  readonly format?: ExportFormat;
  readonly year?: string;
  readonly revision: WhichRevision;
  readonly output?: string;
}

const NAMES: readonly ExportName[] = ['figures', 'findings', 'reports'];
const FORMATS: readonly ExportFormat[] = ['csv', 'xlsx', 'jsonl', 'parquet'];

export function exportCommand(): Command {
  return new Command('export')
    .summary('导出数据 hand on what is stored')
    .description(
      '把已入库的数字、问题或报告清单导出为文件。默认只导出已通过的修订；--revision newest 导出最新修订。\n' +
        'Writes stored figures, findings or the list of reports to a file: of accepted revisions, or of the newest with --revision newest.',
    )
    .addArgument(new Argument('<what>', '导出什么 what to export').choices(NAMES))
    .addOption(
      new Option(
        '--format <format>',
        '格式，默认按文件扩展名，否则 csv by the file’s extension, otherwise csv',
      ).choices(FORMATS),
    )
    .option('--year <year>', '只导出该年度 only this fiscal year')
    .addOption(
      new Option('--revision <which>', '哪一次修订 which revision').choices(['accepted', 'newest']).default('accepted'),
    )
    .option('-o, --output <file>', '写入文件，默认标准输出 write to a file, by default to standard output')
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (name: ExportName, options: ExportOptions, command: Command) => {
      process.exitCode = await exportStored(name, options, languageOf(command));
    });
}

async function exportStored(name: ExportName, options: ExportOptions, language: Language): Promise<number> {
  const { output, revision } = options;
  const format = options.format ?? formatOf(output);
  if (!output && process.stdout.isTTY && (format === 'xlsx' || format === 'parquet')) {
    throw new Complaint({
      zh: `${format} 不是文本，请用 --output 写入文件。`,
      en: `${format} is no text: write it to a file with --output.`,
    });
  }
  // Loaded only here: the SDK and the writers would double the time in which the other commands start.
  const [{ createHash }, { openStores }, { exportReports }, { readStoredReports }, { MOST_ROWS, TooManyRows }] =
    await Promise.all([
      import('node:crypto'),
      import('../stores.ts'),
      import('../../functions/exports/export-reports.ts'),
      import('../../functions/exports/read-stored-reports.ts'),
      import('../../functions/exports/write-xlsx.ts'),
    ]);
  const stores = await openStores(options);
  try {
    const heads = await listReports(stores, options.year === undefined ? {} : { year: options.year });
    const progress = showProgress(heads.length, language);
    let unreadable = 0;
    let rows = 0;
    let read = 0;
    const reports = readStoredReports(heads, revision, {
      reports: stores.reader,
      digest: (text) => createHash('sha256').update(text).digest('hex'),
      onUnreadable: () => {
        unreadable += 1;
      },
    });
    const counted = async function* () {
      for await (const report of reports) {
        read += 1;
        yield report;
        progress.step();
      }
    };
    const onRow = () => {
      rows += 1;
    };
    await writeOutput(exportReports(counted(), { name, format, language, onRow }), output);
    progress.end();
    console.error(saySummary({ read, rows, heads: heads.length, unreadable, revision }, language));
    return unreadable > 0 ? EXIT.unreadable : EXIT.clean;
  } catch (fault) {
    if (!(fault instanceof TooManyRows)) throw fault;
    throw new Complaint({
      zh: `超过 ${MOST_ROWS} 行，一张工作表放不下。请用 --year 分年度导出，或用 csv、parquet 格式。`,
      en: `More than ${MOST_ROWS} rows are too many for a sheet. Export year by year with --year, or as csv or parquet.`,
    });
  } finally {
    stores.close();
  }
}

const formatOf = (output: string | undefined): ExportFormat =>
  FORMATS.find((format) => output?.toLowerCase().endsWith(`.${format}`)) ?? 'csv';

interface Summary {
  readonly read: number;
  readonly rows: number;
  readonly heads: number;
  readonly unreadable: number;
  readonly revision: WhichRevision;
}

function saySummary({ read, rows, heads, unreadable, revision }: Summary, language: Language): string {
  const leftOut = heads - read - unreadable;
  if (language === 'zh') {
    const rest = leftOut > 0 && revision === 'accepted' ? `；另有 ${leftOut} 份尚未通过，未导出` : '';
    const old = unreadable > 0 ? `；${unreadable} 份的记录是旧格式，需先 gouji replay` : '';
    return `已导出 ${read} 份报告，共 ${rows} 行${rest}${old}`;
  }
  const rest = leftOut > 0 && revision === 'accepted' ? `; ${leftOut} not accepted yet, left out` : '';
  const old = unreadable > 0 ? `; records of ${unreadable} have an older shape: run gouji replay first` : '';
  return `${read} reports exported, ${rows} rows${rest}${old}`;
}
