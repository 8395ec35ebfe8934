import { setTimeout } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { Complaint } from '../complaint.ts';
import type { StackChoice } from '../find-stack.ts';
import { languageOf } from '../options.ts';
import { renderEvent } from '../render/event.ts';
import type { Stores } from '../stores.ts';
import { dataDirOption } from './data-dir-option.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface EventsOptions extends StackChoice {
  readonly since: string;
  readonly follow?: true;
  readonly format: 'text' | 'json';
}

const PAGE = 200;
const LOOK_AGAIN_MILLISECONDS = 2_000;

export function eventsCommand(): Command {
  return new Command('events')
    .summary('已对外发布的事件 events told to other systems')
    .description(
      '按序号列出已发布的变更及其事件。\nLists what other systems were told, by its position in the feed (docs/events.md).',
    )
    .option('--since <n>', '只列该序号之后的 only what follows this position', '0')
    .option('--follow', '继续等待新的事件 go on with what comes')
    .addOption(new Option('--format <format>', '输出格式 format').choices(['text', 'json']).default('text'))
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .action(async (options: EventsOptions, command: Command) => {
      const since = Number(options.since);
      if (!Number.isSafeInteger(since) || since < 0) {
        throw new Complaint({
          zh: '--since 应为 0 或更大的整数。',
          en: '--since takes a whole number, 0 or more.',
        });
      }
      // Loaded only here: the SDK would double the time in which the other commands start.
      const { openStores } = await import('../stores.ts');
      const stores = await openStores(options);
      try {
        let cursor = await showEvents(stores, since, options, command);
        while (options.follow) {
          await setTimeout(LOOK_AGAIN_MILLISECONDS);
          cursor = await showEvents(stores, cursor, options, command);
        }
      } finally {
        stores.close();
      }
    });
}

/** @returns the last position that was shown */
async function showEvents(
  stores: Pick<Stores, 'changesSince'>,
  since: number,
  { format }: EventsOptions,
  command: Command,
): Promise<number> {
  for (let cursor = since; ; ) {
    const entries = await stores.changesSince(cursor, PAGE);
    for (const { position, events } of entries) {
      for (const event of events) {
        console.log(
          format === 'json'
            ? JSON.stringify({ position, ...event })
            : renderEvent(position, event, languageOf(command)),
        );
      }
    }
    const last = entries.at(-1);
    if (!last) return cursor;
    cursor = last.position;
  }
}
