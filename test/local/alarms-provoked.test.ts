import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, test, vi } from 'vitest';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import type { DurableQueue } from '../../local/queue/durable-queue.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import type { Assembly } from '../../local/template/read-assembly.ts';
import type { Template } from '../../local/template/template.ts';
import { ledgerByDayAttributes, officeOf, uploadKey } from '../../records/keys.ts';
import { type Emitted, measure, readEmitted } from '../cdk/emitted.ts';
import { type ReadAlarm, readAlarms } from '../cdk/read-alarms.ts';
import { reportDocx } from '../functions/ingest/uploads.ts';
import { ingestAssembly } from './assemblies.ts';
import { editTemplate, findResources, hurry, setClockForward, setEnvironment, takeRight } from './edit-template.ts';
import { startTestCloud, type TestCloud } from './test-cloud.ts';

// Every alarm of the stack, raised by the harm it tells of: the stack is broken in one place, reports come in, and what
// the functions and queues then say of themselves is put to the alarm as CloudWatch would.

vi.setConfig({ testTimeout: 120_000 });

const HOUR = 3600;
const UPLOAD = 'inbox/鹿城/鹿城区教育局.docx';

let assembly: Assembly;
let alarms: Map<string, ReadAlarm>;
beforeAll(async () => {
  assembly = await ingestAssembly();
  alarms = readAlarms(assembly.template);
}, 150_000);

const broken = (edit: (template: Template) => void) => editTemplate(hurry(assembly), edit);

const start = (stack: Assembly) => startTestCloud({ assembly: stack, schedules: 'held' });

/** The only resource of a type whose logical id begins so. */
function idOf(type: string, start: string): string {
  const [[id] = []] = findResources(assembly.template, type).filter(([name]) => name.startsWith(start));
  return id ?? `no ${start}`;
}

/** What the functions wrote into their logs for CloudWatch; of each log what came after so many numbers. */
function emitted({ dataDir }: TestCloud, after: ReadonlyMap<string, number> = new Map()): Emitted[] {
  return [...logs(dataDir.logs)].flatMap(([name, numbers]) => numbers.slice(after.get(name)));
}

function logs(folder: string): Map<string, Emitted[]> {
  const names = readdirSync(folder).filter((name) => name.includes('Function'));
  return new Map(names.map((name) => [name, readEmitted(readFileSync(join(folder, name), 'utf8'))]));
}

const written = ({ dataDir }: TestCloud) =>
  new Map([...logs(dataDir.logs)].map(([name, numbers]) => [name, numbers.length]));

/** What SQS tells CloudWatch of a queue; `later` many seconds from now, if nothing happens until then. */
function toldBySqs({ queues }: TestCloud, start: string, deleted: number, later = 0): Emitted[] {
  const id = idOf('AWS::SQS::Queue', start);
  const queue: DurableQueue | undefined = [...queues.values()].find(({ name }) => name.endsWith(id));
  const oldest = Math.min(...(queue?.list() ?? []).map(({ sentAt }) => sentAt), Date.now());
  const values = {
    ApproximateNumberOfMessagesVisible: queue?.size ?? 0,
    ApproximateAgeOfOldestMessage: (Date.now() - oldest) / 1000 + (queue?.size ? later : 0),
    NumberOfMessagesDeleted: deleted,
  };
  const dimensions = { QueueName: { 'Fn::GetAtt': [id, 'QueueName'] } };
  return Object.entries(values).map(([name, value]) => ({ namespace: 'AWS/SQS', name, dimensions, value }));
}

/** What Lambda counts as errors: calls that ended by a fault of the function or of its process. */
function toldByLambda({ progress }: TestCloud, start: string): Emitted[] {
  const faults = progress.flatMap((one) => (one.did === 'failed' ? [String(one.fault)] : []));
  const errors = faults.filter((fault) => /The function (?:failed|could not start)|A process of|timed out/.test(fault));
  const dimensions = { FunctionName: { Ref: idOf('AWS::Lambda::Function', start) } };
  return [{ namespace: 'AWS/Lambda', name: 'Errors', dimensions, value: errors.length }];
}

