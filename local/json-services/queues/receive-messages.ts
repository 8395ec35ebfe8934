import { createHash } from 'node:crypto';
import * as z from 'zod';
import { describeAttributes } from '../../queue/describe-batch.ts';
import type { DurableQueue, StoredMessage } from '../../queue/durable-queue.ts';
import { readReceipt, receiptOf } from '../../queue/receipt.ts';
import { type Operation, operation } from '../operations.ts';
import { ServiceError } from '../service-error.ts';
import { findQueue, type Queues, queueNameOf } from './find-queue.ts';
import { runBatch } from './run-batch.ts';

const seconds = z.number().int().min(0).max(43_200);
const receiveShape = z.strictObject({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
  VisibilityTimeout: seconds.optional(),
  WaitTimeSeconds: z.number().int().min(0).max(20).default(0),
  AttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
  // There are none here, so whichever are asked for.
  MessageAttributeNames: z.array(z.string()).optional(),
});
const deletion = { ReceiptHandle: z.string() };
const change = { ReceiptHandle: z.string(), VisibilityTimeout: seconds };
const inQueue = { QueueUrl: z.string() };
const batchOf = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ ...inQueue, Entries: z.array(z.strictObject({ Id: z.string(), ...shape })) });

/** `ReceiveMessage`, and what is done with what was received. */
export function receivingFrom(queues: Queues): Record<string, Operation> {
  const find = (url: string) => findQueue(queues, queueNameOf(url));
  const remove = async (queue: DurableQueue, receipt: string) => {
    await queue.delete(messageOf(receipt));
    return {};
  };
  const hide = async (queue: DurableQueue, receipt: string, timeout: number) => {
    if (!queue.hide(messageOf(receipt), timeout * 1000)) {
      throw refusal('MessageNotInflight', 'The message is not being worked on.');
    }
    return {};
  };
  return {
    ReceiveMessage: operation(receiveShape, (wanted) => receive(find(wanted.QueueUrl), wanted)),
    DeleteMessage: operation(z.strictObject({ ...inQueue, ...deletion }), ({ QueueUrl, ReceiptHandle }) =>
      remove(find(QueueUrl), ReceiptHandle),
    ),
    DeleteMessageBatch: operation(batchOf(deletion), ({ QueueUrl, Entries }) => {
      const queue = find(QueueUrl);
      return runBatch(Entries, ({ ReceiptHandle }) => remove(queue, ReceiptHandle));
    }),
    ChangeMessageVisibility: operation(z.strictObject({ ...inQueue, ...change }), (wanted) =>
      hide(find(wanted.QueueUrl), wanted.ReceiptHandle, wanted.VisibilityTimeout),
    ),
    ChangeMessageVisibilityBatch: operation(batchOf(change), ({ QueueUrl, Entries }) => {
      const queue = find(QueueUrl);
      return runBatch(Entries, ({ ReceiptHandle, VisibilityTimeout }) => hide(queue, ReceiptHandle, VisibilityTimeout));
    }),
  };
}

async function receive(queue: DurableQueue, wanted: z.infer<typeof receiveShape>): Promise<object> {
  const hidden = wanted.VisibilityTimeout === undefined ? undefined : wanted.VisibilityTimeout * 1000;
  const take = () => queue.receive(wanted.MaxNumberOfMessages, hidden);
  const names = [...wanted.AttributeNames, ...wanted.MessageSystemAttributeNames];
  let taken = await take();
  const patience = AbortSignal.timeout(wanted.WaitTimeSeconds * 1000);
  while (taken.length === 0 && wanted.WaitTimeSeconds > 0 && !patience.aborted) {
    await queue.waitUntilVisible(patience);
    taken = await take();
  }
  return taken.length === 0 ? {} : { Messages: taken.map((message) => describe(message, names)) };
}

function describe(message: StoredMessage, names: readonly string[]): object {
  const wanted = Object.entries(describeAttributes(message)).filter(
    ([name]) => names.includes('All') || names.includes(name),
  );
  return {
    MessageId: message.id,
    ReceiptHandle: receiptOf(message),
    MD5OfBody: createHash('md5').update(message.body).digest('hex'),
    Body: message.body,
    ...(wanted.length > 0 && { Attributes: Object.fromEntries(wanted) }),
  };
}

function messageOf(receipt: string): string {
  const id = readReceipt(receipt);
  if (id === undefined) throw refusal('ReceiptHandleIsInvalid', `The input receipt handle "${receipt}" is not valid.`);
  return id;
}

function refusal(type: string, message: string): ServiceError {
  const queryCode = type === 'MessageNotInflight' ? `AWS.SimpleQueueService.${type}` : type;
  return new ServiceError(`com.amazonaws.sqs#${type}`, message, { queryCode });
}
