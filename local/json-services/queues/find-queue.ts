import type { DurableQueue } from '../../queue/durable-queue.ts';
import { ServiceError } from '../service-error.ts';

/** The queues by name. */
export type Queues = ReadonlyMap<string, DurableQueue>;

/** The name at the end of a queue's URL; at which address it was found does not matter here. */
export function queueNameOf(url: string): string {
  return url.split('/').at(-1) ?? '';
}

/** @throws ServiceError when there is no such queue */
export function findQueue(queues: Queues, name: string): DurableQueue {
  const queue = queues.get(name);
  if (!queue) {
    throw new ServiceError('com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.', {
      queryCode: 'AWS.SimpleQueueService.NonExistentQueue',
    });
  }
  return queue;
}
