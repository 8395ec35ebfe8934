import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  InvalidMessageContents,
  MessageNotInflight,
  QueueDoesNotExist,
  ReceiptHandleIsInvalid,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, onTestFinished, test } from 'vitest';
import { queueService } from '../../../local/json-services/queues/queue-service.ts';
import { DurableQueue } from '../../../local/queue/durable-queue.ts';
import { temporaryFolder } from '../test-cloud.ts';
import { serve } from './serve.ts';

const NAME = 'uploads';

async function open() {
  const QueueUrl = `http://127.0.0.1:1/000000000000/${NAME}`;
  const wiring = { name: NAME, arn: `arn:${NAME}`, url: QueueUrl, visibilityMs: 30_000, redrive: undefined };
  const queue = await DurableQueue.open(wiring, join(await temporaryFolder(), 'queue.jsonl'));
  onTestFinished(() => queue.close());
  const { config } = await serve('AmazonSQS', queueService(new Map([[NAME, queue]])));
  const client = new SQSClient(config);
  onTestFinished(() => client.destroy());
  return { client, queue, QueueUrl };
}

const counts = async (client: SQSClient, QueueUrl: string) => {
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  return [Attributes?.ApproximateNumberOfMessages, Attributes?.ApproximateNumberOfMessagesNotVisible];
};

// The client compares the MD5 of what it sent and received by itself.
test('a message is sent, received, hidden, shown again and deleted', async () => {
  const { client, queue, QueueUrl } = await open();
  const { MessageId } = await client.send(new SendMessageCommand({ QueueUrl, MessageBody: '年报 😀' }));
  expect(queue.list()).toMatchObject([{ id: MessageId, body: '年报 😀' }]);
  expect(await counts(client, QueueUrl)).toEqual(['1', '0']);
  const receive = () =>
    client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ['All'] }));
  const [first] = (await receive()).Messages ?? [];
  expect(first).toMatchObject({ MessageId, Body: '年报 😀', Attributes: { ApproximateReceiveCount: '1' } });
  expect((await receive()).Messages).toBeUndefined();
  expect(await counts(client, QueueUrl)).toEqual(['0', '1']);
  const { ReceiptHandle } = first ?? {};
  await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  const [second] = (await receive()).Messages ?? [];
  expect(second?.Attributes?.ApproximateReceiveCount).toBe('2');
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: second?.ReceiptHandle }));
  expect(queue.size).toBe(0);
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: second?.ReceiptHandle }));
});

test('of a batch one entry may be refused while the others are taken', async () => {
  const { client, queue, QueueUrl } = await open();
  const Entries = ['a', '\u0000', 'c'].map((MessageBody, number) => ({ Id: `entry-${number}`, MessageBody }));
  const { Successful, Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  expect(Successful?.map(({ Id }) => Id).sort()).toEqual(['entry-0', 'entry-2']);
  expect(Failed).toMatchObject([{ Id: 'entry-1', Code: 'InvalidMessageContents', SenderFault: true }]);
  expect(queue.list().map(({ body }) => body)).toEqual(['a', 'c']);
  const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  const receipts = Messages.map(({ ReceiptHandle }, number) => ({ Id: String(number), ReceiptHandle }));
  const deleted = await client.send(
    new DeleteMessageBatchCommand({ QueueUrl, Entries: [...receipts, { Id: 'x', ReceiptHandle: 'nothing' }] }),
  );
  expect([deleted.Successful?.length, deleted.Failed?.map(({ Code }) => Code)]).toEqual([
    2,
    ['ReceiptHandleIsInvalid'],
  ]);
  expect(queue.size).toBe(0);
});

test('who waits for a message gets it when it comes', async () => {
  const { client, queue, QueueUrl } = await open();
  const waiting = client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }));
  setTimeout(() => queue.send('late'), 50);
  expect((await waiting).Messages).toMatchObject([{ Body: 'late' }]);
});

test('a delayed message comes later', async () => {
  const { client, QueueUrl } = await open();
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds: 1 }));
  expect((await client.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
  const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }));
  expect(Messages).toMatchObject([{ Body: 'later' }]);
});

test('a queue is found by its name', async () => {
  const { client, QueueUrl } = await open();
  expect((await client.send(new GetQueueUrlCommand({ QueueName: NAME }))).QueueUrl).toBe(QueueUrl);
});

test('the clients throw the classes that the service would have them throw', async () => {
  const { client, queue, QueueUrl } = await open();
  const elsewhere = 'http://127.0.0.1:1/000000000000/elsewhere';
  const receive = new ReceiveMessageCommand({ QueueUrl: elsewhere });
  await expect(client.send(receive)).rejects.toBeInstanceOf(QueueDoesNotExist);
  await expect(client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: 'x' }))).rejects.toBeInstanceOf(
    ReceiptHandleIsInvalid,
  );
  const forbidden = new SendMessageCommand({ QueueUrl, MessageBody: '\u0007' });
  await expect(client.send(forbidden)).rejects.toBeInstanceOf(InvalidMessageContents);
  const ReceiptHandle = `${await queue.send('a')}#1`;
  const show = new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
  await expect(client.send(show)).rejects.toBeInstanceOf(MessageNotInflight);
  await expect(client.send(new CreateQueueCommand({ QueueName: 'new' }))).rejects.toThrow('CreateQueue');
  const long = new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(1024 * 1024 + 1) });
  await expect(client.send(long)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
});

test('what is not done here is refused, and not left out', async () => {
  const { client, queue, QueueUrl } = await open();
  const MessageAttributes = { office: { DataType: 'String', StringValue: '鹿城区' } };
  const send = new SendMessageCommand({ QueueUrl, MessageBody: 'a', MessageAttributes });
  await expect(client.send(send)).rejects.toThrow('MessageAttributes');
  expect(queue.size).toBe(0);
});
