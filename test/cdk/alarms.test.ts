import { readFileSync } from 'node:fs';
import { MockIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { App, Duration, Stack } from 'aws-cdk-lib/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { Alarms } from '../../cdk/constructs/alarms.ts';
import { UploadQueue } from '../../cdk/constructs/upload-queue.ts';
import { countedLedger } from '../../functions/adapters/counted-ledger.ts';
import { METRICS, METRICS_NAMESPACE } from '../../functions/metrics.ts';
import { templateSchema } from '../../local/template/template.ts';
import type { Settlement } from '../../records/ledger.ts';
import { memoryLedger } from '../functions/ingest/memory-ledger.ts';
import { emptyStores } from '../functions/ingest/memory-stores.ts';
import { measure, readEmitted } from './emitted.ts';
import { type ReadAlarm, readAlarms } from './read-alarms.ts';
import { synthesizeTemplate } from './unbundled.ts';

const { template } = synthesizeTemplate({});
const alarms = readAlarms(template);
const alarm = (name: string): ReadAlarm => {
  const found = alarms.get(name);
  if (!found) throw new Error(`no alarm ${name}`);
  return found;
};

/** Every alarm that we can raise, whichever functions a stack has. */
function everyAlarm(): Map<string, ReadAlarm> {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'Every');
  const any = new LambdaFunction(stack, 'Any', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline('//'),
  });
  const all = new Alarms(stack, 'Alarms', undefined);
  all.watchUploads(new UploadQueue(stack, 'Uploads', { functionTimeout: Duration.seconds(30) }), any);
  all.watchReconciliation();
  all.watchPublication(any);
  const api = new RestApi(stack, 'Rest', { cloudWatchRole: false });
  api.root.addMethod('GET', new MockIntegration());
  all.watchApi(api);
  return readAlarms(templateSchema.parse(app.synth().getStackByName('Every').template));
}

describe('what an alarm watches is there', () => {
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
  // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
  const MADE_BY_AWS: Record<string, { names: string[]; dimension: string; type: string }> = {
    'AWS/SQS': {
      names: ['ApproximateAgeOfOldestMessage', 'ApproximateNumberOfMessagesVisible', 'NumberOfMessagesDeleted'],
      dimension: 'QueueName',
      type: 'AWS::SQS::Queue',
    },
    'AWS/Lambda': { names: ['Errors'], dimension: 'FunctionName', type: 'AWS::Lambda::Function' },
  };
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
  const NAMED_APIS = Object.values(template.Resources).flatMap(({ Type, Properties }) =>
    Type === 'AWS::ApiGateway::RestApi' ? [Properties.Name] : [],
  );
  const reference = z.union([
    z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
    z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((get) => get['Fn::GetAtt'][0]),
  ]);
  const watched = [...alarms.values()].flatMap((one) => one.watched.map((each) => [one.name, each] as const));

  test.each(watched)('%s: $name', (_, { namespace, name, dimensions }) => {
    if (namespace === METRICS_NAMESPACE) {
      const source = Object.values(METRICS).find((one) => one.name === name);
      expect(dimensions).toEqual({ service: source?.service });
      return;
    }
    if (namespace === 'AWS/ApiGateway') {
      expect(name).toBe('5XXError');
      expect(NAMED_APIS).toEqual([dimensions.ApiName]);
      return;
    }
    const made = MADE_BY_AWS[namespace];
    expect(made?.names).toContain(name);
    const [[dimension, value] = []] = Object.entries(dimensions);
    expect(dimension).toBe(made?.dimension);
    expect(template.Resources[reference.parse(value)]?.Type).toBe(made?.type);
  });
});

