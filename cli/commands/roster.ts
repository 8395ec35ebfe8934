import { Command, InvalidArgumentError, Option } from 'commander';
import type { StackChoice } from '../find-stack.ts';
import { languageOf } from '../options.ts';
import type { MissingChoice } from '../roster.ts';
import { dataDirOption } from './data-dir-option.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

export function rosterCommand(): Command {
  return new Command('roster')
    .summary('机关名册 the roster of public bodies')
    .description(
      '查看、导入机关名册，或查询一个名称指的是哪个机关。\nShows and imports the roster, and tells which body a name means.',
    )
    .addCommand(listing(), { isDefault: true })
    .addCommand(importing())
    .addCommand(showing())
    .addCommand(missing());
}

function listing(): Command {
  return subcommand('list')
    .summary('列出名册 list the roster')
    .action(async (stack: StackChoice, command: Command) => {
      const { listRoster } = await loadRoster();
      await listRoster(stack, languageOf(command));
    });
}

function importing(): Command {
  return subcommand('import')
    .summary('导入名册 import a roster')
    .description(
      '用一份 CSV 替换名册：名称,别名,区划代码,层级,上级,主管办公室。有一处错误就什么也不导入。\nReplaces the roster by a CSV: name,aliases,code,level,parent,office. Of a file with any error nothing is imported.',
    )
    .argument('<file>', 'CSV 文件 the CSV file')
    .action(async (file: string, stack: StackChoice, command: Command) => {
      const { importRoster } = await loadRoster();
      await importRoster(file, stack, languageOf(command));
    });
}

function showing(): Command {
  return subcommand('show')
    .summary('一个名称指哪个机关 which body a name means')
    .argument('<name>', '机关名称 the name')
    .action(async (name: string, stack: StackChoice, command: Command) => {
      const { showBody } = await loadRoster();
      await showBody(name, stack, languageOf(command));
    });
}

function missing(): Command {
  return subcommand('missing')
    .summary('谁还没有报送 who has not submitted')
    .description(
      '列出名册上该年度没有报告入库的机关及其期限。\nLists the bodies on the roster of whose report for a year nothing is on file, with their deadline.',
    )
    .requiredOption('--year <year>', '年度 fiscal year', readYear)
    .option('--office <name>', '只列该政务公开办主管的 only those that this office oversees')
    .addOption(
      new Option('--format <format>', 'text，或每行一个 JSON 对象 or one JSON object a line')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async ({ year, ...choice }: MissingChoice & { readonly year: number }, command: Command) => {
      const { listMissing } = await loadRoster();
      await listMissing(year, choice, languageOf(command));
    });
}

function readYear(text: string): number {
  if (!/^20\d\d$/u.test(text)) throw new InvalidArgumentError('年度是四位数字，如 2024 a year has four digits');
  return Number(text);
}

/** Loaded only here: the table of divisions and the SDK would delay the start of the other commands. */
const loadRoster = () => import('../roster.ts');

/** Settings are not handed down to the commands of a command. */
function subcommand(name: string): Command {
  return new Command(name)
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .showHelpAfterError('（gouji roster --help 查看用法 / see gouji roster --help）')
    .exitOverride();
}
