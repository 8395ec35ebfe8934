import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { resourceOf, resourcesOf, synthesizeTemplate } from './unbundled.ts';

/**
 * Every type of resource that a stack may have, and what it is there for. All of them are offered in both regions of AWS
 * China: each stands in the lists of resource types by region that cfn-lint keeps
 * (aws-cloudformation/cfn-lint, src/cfnlint/data/schemas/providers/cn_north_1 and cn_northwest_1, looked up 2026-11 in a stored, older version).
 */
const WHY: Record<string, string> = {
  'AWS::S3::Bucket': 'the inbox and the evidence; in production a log of who asked for what',
  'AWS::S3::BucketPolicy': 'TLS only; who may deliver access logs',
  'AWS::Events::Rule': 'objects of the inbox to the queue; the schedules',
  'AWS::Events::EventBus': 'where other systems hear of changes',
  'AWS::Events::EventBusPolicy': 'who may listen there from another account',
  'AWS::SQS::Queue': 'uploads that wait, and those that were given up',
  'AWS::SQS::QueuePolicy': 'TLS only; the rule may send',
  'AWS::Lambda::Function': 'one for each folder in functions/ that has a handler',
  'AWS::Lambda::EventSourceMapping': 'the queue feeds ingest',
  'AWS::Lambda::Permission': 'a schedule, or the API, may call its function',
  'AWS::Lambda::EventInvokeConfig': 'how often a call by a schedule is tried again',
  'AWS::IAM::Role': 'one for each function',
  'AWS::IAM::Policy': 'what each function may do',
  'AWS::IAM::ManagedPolicy': 'what people may do: an office puts, a user of the API calls it',
  'AWS::Logs::LogGroup': 'one for each function, in production one of requests to the API; with an end',
  'AWS::ApiGateway::RestApi': 'the way to the API from outside',
  'AWS::ApiGateway::Resource': '/api, /api/v1 and what is below; with oidcIssuer the same below /oidc',
  'AWS::ApiGateway::Method':
    'any method, by signed requests, to the API function; with oidcIssuer a second one by tokens',
  'AWS::ApiGateway::Authorizer': 'with oidcIssuer: asks the function in functions/authorize whose token it is',
  'AWS::ApiGateway::Deployment': 'puts the method in force',
  'AWS::ApiGateway::Stage': 'live: throttled',
  'AWS::DynamoDB::Table': 'reports, findings, the ledger',
  'AWS::CloudWatch::Alarm': 'each has a section in docs/operations.md',
  'AWS::CloudWatch::Dashboard': 'one page to look at first',
  'AWS::KMS::Key': 'with kms=true',
  'AWS::SNS::Topic': 'with alarmEmail: alarms go out',
  'AWS::SNS::TopicPolicy': 'with alarmEmail: TLS only; CloudWatch may publish',
  'AWS::SNS::Subscription': 'with alarmEmail',
  'AWS::Budgets::Budget': 'with monthlyBudget',
};

const ALL = {
  kms: true,
  oidcIssuer: 'https://login.example.gov.cn/',
  oidcAudience: 'gouji',
  alarmEmail: 'office@example.org',
  monthlyBudget: '300 CNY',
} as const;
const STACKS = [
  ['development, any region', {}],
  ['production in us-east-1', { stage: 'production', region: 'us-east-1' }],
  ['everything in cn-north-1', { stage: 'production', region: 'cn-north-1', ...ALL }],
  ['everything in cn-northwest-1', { stage: 'development', region: 'cn-northwest-1', ...ALL }],
] as const;

/** Service principals are written so in every partition, but for the logs' one, which the key names by the suffix. */
const SERVICE_PRINCIPAL =
  /"(?:Service|Principal)":"(?:apigateway|events|lambda|cloudwatch|logging\.s3|delivery\.logs)\.amazonaws\.com"/g;

