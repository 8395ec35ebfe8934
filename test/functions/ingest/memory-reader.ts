import type { Reader } from '../../../functions/adapters/dynamodb-reader.ts';
import { ledgerDay } from '../../../records/keys.ts';
import { type MemoryStores, nameOf, reportName, stagedName } from './memory-stores.ts';

export function memoryReader(stores: MemoryStores): Reader {
  const revisionsOf = (name: string) => [...(stores.revisions.get(name)?.values() ?? [])];
  return {
    async reportsOfYear(year) {
      const heads = [...stores.heads.values()].filter((head) => head.year === year);
      const place = ({ status, bodyKey }: (typeof heads)[number]) => `${status}#${bodyKey}`;
      return heads.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
    },
    readHead: async (report) => stores.heads.get(reportName(report)),
    revisions: async (report) => revisionsOf(reportName(report)).toSorted((a, b) => a.number - b.number),
    async record(report, revision) {
      const isPublished = revisionsOf(reportName(report)).some((it) => it.revision === revision);
      return isPublished ? stores.staged.get(stagedName(report, revision)) : undefined;
    },
    ledgerEntry: async (upload) => stores.ledger.get(nameOf(upload)),
    async ledgerOfDay(day) {
      const entries = [...stores.ledger.values()].filter(
        ({ receivedAt }) => ledgerDay(receivedAt) === ledgerDay(day.toISOString()),
      );
      return entries.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
    },
  };
}
