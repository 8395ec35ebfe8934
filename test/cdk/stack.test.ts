import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Template } from '../../local/template/template.ts';
import { INDEXES, PRIMARY_KEY } from '../../records/table-schema.ts';
import { resourceOf, resourcesOf, synthesizeTemplate } from './unbundled.ts';

let text: string;
let template: Template;

beforeAll(() => {
  ({ text, template } = synthesizeTemplate({ region: 'us-east-1' }));
});

const properties = (type: string, start?: string) => resourceOf(template, type, start)[1].Properties;

describe('the way of an upload', () => {
  test('the inbox keeps every version and tells EventBridge', () => {
    expect(properties('AWS::S3::Bucket', 'Inbox')).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });

  test('the rule takes created and deleted objects under the prefix to the queue, and what cannot be delivered to the dead', () => {
    const [inbox] = resourceOf(template, 'AWS::S3::Bucket', 'Inbox');
    const [waiting] = resourceOf(template, 'AWS::SQS::Queue', 'UploadsWaiting');
    const [dead] = resourceOf(template, 'AWS::SQS::Queue', 'UploadsDead');
    expect(properties('AWS::Events::Rule', 'Rule')).toMatchObject({
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created', 'Object Deleted'],
        detail: { bucket: { name: [{ Ref: inbox }] }, object: { key: [{ prefix: 'inbox/' }] } },
      },
      Targets: [
        {
          Arn: { 'Fn::GetAtt': [waiting, 'Arn'] },
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [dead, 'Arn'] } },
        },
      ],
    });
  });

  test('a message is hidden for six times as long as the function may take, and put aside after five tries', () => {
    const { Timeout } = z.object({ Timeout: z.number() }).parse(properties('AWS::Lambda::Function', 'Ingest'));
    const waiting = z
      .object({ VisibilityTimeout: z.number(), RedrivePolicy: z.object({ maxReceiveCount: z.number() }) })
      .parse(properties('AWS::SQS::Queue', 'UploadsWaiting'));
    expect(waiting.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Timeout);
    expect(waiting.RedrivePolicy.maxReceiveCount).toBe(5);
  });

  test('dead letters are kept longer than a message may wait', () => {
    const kept = (start: string) =>
      z.object({ MessageRetentionPeriod: z.number() }).parse(properties('AWS::SQS::Queue', start))
        .MessageRetentionPeriod;
    expect(kept('UploadsDead')).toBeGreaterThan(kept('UploadsWaiting'));
  });

  test('the function is fed in batches whose failures are told one by one', () => {
    expect(properties('AWS::Lambda::EventSourceMapping')).toMatchObject({
      BatchSize: 3,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 10 },
    });
  });

  test('the function is told where everything is', () => {
    expect(properties('AWS::Lambda::Function', 'Ingest')).toMatchObject({
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 1769,
      LoggingConfig: { LogFormat: 'JSON' },
      Environment: {
        Variables: {
          EVIDENCE_BUCKET: { Ref: resourceOf(template, 'AWS::S3::Bucket', 'Evidence')[0] },
          TABLE_NAME: { Ref: resourceOf(template, 'AWS::DynamoDB::Table')[0] },
          MAX_RECEIVE_COUNT: '5',
        },
      },
    });
  });

  test('the reconciler runs four times an hour, and may be called by nobody else', () => {
    const [reconcile] = resourceOf(template, 'AWS::Lambda::Function', 'Reconcile');
    const [schedule, { Properties: rule }] = resourceOf(template, 'AWS::Events::Rule', 'Reconcile');
    expect(rule).toMatchObject({
      ScheduleExpression: 'rate(15 minutes)',
      Targets: [{ Arn: { 'Fn::GetAtt': [reconcile, 'Arn'] } }],
    });
    expect(properties('AWS::Lambda::Permission', 'Reconcile')).toMatchObject({
      Principal: 'events.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [schedule, 'Arn'] },
    });
  });

  test('the publisher runs every minute, may be called by nobody else, and knows its bus', () => {
    const [publish, { Properties: lambda }] = resourceOf(template, 'AWS::Lambda::Function', 'Publish');
    const [schedule, { Properties: rule }] = resourceOf(template, 'AWS::Events::Rule', 'Publish');
    const [bus] = resourceOf(template, 'AWS::Events::EventBus');
    expect(rule).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      Targets: [{ Arn: { 'Fn::GetAtt': [publish, 'Arn'] }, RetryPolicy: { MaximumRetryAttempts: 0 } }],
    });
    expect(properties('AWS::Lambda::Permission', 'Publish')).toMatchObject({
      Principal: 'events.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [schedule, 'Arn'] },
    });
    expect(lambda).toMatchObject({ Environment: { Variables: { EVENT_BUS_NAME: { Ref: bus } } } });
    const policy = JSON.stringify(properties('AWS::IAM::Policy', 'Publish'));
    expect(policy).toContain(
      `{"Action":"events:PutEvents","Effect":"Allow","Resource":{"Fn::GetAtt":["${bus}","Arn"]}}`,
    );
  });

  test('its log does not grow for ever', () => {
    for (const [, log] of resourcesOf(template, 'AWS::Logs::LogGroup')) {
      expect(log.Properties).toHaveProperty('RetentionInDays');
    }
  });
});

