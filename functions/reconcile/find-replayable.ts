import type { LedgerEntry, Settlement } from '../../records/ledger.ts';
import type { RedriveDependencies } from '../dependencies.ts';

/** Uploads of these days (UTC) that ended so, and whose bytes can be read again. */
export async function findReplayable(
  since: Date,
  outcomes: ReadonlySet<Settlement['outcome']>,
  { ledgerOfDay, clock }: Pick<RedriveDependencies, 'ledgerOfDay' | 'clock'>,
): Promise<readonly LedgerEntry[]> {
  const found: LedgerEntry[] = [];
  for (let day = since.getTime(); day <= clock().getTime(); day += DAY) {
    const entries = await ledgerOfDay(new Date(day));
    // The bytes of a duplicate are read with the upload that brought them first.
    found.push(
      ...entries.filter(
        ({ state, settlement, removal }) =>
          state === 'settled' && settlement && outcomes.has(settlement.outcome) && removal !== 'gone',
      ),
    );
  }
  return found;
}

const DAY = 24 * 3600 * 1000;
