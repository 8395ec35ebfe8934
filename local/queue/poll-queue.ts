import type { MappingWiring } from '../template/wiring.ts';
import { describeBatch } from './describe-batch.ts';
import type { DurableQueue, StoredMessage } from './durable-queue.ts';
import { readFailures } from './read-failures.ts';

interface Polling {
  readonly queue: DurableQueue;
  readonly mapping: MappingWiring;
  /** How many batches are worked on at once. */
  readonly concurrency: number;
  readonly invoke: (event: unknown) => Promise<unknown>;
  readonly onFault: (fault: unknown) => void;
}

/** A running event source mapping. */
export interface Poller {
  /** Take no more messages; resolves when those taken are finished. */
  stop(): Promise<void>;
}

/**
 * Hand a queue's messages to a function in batches, as a Lambda event source mapping does. Messages of a batch that
 * failed are left to become visible again, and go to the dead letters when that happened too often.
 */
export function pollQueue(polling: Polling): Poller {
  const stopping = new AbortController();
  const workers = Array.from({ length: polling.concurrency }, () => work(polling, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(workers);
    },
  };
}

async function work(polling: Polling, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const batch = await polling.queue.receive(polling.mapping.batchSize);
      if (batch.length === 0) await polling.queue.waitUntilVisible(signal);
      else await handOver(batch, polling);
    } catch (fault) {
      polling.onFault(fault);
    }
  }
}

async function handOver(batch: readonly StoredMessage[], { queue, mapping, invoke }: Polling): Promise<void> {
  const answer = await invoke(describeBatch(batch, queue.arn));
  const ids = batch.map(({ id }) => id);
  const failed = mapping.reportsFailures ? readFailures(answer, ids) : new Set<string>();
  await Promise.all(ids.filter((id) => !failed.has(id)).map((id) => queue.delete(id)));
}