describe('the table', () => {
  test('has the keys and indexes of the schema, and no others', () => {
    const table = z
      .object({
        BillingMode: z.literal('PAY_PER_REQUEST'),
        PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.literal(true) }),
        KeySchema: z.array(z.object({ AttributeName: z.string() })),
        GlobalSecondaryIndexes: z.array(
          z.object({ IndexName: z.string(), KeySchema: z.array(z.object({ AttributeName: z.string() })) }),
        ),
      })
      .parse(properties('AWS::DynamoDB::Table'));
    expect(table.KeySchema.map((key) => key.AttributeName)).toEqual([PRIMARY_KEY.partition, PRIMARY_KEY.sort]);
    expect(
      table.GlobalSecondaryIndexes.map(({ IndexName, KeySchema }) => [
        IndexName,
        ...KeySchema.map((key) => key.AttributeName),
      ]),
    ).toEqual(Object.values(INDEXES).map(({ name, partition, sort }) => [name, partition, sort]));
  });
});

describe('safety', () => {
  const policySchema = z.object({
    PolicyDocument: z.object({
      Statement: z.array(
        z.object({
          Effect: z.string(),
          Action: z.union([z.string(), z.array(z.string())]),
          Resource: z.unknown(),
          Condition: z.unknown().optional(),
        }),
      ),
    }),
  });
  const statementsOf = (type: string) =>
    resourcesOf(template, type).flatMap(([, found]) => policySchema.parse(found.Properties).PolicyDocument.Statement);
  const rights = () => statementsOf('AWS::IAM::Policy');

  test('no right is a wildcard of actions, and wildcards of resources are prefixes of keys', () => {
    const actions = rights().flatMap(({ Action }) => [Action].flat());
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    const endings = rights()
      .flatMap(({ Resource }) =>
        [...JSON.stringify(Resource).matchAll(/"([^"]*\*[^"]*)"/g)].map(([, ending]) => ending),
      )
      .sort();
    // Of the API and of ingest the first and the last; of the API alone what lies there for a day.
    expect([...new Set(endings)]).toEqual(['/evidence/*', '/exports/*', '/inbox/*']);
  });

  test('the functions may do what they do, and nothing else', () => {
    const actions = new Set(rights().flatMap(({ Action }) => [Action].flat()));
    expect([...actions].sort()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      'events:PutEvents',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetObject',
      's3:GetObjectVersion',
      's3:ListBucket',
      's3:ListBucketVersions',
      's3:PutObject',
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:ReceiveMessage',
      'sqs:SendMessage',
    ]);
  });

  test('every bucket and queue refuses plain HTTP, and no bucket is public', () => {
    const denied = (type: string) =>
      statementsOf(type).filter(
        ({ Effect, Condition }) =>
          Effect === 'Deny' && JSON.stringify(Condition).includes('"aws:SecureTransport":"false"'),
      );
    expect(denied('AWS::S3::BucketPolicy')).toHaveLength(resourcesOf(template, 'AWS::S3::Bucket').length);
    expect(denied('AWS::SQS::QueuePolicy')).toHaveLength(resourcesOf(template, 'AWS::SQS::Queue').length);
    for (const [, bucket] of resourcesOf(template, 'AWS::S3::Bucket')) {
      expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    }
  });

  test('an alarm says who is harmed', () => {
    const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(1);
    for (const [, alarm] of alarms) expect(alarm.Properties.AlarmDescription).toMatch(/office/);
  });

  test('no function is there that we did not write', () => {
    const names = resourcesOf(template, 'AWS::Lambda::Function').map(([name]) => name.replace(/Handler.*/, ''));
    expect(names.sort()).toEqual(['Api', 'Ingest', 'Publish', 'Reconcile']);
  });

  test('the template names no account', () => {
    expect(text).not.toMatch(/\b\d{12}\b/);
  });
});