describe('an alarm is raised by the harm, and by nothing less', () => {
  test('a message among the dead', () => {
    expect(alarm('UploadsGivenUp').breaches({ m: 1 })).toBe(true);
    expect(alarm('UploadsGivenUp').breaches({ m: 0 })).toBe(false);
  });

  test('old messages while none is done; a busy hour is no harm', () => {
    const stuck = alarm('UploadsStuck');
    expect(stuck.breaches({ age: 901, done: 0 })).toBe(true);
    expect(stuck.breaches({ age: 901, done: undefined })).toBe(true);
    expect(stuck.breaches({ age: 5000, done: 12 })).toBe(false);
    expect(stuck.breaches({ age: 899, done: 0 })).toBe(false);
  });

  test('errors of the ingest function for a quarter of an hour', () => {
    expect(alarm('IngestFailing').breaches({ m: 1 })).toBe(true);
    expect(alarm('IngestFailing').breaches({ m: 0 })).toBe(false);
    expect(alarm('IngestFailing').periods).toBe(3);
  });

  test('errors of the API for a quarter of an hour', () => {
    expect(alarm('ApiFailing').breaches({ m: 1 })).toBe(true);
    expect(alarm('ApiFailing').breaches({ m: 0 })).toBe(false);
    expect(alarm('ApiFailing').periods).toBe(3);
  });

  test('silence of what runs on a schedule', () => {
    const every = everyAlarm();
    expect(every.get('UploadsLost')?.silenceIsHarm).toBe(true);
    expect(every.get('ChangesUntold')?.silenceIsHarm).toBe(true);
    expect(every.get('UploadsLost')?.breaches({ m: 1 })).toBe(true);
    expect(every.get('UploadsLost')?.breaches({ m: 0 })).toBe(false);
    expect(every.get('ChangesUntold')?.breaches({ m: 901 })).toBe(true);
    expect(every.get('ChangesUntold')?.breaches({ m: 60 })).toBe(false);
  });
});

describe('uploads that are refused', () => {
  afterEach(() => vi.restoreAllMocks());

  /** Settle uploads through the counting ledger and read what CloudWatch would take from the function's output. */
  async function settle(outcomes: readonly Settlement['outcome'][]) {
    const lines: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
    const ledger = countedLedger(memoryLedger(emptyStores()));
    const now = new Date('2025-01-31T00:00:00Z');
    for (const [n, outcome] of outcomes.entries()) {
      const claimed = await ledger.claim({ bucket: 'b', key: `inbox/o/${n}.docx`, versionId: 'v' }, now, 60);
      if (claimed.kind !== 'claimed') throw new Error(claimed.kind);
      await ledger.settle(claimed.claim, { outcome }, now);
      // A worker that lost its claim settles nothing, and is not counted.
      await ledger.settle({ ...claimed.claim, token: 99 }, { outcome: 'failed' }, now);
    }
    vi.restoreAllMocks();
    return readEmitted(lines.join(''));
  }

  const times = (count: number, outcome: Settlement['outcome']) => Array.from({ length: count }, () => outcome);

  test.each([
    ['six of ten were rejected', [...times(6, 'rejected'), ...times(4, 'accepted')], true],
    [
      'three were rejected and three failed, of ten',
      [...times(3, 'rejected'), ...times(3, 'failed'), ...times(4, 'needs-review')],
      true,
    ],
    ['half of ten', [...times(5, 'rejected'), ...times(5, 'accepted')], false],
    ['nine of nine: a handful of one office', times(9, 'rejected'), false],
    ['none of ten', [...times(9, 'accepted'), ...times(1, 'duplicate')], false],
  ] as const)('%s', async (_, outcomes, raised) => {
    const rejected = alarm('UploadsRejected');
    expect(rejected.breaches(measure(rejected, await settle(outcomes)))).toBe(raised);
  });

  test('each is counted once, by its outcome', async () => {
    const lines = await settle(['accepted', 'rejected', 'rejected']);
    const counted = lines.filter(({ name }) => name === METRICS.uploadsSettled.name);
    expect(counted.map(({ dimensions, value }) => [dimensions.outcome, value])).toEqual([
      ['accepted', 1],
      ['rejected', 1],
      ['rejected', 1],
    ]);
  });
});

describe('the page for whoever is called', () => {
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const [, section = ''] = page.split(/^## Alarms$/m);
  const sections = [...(section.split(/^## /m)[0] ?? '').matchAll(/^### (\w+)$/gm)].map(([, name]) => name);

  test('has a section for each alarm, and no other', () => {
    expect(sections.sort()).toEqual([...everyAlarm().keys(), 'Budget'].sort());
  });

  test('and the stack has none but these', () => {
    expect(sections).toEqual(expect.arrayContaining([...alarms.keys()]));
  });
});