function breaches(name: string, numbers: readonly Emitted[]): boolean {
  const alarm = alarms.get(name);
  if (!alarm) throw new Error(`no alarm ${name}`);
  return alarm.breaches(measure(alarm, numbers));
}

const valuesOf = (numbers: readonly Emitted[], name: string) =>
  numbers.filter((one) => one.name === name).map(({ value }) => value);

/** The entry of an upload that ten workers took up and none settled, as three hours ago the last of them left it. */
async function leaveClaimed(cloud: TestCloud, key: string, versionId: string): Promise<void> {
  const upload = { bucket: cloud.outputs.InboxBucket ?? '', key, versionId };
  const at = new Date(Date.now() - 3 * HOUR * 1000).toISOString();
  const Item = {
    ...uploadKey(upload),
    ...upload,
    ...ledgerByDayAttributes(upload, at),
    office: officeOf(key),
    receivedAt: at,
    state: 'claimed',
    token: 10,
    leaseUntil: at,
  };
  const endpoint = cloud.endpoints.dynamodb;
  const client = new DynamoDBClient({ endpoint, region: LOCAL.region, credentials: { ...LOCAL_CREDENTIALS } });
  await DynamoDBDocumentClient.from(client).send(new PutCommand({ TableName: cloud.outputs.TableName, Item }));
  client.destroy();
}

const PROVOKED: Record<string, readonly string[]> = {
  'nothing is amiss, until ten files come that nobody can read': ['UploadsRejected'],
  'the ingest function does not start': ['IngestFailing', 'UploadsStuck', 'UploadsGivenUp', 'UploadsLost'],
  'the event bus refuses': ['ChangesUntold'],
  'the publish function does not start': ['PublishFailing'],
  'the API function does not start': ['ApiFailing'],
};
const [UNREADABLE = '', NO_INGEST = '', NO_BUS = '', NO_PUBLISH = '', NO_API = ''] = Object.keys(PROVOKED);

test('every alarm of the stack is among these', () => {
  expect(Object.values(PROVOKED).flat().sort()).toEqual([...alarms.keys()].sort());
});

test(UNREADABLE, async () => {
  const cloud = await start(assembly);
  await cloud.put(UPLOAD, Buffer.from(reportDocx()));
  await cloud.drained();
  for (const name of cloud.schedules) await cloud.runSchedule(name);
  const calm = [
    ...emitted(cloud),
    ...toldBySqs(cloud, 'UploadsWaiting', 1),
    ...toldBySqs(cloud, 'UploadsDead', 0),
    ...toldByLambda(cloud, 'Ingest'),
    ...toldByLambda(cloud, 'Publish'),
  ];
  expect([...alarms.keys()].filter((name) => breaches(name, calm))).toEqual([]);

  const before = written(cloud);
  for (let n = 0; n < 10; n++) await cloud.put(`inbox/鹿城/${n}.docx`, `not a document ${n}`);
  await cloud.drained();
  const numbers = emitted(cloud, before);
  expect(breaches('UploadsRejected', numbers)).toBe(true);
  expect(valuesOf(numbers, 'UploadsRefused')).toEqual(Array(10).fill(1));
  const settled = numbers.filter(({ name }) => name === 'UploadsSettled');
  expect(settled.map(({ dimensions }) => dimensions)).toEqual(
    Array(10).fill({ service: 'ingest', outcome: 'rejected' }),
  );
});

