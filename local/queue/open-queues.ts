import { join } from 'node:path';
import type { QueueWiring } from '../template/wiring.ts';
import { DurableQueue } from './durable-queue.ts';

/**
 * Open every queue of the template, a journal each, and join each to its dead letters.
 * @returns the queues by ARN
 */
export async function openQueues(
  wiring: readonly QueueWiring[],
  directory: string,
): Promise<Map<string, DurableQueue>> {
  const queues = new Map<string, DurableQueue>();
  for (const one of wiring) queues.set(one.arn, await DurableQueue.open(one, join(directory, `${one.name}.jsonl`)));
  for (const { arn, redrive } of wiring) {
    const deadLetters = redrive && queues.get(redrive.arn);
    if (deadLetters) queues.get(arn)?.setDeadLetters(deadLetters);
  }
  return queues;
}
