import { readFile } from 'node:fs/promises';
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { LOCAL } from '../../../local/template/physical-names.ts';
import type { Assembly } from '../../../local/template/read-assembly.ts';
import type { Template } from '../../../local/template/template.ts';
import { recordingAssembly } from '../assemblies.ts';
import { editTemplate, findResources, hurry } from '../edit-template.ts';
import { findLog, startTestCloud } from '../test-cloud.ts';

vi.setConfig({ testTimeout: 30_000 });

let assembly: Assembly;

beforeAll(async () => {
  assembly = await recordingAssembly();
}, 150_000);

function withoutAction(template: Template, action: string): void {
  for (const [, { Properties }] of findResources(template, 'AWS::IAM::Policy')) {
    const { Statement } = Object(Properties.PolicyDocument);
    for (const one of Statement) one.Action = [one.Action].flat().filter((name: string) => name !== action);
  }
}

test('a right that a role lacks is told of with action, resource and role', async () => {
  const lacking = editTemplate(hurry(assembly), (template) => withoutAction(template, 'dynamodb:PutItem'));
  const cloud = await startTestCloud({ assembly: lacking, schedules: 'held' });
  await cloud.put('inbox/a', 'text');
  await cloud.drained();
  expect(await cloud.items('inbox/a')).toEqual([]);
  const log = await readFile(await findLog(cloud.dataDir.logs), 'utf8');
  const line = log.split('\n').find((one) => one.includes('the role lacks a right'));
  expect(JSON.parse(line ?? '{}')).toMatchObject({
    action: 'dynamodb:PutItem',
    resource: `arn:aws:dynamodb:us-east-1:000000000000:table/${cloud.outputs.TableName}`,
    role: expect.stringContaining(':role/'),
  });
  const faults = cloud.progress.map((one) => (one.did === 'failed' ? String(one.fault) : ''));
  expect(faults).toContainEqual(expect.stringContaining('lacks a right: dynamodb:PutItem'));
});

/** A policy that allows one thing of each service, and nothing of events. */
const NARROW = {
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: {
    PolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:PutObject',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own syntax
          Resource: { 'Fn::Join': ['', ['arn:aws:s3:::', '*', '/inbox/${aws:PrincipalTag/office}/*']] },
        },
        {
          Effect: 'Allow',
          Action: 'dynamodb:GetItem',
          Resource: '*',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own syntax
          Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:PrincipalTag/office}'] } },
        },
        { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' },
      ],
    },
  },
};

test('who acts by a policy of the template is held to it by every service', async () => {
  const narrow = editTemplate(assembly, (template) => Object.assign(template.Resources, { Narrow: NARROW }));
  const cloud = await startTestCloud({ assembly: narrow, schedules: 'held' });
  const config = {
    region: LOCAL.region,
    credentials: cloud.access.actAs('Narrow', { office: '鹿城区' }),
    maxAttempts: 1,
  };
  const { endpoints, outputs } = cloud;
  const s3 = new S3Client({ ...config, endpoint: endpoints.s3, forcePathStyle: true });
  const dynamodb = new DynamoDBClient({ ...config, endpoint: endpoints.dynamodb });
  const sqs = new SQSClient({ ...config, endpoint: endpoints.sqs });
  const events = new EventBridgeClient({ ...config, endpoint: endpoints.eventbridge });
  onTestFinished(() => {
    for (const client of [s3, dynamodb, sqs, events]) client.destroy();
  });

  const put = (Key: string) => s3.send(new PutObjectCommand({ Bucket: outputs.InboxBucket, Key, Body: 'text' }));
  await put('inbox/鹿城区/a.docx');
  await expect(put('inbox/平潭办/a.docx')).rejects.toMatchObject({ name: 'AccessDenied' });
  const read = new GetObjectCommand({ Bucket: outputs.InboxBucket, Key: 'inbox/鹿城区/a.docx' });
  await expect(s3.send(read)).rejects.toMatchObject({ name: 'AccessDenied' });

  const denied = { name: 'AccessDeniedException', message: expect.stringContaining('is not authorized to perform') };
  const { TableName } = outputs;
  const keyOf = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
  expect((await dynamodb.send(new GetItemCommand({ TableName, Key: keyOf('鹿城区') }))).Item).toBeUndefined();
  await expect(dynamodb.send(new GetItemCommand({ TableName, Key: keyOf('平潭') }))).rejects.toMatchObject(denied);
  const write = new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: keyOf('鹿城区') } }] });
  await expect(dynamodb.send(write)).rejects.toMatchObject(denied);

  const QueueUrl = outputs.DeadLetterQueueUrl;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a' }));
  await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject({
    message: denied.message,
    $metadata: { httpStatusCode: 403 },
  });
  const Entries = [{ Source: 'gouji', DetailType: 'a', Detail: '{}' }];
  await expect(events.send(new PutEventsCommand({ Entries }))).rejects.toMatchObject(denied);
});

test('an office puts reports into its own folder by the policy of the stack, and can do nothing else', async () => {
  const cloud = await startTestCloud({ assembly, schedules: 'held' });
  const clientOf = (tags: Record<string, string>) => {
    const credentials = cloud.access.actAs('OfficePolicy', tags);
    const s3 = new S3Client({ region: LOCAL.region, credentials, endpoint: cloud.endpoints.s3, forcePathStyle: true });
    onTestFinished(() => s3.destroy());
    return s3;
  };
  const Bucket = cloud.outputs.InboxBucket;
  const put = (Key: string) => new PutObjectCommand({ Bucket, Key, Body: 'text' });
  const office = clientOf({ office: '鹿城区' });
  await office.send(put('inbox/鹿城区/a.docx'));
  await cloud.drained();
  expect(await cloud.items('inbox/鹿城区/a.docx')).toHaveLength(1);
  const denied = { name: 'AccessDenied' };
  await expect(office.send(put('inbox/平潭办/a.docx'))).rejects.toMatchObject(denied);
  await expect(office.send(put('elsewhere/鹿城区/a.docx'))).rejects.toMatchObject(denied);
  await expect(office.send(new GetObjectCommand({ Bucket, Key: 'inbox/鹿城区/a.docx' }))).rejects.toMatchObject(denied);
  for (const tags of [{}, { office: '' }, { office: '*' }, { office: 'a/b' }]) {
    await expect(clientOf(tags).send(put('inbox/鹿城区/a.docx'))).rejects.toMatchObject(denied);
  }
});
