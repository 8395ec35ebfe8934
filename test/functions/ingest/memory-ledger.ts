import type { Claim, ClaimOutcome, Ledger } from '../../../functions/dependencies.ts';
import { officeOf, type UploadRef } from '../../../records/keys.ts';
import type { LedgerEntry, Settlement } from '../../../records/ledger.ts';
import { type MemoryStores, nameOf } from './memory-stores.ts';
import { turn } from './world.ts';

export function memoryLedger(stores: MemoryStores): Ledger {
  return {
    async claim(upload, now, leaseSeconds) {
      await turn();
      return claim(stores, upload, now, leaseSeconds);
    },
    async release(held, now) {
      await turn();
      const entry = heldEntry(stores, held);
      if (entry) stores.ledger.set(nameOf(held.upload), { ...entry, leaseUntil: now.toISOString() });
    },
    async settle(held, settlement, now) {
      await turn();
      return settleHeld(stores, held, settlement, now);
    },
    async noteRemoval(upload, removal, removedAt, now) {
      await turn();
      const before = stores.ledger.get(nameOf(upload));
      if (!before && removal === 'gone') return false;
      if (before?.removal && removal === 'hidden') return false;
      const entry = before ?? unclaimed(upload, now);
      stores.ledger.set(nameOf(upload), { ...entry, removal, removedAt: before?.removedAt ?? removedAt });
      return true;
    },
    async noteReturn(upload) {
      await turn();
      const entry = stores.ledger.get(nameOf(upload));
      if (entry?.removal !== 'hidden') return;
      const { removal: _, removedAt: __, ...rest } = entry;
      stores.ledger.set(nameOf(upload), rest);
    },
  };
}

export function unclaimed(upload: UploadRef, now: Date): LedgerEntry {
  const at = now.toISOString();
  return { ...upload, office: officeOf(upload.key), receivedAt: at, state: 'claimed', token: 0, leaseUntil: at };
}

function claim(stores: MemoryStores, upload: UploadRef, now: Date, leaseSeconds: number): ClaimOutcome {
  const before = stores.ledger.get(nameOf(upload));
  if (before?.state === 'settled' && !before.settlement?.fault)
    return { kind: 'settled', outcome: before.settlement?.outcome ?? 'unknown' };
  if (before?.state === 'claimed' && before.leaseUntil > now.toISOString()) return { kind: 'held' };
  const token = (before?.token ?? 0) + 1;
  const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
  const first = { ...upload, office: officeOf(upload.key), receivedAt: now.toISOString() };
  stores.ledger.set(nameOf(upload), { ...first, ...before, state: 'claimed', token, leaseUntil });
  return { kind: 'claimed', claim: { upload, token }, rereading: before?.rereading ?? false };
}

export function heldEntry(stores: MemoryStores, { upload, token }: Claim): LedgerEntry | undefined {
  const entry = stores.ledger.get(nameOf(upload));
  return entry?.state === 'claimed' && entry.token === token ? entry : undefined;
}

function settleHeld(stores: MemoryStores, held: Claim, settlement: Settlement, now: Date): boolean {
  const entry = heldEntry(stores, held);
  if (!entry) return false;
  const { rereading: _, ...rest } = entry;
  stores.ledger.set(nameOf(held.upload), { ...rest, state: 'settled', settledAt: now.toISOString(), settlement });
  return true;
}
