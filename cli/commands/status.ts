import { Command } from 'commander';
import { uploadName } from '../../records/keys.ts';
import { Complaint } from '../complaint.ts';
import { EXIT } from '../exit.ts';
import { findReport } from '../find-report.ts';
import type { StackChoice } from '../find-stack.ts';
import { type FoundUpload, findUploads } from '../find-uploads.ts';
import { languageOf } from '../options.ts';
import { renderUpload } from '../render/upload.ts';
import type { Stores } from '../stores.ts';
import { dataDirOption } from './data-dir-option.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface StatusOptions extends StackChoice {
  readonly days: string;
  readonly format: string;
}

export function statusCommand(): Command {
  return new Command('status')
    .summary('一份文件到了哪里 where one upload stands')
    .description(
      '某个文件的全部情况：何时收到、结果与原因、修订、问题、下一步。可给出本机文件、对象键（或其一部分），或机关与年度。\n' +
        'Everything known of an upload: when it came, its outcome and why, revision, findings, what to do next. Name a file on this machine, an object key or a part of one, or a body and a year.',
    )
    .argument('<what>', '文件、对象键或机关 a file, an object key or a body')
    .argument('[year]', '年度 the fiscal year')
    .option('--days <n>', '查找最近几天的台账 days of the ledger to search', '400')
    .option('--format <format>', 'text 或 or json', 'text')
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (what: string, year: string | undefined, options: StatusOptions, command: Command) => {
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
        const found =
          year === undefined ? await findUploads(what, days, stores) : await ofReport(what, Number(year), stores);
        if (found.length === 0) throw unknown(what, days);
        for (const one of found) {
          const head = await headOf(one, stores);
          if (options.format === 'json') console.log(JSON.stringify({ ...one, head: head ?? null }));
          else console.log(renderUpload(one, head, languageOf(command)).join('\n'));
        }
        process.exitCode = EXIT.clean;
      } finally {
        stores.close();
      }
    });
}

/** The uploads that brought the revisions of a report, the last first. */
async function ofReport(body: string, year: number, stores: Stores): Promise<readonly FoundUpload[]> {
  const revisions = await stores.reader.revisions(await findReport(body, year, stores));
  const uploads = [...new Map(revisions.map(({ upload }) => [uploadName(upload), upload])).values()].reverse();
  return Promise.all(uploads.map(async (upload) => ({ upload, entry: await stores.reader.ledgerEntry(upload) })));
}

async function headOf({ entry }: FoundUpload, { reader }: Stores) {
  const { bodyKey, year } = entry?.settlement ?? {};
  return bodyKey === undefined || year === undefined ? undefined : reader.readHead({ bodyKey, year });
}

function unknown(what: string, days: number): Complaint {
  return new Complaint({
    zh: `收件箱和最近 ${days} 天的台账中都没有「${what}」。请核对名称，或确认文件是否上传到了收件箱。`,
    en: `Neither the inbox nor the last ${days} days of the ledger know “${what}”. Check the name, and whether the file was uploaded into the inbox at all.`,
  });
}
