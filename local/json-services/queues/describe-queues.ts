import * as z from 'zod';
import type { DurableQueue } from '../../queue/durable-queue.ts';
import { type Operation, operation } from '../operations.ts';
import { findQueue, type Queues, queueNameOf } from './find-queue.ts';

const urlShape = z.strictObject({ QueueName: z.string(), QueueOwnerAWSAccountId: z.string().optional() });
const attributesShape = z.strictObject({ QueueUrl: z.string(), AttributeNames: z.array(z.string()).default([]) });

/** `GetQueueUrl` and `GetQueueAttributes`. */
export function describingOf(queues: Queues): Record<string, Operation> {
  return {
    GetQueueUrl: operation(urlShape, ({ QueueName }) => ({ QueueUrl: findQueue(queues, QueueName).wiring.url })),
    GetQueueAttributes: operation(attributesShape, ({ QueueUrl, AttributeNames }) => {
      const all = Object.entries(describe(findQueue(queues, queueNameOf(QueueUrl))));
      const wanted = all.filter(([name]) => AttributeNames.includes('All') || AttributeNames.includes(name));
      return { Attributes: Object.fromEntries(wanted) };
    }),
  };
}

function describe(queue: DurableQueue): Record<string, string> {
  const { visible, hidden } = queue.count();
  const { arn, visibilityMs, redrive } = queue.wiring;
  return {
    QueueArn: arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(hidden),
    // One that is delayed counts as one that is not visible.
    ApproximateNumberOfMessagesDelayed: '0',
    VisibilityTimeout: String(visibilityMs / 1000),
    ...(redrive && {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: redrive.arn, maxReceiveCount: redrive.maxReceiveCount }),
    }),
  };
}
