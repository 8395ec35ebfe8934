import type { Reader } from '../../../functions/adapters/dynamodb-reader.ts';
import { decidedDay, ledgerDay } from '../../../records/keys.ts';
import { memoryStored } from './memory-reports.ts';
import { type MemoryStores, nameOf, reportName } from './memory-stores.ts';

export function memoryReader(stores: MemoryStores): Reader {
  return {
    async reportsOfYear(year) {
      const heads = [...stores.heads.values()].filter((head) => head.year === year);
      const place = ({ status, bodyKey }: (typeof heads)[number]) => `${status}#${bodyKey}`;
      return heads.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
    },
    async yearsOnFile(years) {
      return years.filter((year) => [...stores.heads.values()].some((head) => head.year === year));
    },
    ...memoryStored(stores),
    ledgerEntry: async (upload) => stores.ledger.get(nameOf(upload)),
    ledgerOfKey: async (bucket, key) =>
      [...stores.ledger.values()].filter((entry) => entry.bucket === bucket && entry.key === key),
    async ledgerOfDay(day) {
      const entries = [...stores.ledger.values()].filter(
        ({ receivedAt }) => ledgerDay(receivedAt) === ledgerDay(day.toISOString()),
      );
      return entries.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
    },
    async decisionsOfDay(day) {
      return allDecisions().filter(({ decision }) => decidedDay(decision.at) === decidedDay(day.toISOString()));
    },
    async decisionsSince(since, now) {
      const days = new Set([since, now].map((day) => decidedDay(day.toISOString())));
      return allDecisions().filter(({ decision: { at } }) => days.has(decidedDay(at)) && at >= since.toISOString());
    },
  };
  function allDecisions() {
    return [...stores.heads.values()]
      .flatMap(({ bodyKey, year, body }) =>
        (stores.decisions.get(reportName({ bodyKey, year })) ?? []).map((decision) => ({
          report: { bodyKey, year, body },
          decision,
        })),
      )
      .toSorted((a, b) => (a.decision.at < b.decision.at ? -1 : 1));
  }
}
