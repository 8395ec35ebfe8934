import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { UploadRef } from '../../records/keys.ts';
import type { SentBy, UploadQueue } from '../dependencies.ts';

/** SQS's limit of messages in one batch. */
const BATCH_MESSAGES = 10;
/** A key has 1,024 bytes at most: ten messages stay far below the limit of a request. */
const SEND_TRIES = 4;

/** The queue of uploads in SQS. */
export function sqsUploads(sqs: SQSClient, QueueUrl: string): UploadQueue {
  return {
    async send(uploads, by) {
      for (let from = 0; from < uploads.length; from += BATCH_MESSAGES) {
        await sendBatch(sqs, QueueUrl, uploads.slice(from, from + BATCH_MESSAGES), by);
      }
    },
    async resend(body) {
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body }));
    },
    async waiting() {
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl,
          AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
        }),
      );
      const { ApproximateNumberOfMessages = 0, ApproximateNumberOfMessagesNotVisible = 0 } = Attributes ?? {};
      return Number(ApproximateNumberOfMessages) + Number(ApproximateNumberOfMessagesNotVisible);
    },
  };
}

async function sendBatch(sqs: SQSClient, QueueUrl: string, uploads: readonly UploadRef[], by: SentBy): Promise<void> {
  let entries = uploads.map((upload, at) => ({ Id: String(at), MessageBody: describeUpload(upload, by) }));
  for (let attempt = 0; attempt < SEND_TRIES; attempt++) {
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: entries }));
    const failed = new Set(Failed.map(({ Id }) => Id));
    entries = entries.filter(({ Id }) => failed.has(Id));
    if (entries.length === 0) return;
  }
  throw new Error('the queue keeps refusing messages');
}

/** A message as the bucket's own, but for its source; what reads the queue need not tell them apart. */
function describeUpload({ bucket, key, versionId }: UploadRef, by: SentBy): string {
  return JSON.stringify({
    version: '0',
    'detail-type': 'Object Created',
    source: 'gouji',
    detail: { bucket: { name: bucket }, object: { key, 'version-id': versionId }, reason: by },
  });
}