test(NO_INGEST, async () => {
  const cloud = await start(
    broken((template) => {
      setEnvironment(template, 'Ingest', { TABLE_NAME: undefined });
      setClockForward(template, 'Reconcile', 2 * HOUR);
    }),
  );
  await cloud.put(UPLOAD, Buffer.from(reportDocx()));
  const failed = () => valuesOf(toldByLambda(cloud, 'Ingest'), 'Errors')[0] ?? 0;
  await vi.waitFor(() => expect(failed()).toBeGreaterThan(0), 30_000);
  expect(breaches('IngestFailing', toldByLambda(cloud, 'Ingest'))).toBe(true);
  expect(breaches('UploadsStuck', toldBySqs(cloud, 'UploadsWaiting', 0, 16 * 60))).toBe(true);
  expect(breaches('UploadsGivenUp', toldBySqs(cloud, 'UploadsDead', 0))).toBe(false);
  await cloud.drained();
  expect(breaches('UploadsGivenUp', toldBySqs(cloud, 'UploadsDead', 0))).toBe(true);

  // Each of the two runs by itself, since the alarm waits for two; between them the upload is given up once more.
  const first = await runAndRead(cloud, 'Reconcile');
  await cloud.drained();
  const second = await runAndRead(cloud, 'Reconcile');
  for (const numbers of [first, second]) {
    expect(valuesOf(numbers, 'UploadsMissing')).toEqual([1]);
    expect(breaches('UploadsLost', numbers)).toBe(true);
  }
});

test('an upload whose workers died one after another is counted among those that failed', async () => {
  const cloud = await start(broken((template) => setClockForward(template, 'Reconcile', 2 * HOUR)));
  const versionId = await cloud.put(UPLOAD, Buffer.from(reportDocx()));
  await cloud.drained();
  await leaveClaimed(cloud, UPLOAD, versionId);
  const numbers = await runAndRead(cloud, 'Reconcile');
  const settled = numbers.filter(({ name }) => name === 'UploadsSettled');
  expect(settled).toMatchObject([{ dimensions: { service: 'ingest', outcome: 'failed' }, value: 1 }]);
  expect(numbers.filter(({ name }) => name === 'UploadsRefused')).toMatchObject([
    { dimensions: { service: 'ingest' }, value: 1 },
  ]);
});

test(NO_BUS, async () => {
  const cloud = await start(
    broken((template) => {
      takeRight(template, 'Publish', 'events:PutEvents');
      setClockForward(template, 'Publish', HOUR);
    }),
  );
  await cloud.put(UPLOAD, Buffer.from(reportDocx()));
  await cloud.drained();
  for (const numbers of [await runAndRead(cloud, 'Publish'), await runAndRead(cloud, 'Publish')]) {
    // The revision, and what its neighbours say of it.
    expect(valuesOf(numbers, 'ChangesPending')).toEqual([2]);
    expect(breaches('ChangesUntold', numbers)).toBe(true);
  }
});

test(NO_PUBLISH, async () => {
  const cloud = await start(broken((template) => setEnvironment(template, 'Publish', { EVENT_BUS_NAME: undefined })));
  expect(breaches('PublishFailing', toldByLambda(cloud, 'Publish'))).toBe(false);
  await cloud.runSchedule('Publish');
  expect(breaches('PublishFailing', toldByLambda(cloud, 'Publish'))).toBe(true);
  // It says nothing, which is an alarm of its own.
  expect(emitted(cloud)).toEqual([]);
  expect(alarms.get('ChangesUntold')?.silenceIsHarm).toBe(true);
});

test(NO_API, async () => {
  const [, api] = findResources(assembly.template, 'AWS::ApiGateway::RestApi')[0] ?? [];
  /** What API Gateway counts of answers to the page. */
  const told = async ({ endpoints }: TestCloud): Promise<Emitted[]> => {
    const { status } = await fetch(`${endpoints.web}/api/v1/me`);
    const dimensions = { ApiName: api?.Properties.Name };
    return [{ namespace: 'AWS/ApiGateway', name: '5XXError', dimensions, value: status >= 500 ? 1 : 0 }];
  };
  const whole = await start(assembly);
  // Refused, since nobody was let in: no error of ours.
  expect(breaches('ApiFailing', await told(whole))).toBe(false);
  const cloud = await start(broken((template) => setEnvironment(template, 'Api', { TABLE_NAME: undefined })));
  expect(breaches('ApiFailing', await told(cloud))).toBe(true);
});

/** Runs a schedule; resolves with what its function said of itself in that run. */
async function runAndRead(cloud: TestCloud, schedule: string): Promise<Emitted[]> {
  const before = written(cloud);
  await cloud.runSchedule(schedule);
  return emitted(cloud, before);
}
