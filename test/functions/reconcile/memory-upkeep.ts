import type { Upkeep } from '../../../functions/dependencies.ts';
import { uploadName } from '../../../records/keys.ts';
import type { LedgerEntry } from '../../../records/ledger.ts';
import { unclaimed } from '../ingest/memory-ledger.ts';
import type { MemoryStores } from '../ingest/memory-stores.ts';
import { turn } from '../ingest/world.ts';

export function memoryUpkeep({ ledger }: MemoryStores): Upkeep {
  return {
    async entries(uploads) {
      await turn();
      const found = uploads.flatMap((upload) => ledger.get(uploadName(upload)) ?? []);
      return new Map(found.map((entry) => [uploadName(entry), entry]));
    },
    async noteRequeued(upload, now) {
      await turn();
      const before = ledger.get(uploadName(upload)) ?? unclaimed(upload, now);
      ledger.set(uploadName(upload), { ...before, requeuedAt: now.toISOString() });
    },
    async abandon({ token, ...entry }, settlement, now) {
      await turn();
      const before = ledger.get(uploadName(entry));
      const settledAt = now.toISOString();
      if (before?.state !== 'claimed' || before.token !== token || before.leaseUntil > settledAt) return false;
      const { rereading: _, ...rest } = before;
      ledger.set(uploadName(entry), { ...rest, state: 'settled', settledAt, settlement });
      return true;
    },
    async reopen(entry, reopening, rereading) {
      await turn();
      const before = ledger.get(uploadName(entry));
      if (before?.state !== 'settled' || before.token !== entry.token || before.settledAt !== entry.settledAt)
        return false;
      const { settlement: _, settledAt: __, requeuedAt: ___, ...rest } = before;
      const reopened: LedgerEntry = {
        ...rest,
        state: 'claimed',
        leaseUntil: reopening.at,
        reopened: [...(before.reopened ?? []), reopening],
        ...(rereading && { rereading }),
      };
      ledger.set(uploadName(entry), reopened);
      return true;
    },
  };
}
