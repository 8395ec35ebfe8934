import type { Upkeep } from '../dependencies.ts';
import { countSettled } from './count-settled.ts';

/** Upkeep that counts each upload whose workers died one after another: nobody else settles it. */
export function countedUpkeep(upkeep: Upkeep): Upkeep {
  const count = countSettled();
  return {
    ...upkeep,
    async abandon(entry, settlement, now) {
      const done = await upkeep.abandon(entry, settlement, now);
      if (done) count(settlement.outcome);
      return done;
    },
  };
}
