import type { Changes } from '../../../functions/publish/publish-dependencies.ts';
import { type MemoryStores, reportName } from '../ingest/memory-stores.ts';
import { turn } from '../ingest/world.ts';

/** The outbox over plain lists. */
export function memoryChanges({ changes }: MemoryStores): Changes {
  let position = 0;
  return {
    async findPending(most) {
      await turn();
      const pending = changes.filter(({ told }) => !told).map(({ change: { report, at } }) => ({ report, at }));
      return pending.slice(0, most);
    },
    async readWaiting(report) {
      await turn();
      const own = changes
        .filter(({ change }) => reportName(change.report) === reportName(report))
        .toSorted((a, b) => a.change.sequence - b.change.sequence);
      const last = own.findLast(({ told }) => told);
      return { standing: last?.told?.standing, changes: own.flatMap(({ told, change }) => (told ? [] : [change])) };
    },
    async markTold(told) {
      await turn();
      for (const { change, events, standing } of told) {
        const at = changes.findIndex(
          (stored) =>
            reportName(stored.change.report) === reportName(change.report) &&
            stored.change.sequence === change.sequence,
        );
        if (at < 0 || changes[at]?.told) continue;
        if (events.length > 0) position += 1;
        changes[at] = { change, told: { events, standing, position: events.length > 0 ? position : undefined } };
      }
    },
  };
}
