import type { Ledger } from '../dependencies.ts';
import { countSettled } from './count-settled.ts';

/** A ledger that counts each upload that was settled; a worker that lost its claim settles nothing. */
export function countedLedger(ledger: Ledger): Ledger {
  const count = countSettled();
  return {
    ...ledger,
    async settle(claim, settlement, now) {
      const done = await ledger.settle(claim, settlement, now);
      if (done) count(settlement.outcome);
      return done;
    },
  };
}