describe.each(STACKS)('%s', (_, options) => {
  const { text, template } = synthesizeTemplate(options);
  const types = Object.values(template.Resources).map(({ Type }) => Type);

  test('has no type of resource that nobody expects', () => {
    expect([...new Set(types)].filter((type) => !(type in WHY))).toEqual([]);
  });

  test('names no partition and no account', () => {
    const compact = JSON.stringify(JSON.parse(text)).replaceAll(SERVICE_PRINCIPAL, '');
    expect(compact).not.toMatch(/arn:aws/);
    expect(compact).not.toContain('amazonaws.com');
    expect(compact).not.toMatch(/\b\d{12}\b/);
  });

  test('one role, one policy and one log for each function, and no function that is not ours', () => {
    const count = (type: string) => resourcesOf(template, type).length;
    const functions = count('AWS::Lambda::Function');
    const ofRequests = 'stage' in options && options.stage === 'production' ? 1 : 0;
    expect([count('AWS::IAM::Role'), count('AWS::IAM::Policy'), count('AWS::Logs::LogGroup')]).toEqual([
      functions,
      functions,
      functions + ofRequests,
    ]);
    for (const [, one] of resourcesOf(template, 'AWS::Lambda::Function')) {
      expect(one.Properties).toMatchObject({ Architectures: ['arm64'], Handler: 'index.handler' });
    }
  });

  test('grants no action by a wildcard', () => {
    const actions = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) =>
      resourcesOf(template, type).flatMap(([, policy]) =>
        statementsOf(policy.Properties).flatMap(({ Action }) => Action),
      ),
    );
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });
});

const statementSchema = z.object({
  Sid: z.string().optional(),
  Effect: z.string(),
  Action: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
  Resource: z.unknown(),
  Principal: z.unknown().optional(),
  Condition: z.unknown().optional(),
});
const statementsOf = (properties: unknown) =>
  z.object({ PolicyDocument: z.object({ Statement: z.array(statementSchema) }) }).parse(properties).PolicyDocument
    .Statement;

test('nothing that was uploaded ever expires', () => {
  const { template } = synthesizeTemplate({ stage: 'production' });
  for (const start of ['Inbox', 'Evidence']) {
    const [, bucket] = resourceOf(template, 'AWS::S3::Bucket', start);
    expect(bucket.Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    const whole = { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }, Status: 'Enabled' };
    const exports = {
      Prefix: 'exports/',
      ExpirationInDays: 1,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      Status: 'Enabled',
    };
    const Rules = start === 'Evidence' ? [whole, exports] : [whole];
    expect(bucket.Properties.LifecycleConfiguration).toEqual({ Rules });
  }
});

describe('the API', () => {
  const { template } = synthesizeTemplate({});

  test('is called by signed requests only, below one path, and throttled', () => {
    const [, method] = resourceOf(template, 'AWS::ApiGateway::Method');
    expect(method.Properties).toMatchObject({ AuthorizationType: 'AWS_IAM', HttpMethod: 'ANY' });
    const parts = resourcesOf(template, 'AWS::ApiGateway::Resource').map(([, { Properties }]) => Properties.PathPart);
    expect(parts).toEqual(['api', 'v1', '{proxy+}']);
    expect(resourceOf(template, 'AWS::ApiGateway::Stage')[1].Properties.MethodSettings).toEqual([
      expect.objectContaining({
        HttpMethod: '*',
        ResourcePath: '/*',
        ThrottlingRateLimit: 50,
        ThrottlingBurstLimit: 100,
      }),
    ]);
  });

  test('logs requests in production, without their queries', () => {
    const production = synthesizeTemplate({ stage: 'production' }).template;
    const { AccessLogSetting } = resourceOf(production, 'AWS::ApiGateway::Stage')[1].Properties;
    expect(JSON.stringify(AccessLogSetting)).toContain('$context.path');
    expect(JSON.stringify(AccessLogSetting)).not.toMatch(/querystring|header/i);
  });

  test('a page of these origins may put into the inbox by links, and no other bucket knows any page', () => {
    const { template: chosen } = synthesizeTemplate({ pageOrigins: 'https://a.example.org, https://b.example.org' });
    const [, inbox] = resourceOf(chosen, 'AWS::S3::Bucket', 'Inbox');
    expect(inbox.Properties.CorsConfiguration).toMatchObject({
      CorsRules: [
        { AllowedMethods: ['GET', 'PUT'], AllowedOrigins: ['https://a.example.org', 'https://b.example.org'] },
      ],
    });
    expect(resourceOf(chosen, 'AWS::S3::Bucket', 'Evidence')[1].Properties.CorsConfiguration).toBeUndefined();
  });
});

