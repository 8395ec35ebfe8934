import type { JsonService } from '../json-server.ts';
import { serviceOf } from '../operations.ts';
import { describingOf } from './describe-queues.ts';
import type { Queues } from './find-queue.ts';
import { receivingFrom } from './receive-messages.ts';
import { sendingTo } from './send-messages.ts';

/** As much of SQS as programs that send and receive use, over the template's queues. */
export function queueService(queues: Queues): JsonService {
  return serviceOf('SQS', { ...sendingTo(queues), ...receivingFrom(queues), ...describingOf(queues) });
}
