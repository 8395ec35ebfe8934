import type { LedgerEntry, Reopening } from '../../records/ledger.ts';
import type { RedriveDependencies } from '../dependencies.ts';

/**
 * Has a settled upload taken up again. The ledger keeps how it had ended. If the message is not sent after that, the
 * reconciler finds an upload without an outcome.
 * @returns false when it is not as it was read any more: somebody else has done it, or it was never settled
 */
export async function reopenUpload(
  entry: LedgerEntry,
  { did, by }: Pick<Reopening, 'did' | 'by'>,
  { upkeep, queue, clock }: Pick<RedriveDependencies, 'upkeep' | 'queue' | 'clock'>,
): Promise<boolean> {
  const { bucket, key, versionId, token, settlement } = entry;
  if (!settlement) return false;
  const reopening = { did, by, at: clock().toISOString(), token, settlement };
  if (!(await upkeep.reopen(entry, reopening, did === 'replay'))) return false;
  await queue.send([{ bucket, key, versionId }], did);
  return true;
}