describe('an office', () => {
  const { template } = synthesizeTemplate({});
  const [[, policy] = []] = resourcesOf(template, 'AWS::IAM::ManagedPolicy').filter(([id]) => id.startsWith('Office'));
  const [statement, ...others] = statementsOf(policy?.Properties);

  test('may put under its own folder, over TLS, and do nothing else', () => {
    const [inbox] = resourceOf(template, 'AWS::S3::Bucket', 'Inbox');
    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      Effect: 'Allow',
      Action: ['s3:PutObject'],
      Resource: {
        'Fn::Join': ['', [{ 'Fn::GetAtt': [inbox, 'Arn'] }, '/inbox/$'.concat('{aws:PrincipalTag/office}/*')]],
      },
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    });
  });

  test('without a tag, or with one that is no name of a folder, may do nothing', () => {
    const like = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
    const condition = z
      .object({
        StringLike: z.object({ 'aws:PrincipalTag/office': like }),
        StringNotLike: z.object({ 'aws:PrincipalTag/office': like }),
      })
      .parse(statement?.Condition);
    const matches = (patterns: string[], tag: string) =>
      patterns.some((pattern) =>
        new RegExp(
          `^${pattern
            .split(/(\$\{[*?]\}|[*?])/)
            .map((part) => {
              if (part === '*') return '.*';
              if (part === '?') return '.';
              return (/^\$\{([*?])\}$/.exec(part)?.[1] ?? part).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
            })
            .join('')}$`,
          's',
        ).test(tag),
      );
    const allowed = (tag: string | undefined) =>
      tag !== undefined &&
      matches(condition.StringLike['aws:PrincipalTag/office'], tag) &&
      !matches(condition.StringNotLike['aws:PrincipalTag/office'], tag);
    expect([undefined, '', '*', '市*', '市?', '市/区', '/'].map(allowed)).toEqual(Array(7).fill(false));
    expect(['市政务公开办', 'office 1', '区'].map(allowed)).toEqual([true, true, true]);
  });
});

