import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Language } from '../language.ts';
import { languageOf } from '../options.ts';
import { paint } from '../render/paint.ts';
import { dataDirOption } from './data-dir-option.ts';
import { listReports, renderHeads } from './list.ts';
import { portOption } from './port-option.ts';

interface StartOptions {
  readonly samples: boolean;
  readonly dataDir: string;
  readonly port: number;
}

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const ASSEMBLY = fileURLToPath(new URL('../../cdk.out', import.meta.url));

export function startCommand(): Command {
  return new Command('start')
    .summary('在本机运行 run on this machine')
    .description(
      '在本机运行整套流程，处理样例和收件箱中的报告，直到按 Ctrl-C。\nRuns everything on this machine, reads the samples and whatever is dropped into the inbox, until Ctrl-C.',
    )
    .option('--no-samples', '不处理样例 without the samples')
    .addOption(portOption())
    .addOption(dataDirOption())
    .action(async (options: StartOptions, command: Command) => start(options, languageOf(command)));
}

async function start({ samples, dataDir, port }: StartOptions, language: Language): Promise<void> {
  const tell = (zh: string, en: string) => console.log(language === 'zh' ? zh : en);
  tell('正在准备（首次约十秒）……', 'Getting ready (about ten seconds the first time) …');
  const { synthesizeIfChanged } = await import('../../local/synthesize-if-changed.ts');
  const { startLocalCloud } = await import('../../local/start.ts');
  const { openStores } = await import('../stores.ts');
  const { seedUsers } = await import('../seed-users.ts');
  const { buildPage } = await import('../../web/build.ts');
  await Promise.all([synthesizeIfChanged(ASSEMBLY), buildPage()]);
  const cloud = await startLocalCloud({
    assembly: ASSEMBLY,
    dataDir,
    samples: samples ? SAMPLES : undefined,
    ports: { web: port },
    onProgress: (progress) => {
      if (progress.did === 'uploaded') tell(`收到 ${progress.key}`, `received ${progress.key}`);
      else console.error(paint.bad(progress.fault instanceof Error ? progress.fault.message : String(progress.fault)));
    },
  });
  stopOnSignal(() => cloud.stop());
  const stores = await openStores({ dataDir });
  await seedUsers(stores);
  await cloud.drained();
  const heads = await listReports(stores, {});
  stores.close();
  console.log(['', ...renderHeads(heads, language), ''].join('\n'));
  tell(
    `网页       ${cloud.endpoints.web}/  在浏览器中打开`,
    `page       ${cloud.endpoints.web}/  open it in a browser`,
  );
  tell(
    `收件箱     ${cloud.dataDir.inbox}/<政务公开办>/  把报告复制进去即可`,
    `inbox      ${cloud.dataDir.inbox}/<office>/  copy reports into it`,
  );
  tell(
    '查看       npx gouji list · show <机关> <年度> · ledger',
    'look       npx gouji list · show <body> <year> · ledger',
  );
  tell(`日志       ${cloud.dataDir.logs}`, `logs       ${cloud.dataDir.logs}`);
  tell('按 Ctrl-C 停止', 'Ctrl-C stops');
}

/** The first signal lets what is being worked on finish; the second does not wait: the queue keeps it for next time. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(130);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        console.error(fault);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
}
