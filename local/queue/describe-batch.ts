import { createHash } from 'node:crypto';
import type { SQSEvent, SQSRecord, SQSRecordAttributes } from 'aws-lambda';
import { LOCAL } from '../template/physical-names.ts';
import type { StoredMessage } from './durable-queue.ts';
import { receiptOf } from './receipt.ts';

/** The event that Lambda makes of a batch of messages. */
export function describeBatch(messages: readonly StoredMessage[], queueArn: string): SQSEvent {
  return { Records: messages.map((message) => describeMessage(message, queueArn)) };
}

/** What a queue says of a message beside its text. */
export function describeAttributes(message: StoredMessage): SQSRecordAttributes {
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: LOCAL.account,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
  };
}

function describeMessage(message: StoredMessage, queueArn: string): SQSRecord {
  return {
    messageId: message.id,
    receiptHandle: receiptOf(message),
    body: message.body,
    attributes: describeAttributes(message),
    messageAttributes: {},
    md5OfBody: createHash('md5').update(message.body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: LOCAL.region,
  };
}
