import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import type { Assembly } from '../../local/template/read-assembly.ts';
import type { Template } from '../../local/template/template.ts';
import { INDEXES } from '../../records/table-schema.ts';
import { ingestAssembly } from './assemblies.ts';
import { editTemplate, findResources, hurry, setProperties } from './edit-template.ts';
import { startTestCloud, type TestCloud } from './test-cloud.ts';

// The wiring is only worth testing if a fault in it is seen. So one check of the whole way, with the real handler, must
// hold for the template as it is, and fail for the same template with any one wire cut.

vi.setConfig({ testTimeout: 60_000 });

const SAMPLE = fileURLToPath(new URL('../../samples/pingtan_2020/', import.meta.url));
const PATIENCE_MS = 15_000;

let assembly: Assembly;
let report: Buffer;

beforeAll(async () => {
  assembly = hurry(await ingestAssembly());
  const [name] = (await readdir(SAMPLE)).filter((file) => file.endsWith('.docx'));
  report = await readFile(`${SAMPLE}${name}`);
}, 150_000);

/** A report is dropped, is read without a fault and in time, and is then found through every index. */
async function checkWholeWay(changed: Assembly): Promise<void> {
  let fail: (fault: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const cloud = await startTestCloud({
    assembly: changed,
    onProgress: (one) => one.did === 'failed' && fail(one.fault),
  });
  await cloud.put('inbox/平潭综合实验区/2020 年报.docx', report);
  const inTime = await Promise.race([cloud.drained().then(() => true), delay(PATIENCE_MS, false), failed]);
  expect(inTime, 'the queue is empty in time').toBe(true);
  const left = [...cloud.queues.values()].map((queue) => queue.size);
  expect(left, 'no message was given up').toEqual(left.map(() => 0));
  const { changes, ...others } = INDEXES;
  for (const index of Object.values(others)) expect(await countIn(cloud, index), index.name).toBe(1);
  // It was published, and compared with its neighbours.
  expect(await countIn(cloud, changes), changes.name).toBe(2);
}

/** How many items an index holds, asked by the partitions that the ledger, the year, the open findings and the pending changes have. */
async function countIn(cloud: TestCloud, index: (typeof INDEXES)[keyof typeof INDEXES]): Promise<number> {
  const day = new Date().toISOString().slice(0, 10);
  const partitions = [`DAY#${day}`, 'YEAR#2020', 'OPEN', 'PENDING'];
  const dynamodb = new DynamoDBClient({
    endpoint: cloud.endpoints.dynamodb,
    region: LOCAL.region,
    credentials: { ...LOCAL_CREDENTIALS },
  });
  const counts = await Promise.all(
    partitions.map(async (partition) => {
      const { Count = 0 } = await dynamodb.send(
        new QueryCommand({
          TableName: cloud.outputs.TableName,
          IndexName: index.name,
          KeyConditionExpression: '#partition = :value',
          ExpressionAttributeNames: { '#partition': index.partition },
          ExpressionAttributeValues: { ':value': { S: partition } },
        }),
      );
      return Count;
    }),
  ).finally(() => dynamodb.destroy());
  return counts.reduce((sum, count) => sum + count, 0);
}

test('a report goes the whole way', async () => {
  await checkWholeWay(assembly);
});

function only(template: Template, type: string, start = ''): Record<string, unknown> {
  const [[, resource] = []] = findResources(template, type).filter(([id]) => id.startsWith(start));
  if (!resource) throw new Error(`There is no ${type}`);
  return resource.Properties;
}

function removeRule(template: Template): void {
  for (const [id] of findResources(template, 'AWS::Events::Rule')) delete template.Resources[id];
  for (const [id] of findResources(template, 'AWS::SQS::QueuePolicy')) delete template.Resources[id];
}

function aimAtTheDead(template: Template): void {
  const [[dead] = []] = findResources(template, 'AWS::SQS::Queue').filter(([id]) => id.includes('Dead'));
  const { Targets: targets } = only(template, 'AWS::Events::Rule');
  if (Array.isArray(targets)) targets[0].Arn = { 'Fn::GetAtt': [dead, 'Arn'] };
}

function withoutVariable(name: string): (template: Template) => void {
  return (template) => {
    const { Environment: environment } = only(template, 'AWS::Lambda::Function');
    const found = environment && typeof environment === 'object' ? Object.entries(environment) : [];
    const [[, variables] = []] = found;
    setProperties(template, 'AWS::Lambda::Function', {
      Environment: { Variables: Object.fromEntries(Object.entries(variables).filter(([key]) => key !== name)) },
    });
  };
}

function withIndexCalled(from: string): (template: Template) => void {
  return (template) => {
    const { GlobalSecondaryIndexes: indexes } = only(template, 'AWS::DynamoDB::Table');
    for (const index of Array.isArray(indexes) ? indexes : []) {
      if (index.IndexName === from) index.IndexName = `${from}-2`;
    }
  };
}

describe('the check fails when', () => {
  test.each<[string, (template: Template) => void]>([
    ['the rule is removed', removeRule],
    ['the rule sends to another queue', aimAtTheDead],
    [
      'the rule wants other keys',
      (template) => setProperties(template, 'AWS::Events::Rule', { EventPattern: { source: ['aws.s4'] } }),
    ],
    [
      'the bucket tells nobody',
      (template) => delete only(template, 'AWS::S3::Bucket', 'Inbox').NotificationConfiguration,
    ],
    [
      'the mapping is removed',
      (template) => setProperties(template, 'AWS::Lambda::EventSourceMapping', { Enabled: false }),
    ],
    [
      'the handler is called otherwise',
      (template) => setProperties(template, 'AWS::Lambda::Function', { Handler: 'index.run' }),
    ],
    [
      'the handler is in another file',
      (template) => setProperties(template, 'AWS::Lambda::Function', { Handler: 'main.handler' }),
    ],
    ['the function does not know the table', withoutVariable('TABLE_NAME')],
    ['the function does not know the evidence bucket', withoutVariable('EVIDENCE_BUCKET')],
    ['the function does not know how often it is tried', withoutVariable('MAX_RECEIVE_COUNT')],
    ...Object.values(INDEXES).map(({ name }): [string, (template: Template) => void] => [
      `the index ${name} is renamed`,
      withIndexCalled(name),
    ]),
  ])('%s', async (_, cut) => {
    await expect(checkWholeWay(editTemplate(assembly, cut))).rejects.toThrow();
  });
});
