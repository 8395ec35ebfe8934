import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { PUBLISHED_ON } from '../../records/keys.ts';
import type { LedgerEntry } from '../../records/ledger.ts';
import { Complaint } from '../complaint.ts';
import { EXIT } from '../exit.ts';
import { expandPaths } from '../files.ts';
import type { StackChoice } from '../find-stack.ts';
import type { Language } from '../language.ts';
import { languageOf } from '../options.ts';
import { publishedOption } from '../published-option.ts';
import { lineUp } from '../render/columns.ts';
import { showProgress } from '../render/progress.ts';
import type { Stores } from '../stores.ts';
import { dataDirOption } from './data-dir-option.ts';
import { renderEntry } from './ledger.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface DropOptions extends StackChoice {
  readonly office: string;
  readonly wait: boolean;
  readonly published?: string;
}

/** How long a dropped file may take before the command stops watching it; it is read all the same. */
const PATIENCE_SECONDS = 60;

export function dropCommand(): Command {
  return new Command('drop')
    .summary('放入收件箱 put files into the inbox')
    .description(
      '把报告放入收件箱（经 S3），等待处理结果。\nPuts reports into the inbox through S3 and waits for what becomes of them.',
    )
    .argument('<file...>', '报告文件或文件夹 report files or folders')
    .option('--office <name>', '政务公开办 the office', '本机')
    .addOption(publishedOption())
    .option('--no-wait', '不等待结果 do not wait for the outcome')
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (paths: string[], options: DropOptions, command: Command) => {
      // Loaded only here: the SDK would double the time in which the other commands start.
      const { openStores } = await import('../stores.ts');
      const stores = await openStores(options);
      try {
        process.exitCode = await drop(paths, options, stores, languageOf(command));
      } finally {
        stores.close();
      }
    });
}

async function drop(
  paths: readonly string[],
  options: DropOptions,
  stores: Stores,
  language: Language,
): Promise<number> {
  if (options.office === '' || options.office.includes('/')) {
    throw new Complaint({ zh: '--office 不能为空或含「/」。', en: '--office must not be empty or hold “/”.' });
  }
  const files = await expandPaths(paths);
  const progress = showProgress(files.length, language);
  const entries: (LedgerEntry | undefined)[] = [];
  for (const file of files) {
    const upload = await putOne(file, options, stores);
    if (options.wait) entries.push(await settled(upload, stores));
    else console.log(upload.key);
    progress.step();
  }
  progress.end();
  if (!options.wait) return EXIT.clean;
  const rows = entries.map((entry, k) =>
    entry ? renderEntry(entry, language).slice(1) : [stillWaiting(language), files[k] ?? ''],
  );
  console.log(lineUp(rows).join('\n'));
  return entries.some((entry) => entry?.settlement?.outcome === 'rejected' || entry?.settlement?.outcome === 'failed')
    ? EXIT.unreadable
    : EXIT.clean;
}

const stillWaiting = (language: Language) =>
  language === 'zh' ? '仍在处理，稍后用 gouji ledger 查看' : 'still in progress, see gouji ledger later';

async function putOne(file: string, { office, published }: DropOptions, { s3, inboxBucket, inboxPrefix }: Stores) {
  const { putFile } = await import('../../local/inbox/put-file.ts');
  const key = `${inboxPrefix}${office}/${basename(file)}`;
  const versionId = await putFile(
    s3,
    inboxBucket,
    key,
    file,
    published === undefined ? {} : { [PUBLISHED_ON]: published },
  );
  if (!versionId) throw new Error('the inbox bucket is not versioned');
  return { bucket: inboxBucket, key, versionId };
}

async function settled(upload: { bucket: string; key: string; versionId: string }, { reader }: Stores) {
  for (let waited = 0; waited < PATIENCE_SECONDS * 10; waited++) {
    const entry = await reader.ledgerEntry(upload);
    if (entry?.state === 'settled') return entry;
    await setTimeout(100);
  }
  return undefined;
}
