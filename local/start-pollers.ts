import type { FunctionPool } from './functions/function-pool.ts';
import type { DurableQueue } from './queue/durable-queue.ts';
import { type Poller, pollQueue } from './queue/poll-queue.ts';
import type { MappingWiring } from './template/wiring.ts';

interface Parts {
  readonly queues: ReadonlyMap<string, DurableQueue>;
  readonly functions: ReadonlyMap<string, FunctionPool>;
  readonly onFault: (fault: unknown) => void;
  /** Batches at once. */
  readonly workers: number;
}

/** Start every event source mapping: as many batches at once as asked for and the template allows. */
export function startPollers(
  mappings: readonly MappingWiring[],
  { queues, functions, onFault, workers }: Parts,
): Poller[] {
  return mappings.map((mapping) => {
    const queue = queues.get(mapping.queueArn);
    const reader = functions.get(mapping.functionName);
    if (!queue || !reader) throw new Error(`The mapping from ${mapping.queueArn} lacks an end`);
    return pollQueue({
      queue,
      mapping,
      concurrency: Math.min(mapping.maxConcurrency, workers),
      invoke: (event) => reader.invoke(event),
      onFault,
    });
  });
}