describe('with a key', () => {
  const { template } = synthesizeTemplate({ ...ALL, monthlyBudget: undefined });
  const [keyId] = resourceOf(template, 'AWS::KMS::Key');
  const key = { 'Fn::GetAtt': [keyId, 'Arn'] };

  test('everything that holds data or words is encrypted with it', () => {
    for (const [, bucket] of resourcesOf(template, 'AWS::S3::Bucket')) {
      expect(bucket.Properties.BucketEncryption).toEqual({
        ServerSideEncryptionConfiguration: [
          {
            BucketKeyEnabled: true,
            ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key },
          },
        ],
      });
    }
    for (const [, queue] of resourcesOf(template, 'AWS::SQS::Queue')) {
      expect(queue.Properties.KmsMasterKeyId).toEqual(key);
    }
    for (const [, log] of resourcesOf(template, 'AWS::Logs::LogGroup')) expect(log.Properties.KmsKeyId).toEqual(key);
    const [, table] = resourceOf(template, 'AWS::DynamoDB::Table');
    expect(table.Properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: key });
    const [, topic] = resourceOf(template, 'AWS::SNS::Topic');
    expect(topic.Properties.KmsMasterKeyId).toEqual(key);
  });

  test('it turns itself, and services may use it for this account only', () => {
    const { EnableKeyRotation, KeyPolicy } = z
      .object({ EnableKeyRotation: z.literal(true), KeyPolicy: z.object({ Statement: z.array(statementSchema) }) })
      .parse(resourceOf(template, 'AWS::KMS::Key')[1].Properties);
    expect(EnableKeyRotation).toBe(true);
    const services = KeyPolicy.Statement.filter(({ Principal }) => JSON.stringify(Principal).includes('Service'));
    expect(services.map(({ Sid }) => Sid)).toEqual(['LogGroups', 'EventsIntoQueues', 'AlarmsIntoTopic']);
    for (const { Action, Condition } of services) {
      expect(Action.filter((action) => action.includes('*'))).toEqual([]);
      expect(JSON.stringify(Condition)).toContain('AWS::AccountId');
    }
  });

  test('ingest may use it, or could neither read nor write', () => {
    const [, policy] = resourceOf(template, 'AWS::IAM::Policy', 'Ingest');
    const through = statementsOf(policy.Properties)
      .filter(({ Resource }) => JSON.stringify(Resource) === JSON.stringify(key))
      .map(({ Action, Condition }) => [Action, JSON.stringify(Condition ?? '')] as const);
    const may = (action: string, service: string) =>
      through.some(
        ([actions, condition]) => actions.includes(action) && (condition === '""' || condition.includes(`${service}.`)),
      );
    for (const service of ['s3', 'dynamodb', 'sqs']) expect(may('kms:Decrypt', service)).toBe(true);
    for (const service of ['s3', 'dynamodb']) expect(may('kms:GenerateDataKey', service)).toBe(true);
  });

  // Whoever touches a store that is enciphered needs its key, through that store alone: S3 and DynamoDB decipher what
  // is read and ask for a data key for what is written.
  const READ_AND_WRITE = ['kms:Decrypt', 'kms:GenerateDataKey'];
  test.each([
    ['Api', { s3: READ_AND_WRITE, dynamodb: READ_AND_WRITE, sqs: [] }],
    ['Publish', { s3: [], dynamodb: READ_AND_WRITE, sqs: [] }],
    ['Tokens', { s3: [], dynamodb: [], sqs: [] }],
  ])('%s may use it for the stores that it touches, and for no others', (name, needs) => {
    const [, policy] = resourceOf(template, 'AWS::IAM::Policy', name);
    const through = statementsOf(policy.Properties)
      .filter(({ Resource }) => JSON.stringify(Resource) === JSON.stringify(key))
      .map(({ Action, Condition }) => ({ actions: Action, via: JSON.stringify(Condition ?? '') }));
    for (const [service, actions] of Object.entries(needs)) {
      const may = (action: string) =>
        through.some(({ actions: given, via }) => given.includes(action) && via.includes(`${service}.`));
      expect([service, READ_AND_WRITE.filter(may)]).toEqual([service, actions]);
    }
    for (const { via } of through) expect(via).toContain('kms:ViaService');
  });
});

test('a key that is there already is used, and none is made', () => {
  const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const { template } = synthesizeTemplate({ kms: arn });
  expect(resourcesOf(template, 'AWS::KMS::Key')).toEqual([]);
  expect(resourceOf(template, 'AWS::DynamoDB::Table')[1].Properties.SSESpecification).toMatchObject({
    KMSMasterKeyId: arn,
  });
});

test.each([
  ['any origin', { pageOrigins: '*' }, /origins such as/],
  ['a budget that would tell nobody', { monthlyBudget: '50 USD' }, /monthlyBudget/],
  ['a budget in another currency', { monthlyBudget: '50 EUR', alarmEmail: 'a@example.org' }, /USD or CNY/],
  ['two places for alarms', { alarmEmail: 'a@example.org', alarmTopicArn: 'arn:aws:sns:us-east-1:1:t' }, /not to both/],
])('%s is refused', (_, options, reason) => {
  expect(() => synthesizeTemplate(options)).toThrow(reason);
});
