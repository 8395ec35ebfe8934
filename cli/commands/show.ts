import { Command } from 'commander';
import { withFindingsAcross } from '../../records/across.ts';
import type { Head, Revision } from '../../records/head.ts';
import { type UploadRef, uploadName } from '../../records/keys.ts';
import { findReport } from '../find-report.ts';
import type { StackChoice } from '../find-stack.ts';
import type { Language } from '../language.ts';
import { languageOf } from '../options.ts';
import { paint } from '../render/paint.ts';
import { sayRemoval } from '../render/removal.ts';
import { renderFindings, renderHeadline, renderNotes, renderTables } from '../render/report.ts';
import type { Stores } from '../stores.ts';
import { dataDirOption } from './data-dir-option.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface ShowOptions extends StackChoice {
  readonly format: string;
}

export function showCommand(): Command {
  return new Command('show')
    .summary('一份报告的记录 the record of one report')
    .description(
      "显示一份报告的三张表、问题与各次修订。机关名称可以只写一部分。\nShows the tables, findings and revisions of one report; part of the body's name is enough.",
    )
    .argument('<body>', '机关名称 the body')
    .argument('<year>', '年度 the fiscal year')
    .option('--format <format>', 'text 或 or json', 'text')
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (body: string, year: string, options: ShowOptions, command: Command) => {
      // Loaded only here: the SDK would double the time in which the other commands start.
      const { openStores } = await import('../stores.ts');
      const stores = await openStores(options);
      try {
        await show(body, Number(year), stores, { json: options.format === 'json', language: languageOf(command) });
      } finally {
        stores.close();
      }
    });
}

async function show(
  body: string,
  year: number,
  stores: Stores,
  { json, language }: { json: boolean; language: Language },
) {
  const head = await findReport(body, year, stores);
  const record = await stores.reader.readRecord(head, head.newest.revision);
  if (!record) throw new Error(`revision ${head.newest.revision} has no record`);
  const across = await stores.reader.readAcross(head);
  if (json) {
    console.log(JSON.stringify({ ...record, across: across ?? null }, null, 2));
    return;
  }
  const lines = [
    renderHeadline({ ...record, outcome: head.status }, record.source.fileName, language),
    ...renderFindings(withFindingsAcross(record, across), language),
    ...renderNotes(record, language),
  ];
  lines.push(...renderTables(record, language), '', ...(await renderRevisions(head, stores, language)));
  console.log(lines.join('\n'));
}

async function renderRevisions(head: Head, { reader, upkeep }: Stores, language: Language): Promise<string[]> {
  const revisions = await reader.revisions(head);
  const entries = await upkeep.upkeep.entries(distinctUploads(revisions));
  const removed = (upload: UploadRef) => sayRemoval(entries.get(uploadName(upload)), language);
  return [
    paint.strong(language === 'zh' ? '修订' : 'Revisions'),
    ...revisions.map((revision) => {
      const pointer = revision.revision === head.newest.revision ? '●' : '○';
      return `  ${pointer} ${revision.number}  ${revision.uploadedAt}  ${revision.upload.key}  ${removed(revision.upload)}`.trimEnd();
    }),
  ];
}

/** A revision that was made by checking the same bytes again has the upload of the first. */
function distinctUploads(revisions: readonly Revision[]): readonly UploadRef[] {
  return [...new Map(revisions.map(({ upload }) => [uploadName(upload), upload])).values()];
}
