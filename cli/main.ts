import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { checkCommand } from './commands/check.ts';
import { drawCommand } from './commands/draw.ts';
import { dropCommand } from './commands/drop.ts';
import { eventsCommand } from './commands/events.ts';
import { exportCommand } from './commands/export.ts';
import { htmlCommand } from './commands/html.ts';
import { ledgerCommand } from './commands/ledger.ts';
import { listCommand } from './commands/list.ts';
import { recheckCommand } from './commands/recheck.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import { redriveCommand } from './commands/redrive.ts';
import { replayCommand } from './commands/replay.ts';
import { reviewCommand } from './commands/review.ts';
import { rosterCommand } from './commands/roster.ts';
import { rulesCommand } from './commands/rules.ts';
import { showCommand } from './commands/show.ts';
import { startCommand } from './commands/start.ts';
import { statisticsCommand } from './commands/statistics.ts';
import { statusCommand } from './commands/status.ts';
import { usersCommand } from './commands/users.ts';
import { Complaint, complain } from './complaint.ts';
import { EXIT } from './exit.ts';
import { guardTerminal } from './render/guard-terminal.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const program = new Command('gouji')
  .description(
    '勾稽：读取政府信息公开工作年度报告的法定表格，逐格核对\nReads the statutory tables of annual disclosure reports and checks every sum',
  )
  .version(version)
  .addOption(new Option('--lang <language>', '输出语言 language of the output').choices(['zh', 'en']).default('zh'))
  .showHelpAfterError('（gouji --help 查看用法 / see gouji --help）')
  .exitOverride();

for (const command of [
  checkCommand,
  dropCommand,
  listCommand,
  showCommand,
  ledgerCommand,
  eventsCommand,
  statusCommand,
  exportCommand,
  statisticsCommand,
  rosterCommand,
  htmlCommand,
  drawCommand,
  rulesCommand,
  recheckCommand,
  reconcileCommand,
  redriveCommand,
  replayCommand,
  usersCommand,
  reviewCommand,
  startCommand,
]) {
  program.addCommand(
    command()
      .copyInheritedSettings(program)
      .addOption(new Option('--lang <language>', '输出语言 language of the output').choices(['zh', 'en'])),
  );
}

guardTerminal(process.stdout);
guardTerminal(process.stderr);

// A reader such as `head` that has seen enough closes the pipe: that is no failure.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0);
  throw fault;
});

try {
  await program.parseAsync();
} catch (fault) {
  if (fault instanceof CommanderError) process.exitCode = fault.exitCode === 0 ? 0 : EXIT.usage;
  else if (fault instanceof Complaint) {
    console.error(complain(fault));
    process.exitCode = EXIT.usage;
  } else throw fault;
}
