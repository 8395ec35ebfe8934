import { ServiceError } from '../service-error.ts';

interface BatchEntry {
  readonly Id: string;
}

const LIMIT = 10;

/** What became of each entry of a batch: some may be done while others are refused. */
export async function runBatch<E extends BatchEntry>(
  entries: readonly E[],
  run: (entry: E) => Promise<object>,
): Promise<object> {
  refuseBatch(entries);
  const done: object[] = [];
  const failed: object[] = [];
  await Promise.all(
    entries.map(async (entry) => {
      try {
        done.push({ Id: entry.Id, ...(await run(entry)) });
      } catch (fault) {
        if (!(fault instanceof ServiceError)) throw fault;
        const code = fault.queryCode ?? fault.type.split('#').at(-1);
        failed.push({ Id: entry.Id, Code: code, Message: fault.message, SenderFault: true });
      }
    }),
  );
  return { Successful: done, ...(failed.length > 0 && { Failed: failed }) };
}

function refuseBatch(entries: readonly BatchEntry[]): void {
  const ids = new Set(entries.map(({ Id }) => Id));
  if (entries.length === 0) throw refusal('EmptyBatchRequest', 'There is no entry in the request.');
  if (entries.length > LIMIT) throw refusal('TooManyEntriesInBatchRequest', `At most ${LIMIT} entries are allowed.`);
  if (ids.size < entries.length) throw refusal('BatchEntryIdsNotDistinct', 'Two entries have the same Id.');
}

function refusal(type: string, message: string): ServiceError {
  return new ServiceError(`com.amazonaws.sqs#${type}`, message, { queryCode: `AWS.SimpleQueueService.${type}` });
}
