import * as z from 'zod';
import { queueNameOf } from '../../json-services/queues/find-queue.ts';
import type { QueueWiring } from '../../template/wiring.ts';
import type { DemandsOf } from '../guard-service.ts';

const schema = z.looseObject({ QueueUrl: z.string().optional(), QueueName: z.string().optional() });

/** What an SQS request wants. A batch needs the right of its single request. */
export function queueDemands(queues: readonly QueueWiring[]): DemandsOf {
  return (operation, parameters) => {
    const { QueueUrl, QueueName } = schema.parse(parameters);
    const wanted = QueueName ?? queueNameOf(QueueUrl ?? '');
    const arn = queues.find(({ name }) => name === wanted)?.arn ?? wanted;
    return [{ action: `sqs:${operation.replace(/Batch$/, '')}`, resource: arn }];
  };
}
