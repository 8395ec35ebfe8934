import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation } from '../operations.ts';
import { ServiceError } from '../service-error.ts';
import { findQueue, type Queues, queueNameOf } from './find-queue.ts';
import { runBatch } from './run-batch.ts';

/** Bytes, of a message and of a batch. */
const MAX_BYTES = 1024 * 1024;
/** What XML 1.0 cannot hold, SQS does not take. */
const NOT_ALLOWED = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const messageShape = {
  MessageBody: z.string(),
  /** Seconds. */
  DelaySeconds: z.number().int().min(0).max(900).default(0),
};
const sendShape = z.strictObject({ QueueUrl: z.string(), ...messageShape });
const batchShape = z.strictObject({
  QueueUrl: z.string(),
  Entries: z.array(z.strictObject({ Id: z.string(), ...messageShape })),
});

type Message = z.infer<z.ZodObject<typeof messageShape>>;

/** `SendMessage` and `SendMessageBatch`. A message is on disk when it is acknowledged. */
export function sendingTo(queues: Queues): Record<string, Operation> {
  const keep = async (queueUrl: string, { MessageBody: body, DelaySeconds: delay }: Message) => {
    const queue = findQueue(queues, queueNameOf(queueUrl));
    refuseBody(body);
    const id = await queue.send(body, delay * 1000);
    return { MessageId: id, MD5OfMessageBody: createHash('md5').update(body).digest('hex') };
  };
  return {
    SendMessage: operation(sendShape, ({ QueueUrl, ...message }) => keep(QueueUrl, message)),
    SendMessageBatch: operation(batchShape, ({ QueueUrl, Entries }) => {
      findQueue(queues, queueNameOf(QueueUrl));
      const bytes = Entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);
      if (bytes > MAX_BYTES) {
        throw new ServiceError('com.amazonaws.sqs#BatchRequestTooLong', `A batch may have ${MAX_BYTES} bytes.`, {
          queryCode: 'AWS.SimpleQueueService.BatchRequestTooLong',
        });
      }
      return runBatch(Entries, (entry) => keep(QueueUrl, entry));
    }),
  };
}

function refuseBody(body: string): void {
  if (body === '') throw invalid('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (Buffer.byteLength(body) > MAX_BYTES) {
    throw invalid('InvalidParameterValue', `One or more parameters are invalid. Reason: more than ${MAX_BYTES} bytes.`);
  }
  if (NOT_ALLOWED.test(body)) {
    throw new ServiceError(
      'com.amazonaws.sqs#InvalidMessageContents',
      'The message holds a character that XML forbids',
      {
        queryCode: 'InvalidMessageContents',
      },
    );
  }
}

function invalid(code: string, message: string): ServiceError {
  return new ServiceError('com.amazon.coral.service#InvalidParameterValueException', message, { queryCode: code });
}
