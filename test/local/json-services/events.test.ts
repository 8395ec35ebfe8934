import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, onTestFinished, test } from 'vitest';
import { EventBuses } from '../../../local/events/event-buses.ts';
import { EventLog } from '../../../local/events/event-log.ts';
import { eventService } from '../../../local/json-services/event-service.ts';
import type { RuleWiring } from '../../../local/template/wiring.ts';
import { temporaryFolder } from '../test-cloud.ts';
import { serve } from './serve.ts';

const OWN = { name: 'reports', arn: 'arn:aws:events:us-east-1:000000000000:event-bus/reports' };
const ruleOn = (bus: string, arn: string): RuleWiring => ({
  name: `on ${bus}`,
  arn: `arn:rule:${bus}`,
  bus,
  pattern: { 'detail-type': ['Accepted'] },
  everyMs: undefined,
  targets: [{ arn, deadLetterArn: undefined, input: undefined }],
});

async function open() {
  const received: Record<string, string[]> = { own: [], default: [] };
  const into = (name: string) => ({ send: async (body: string) => received[name]?.push(body) });
  const log = join(await temporaryFolder(), 'events.jsonl');
  const rules = [ruleOn(OWN.name, 'arn:own'), ruleOn('default', 'arn:default')];
  const targets = new Map([
    ['arn:own', into('own')],
    ['arn:default', into('default')],
  ]);
  const buses = new EventBuses({ buses: [OWN], rules }, targets, new EventLog(log));
  const { config } = await serve('AWSEvents', eventService(buses));
  const client = new EventBridgeClient(config);
  onTestFinished(() => client.destroy());
  return { client, received, log };
}

const entry = (changes: object = {}) => ({
  Source: 'gouji',
  DetailType: 'Accepted',
  Detail: JSON.stringify({ report: '平潭@2020' }),
  EventBusName: OWN.name,
  ...changes,
});

test('an event goes to the rules of its bus that want it, and into the log of our own bus', async () => {
  const { client, received, log } = await open();
  const Entries = [entry(), entry({ EventBusName: OWN.arn, DetailType: 'Other' }), entry({ EventBusName: undefined })];
  const { FailedEntryCount, Entries: answers } = await client.send(new PutEventsCommand({ Entries }));
  expect(FailedEntryCount).toBe(0);
  expect(received.own?.map((body) => JSON.parse(body))).toMatchObject([
    { id: answers?.[0]?.EventId, source: 'gouji', 'detail-type': 'Accepted', detail: { report: '平潭@2020' } },
  ]);
  expect(received.default).toHaveLength(1);
  const lines = (await readFile(log, 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { bus: OWN.name, 'detail-type': 'Accepted' },
    { bus: OWN.name, 'detail-type': 'Other' },
  ]);
});

test('an entry that cannot be taken does not stop the others', async () => {
  const { client, received } = await open();
  const Entries = [
    entry({ Detail: 'no JSON' }),
    entry({ Source: 'aws.s3' }),
    entry({ EventBusName: 'elsewhere' }),
    entry({ DetailType: undefined }),
    entry(),
  ];
  const { FailedEntryCount, Entries: answers } = await client.send(new PutEventsCommand({ Entries }));
  expect(FailedEntryCount).toBe(4);
  expect(answers?.map(({ ErrorCode }) => ErrorCode)).toEqual([
    'MalformedDetail',
    'NotAuthorizedForSourceException',
    'InvalidArgument',
    'InvalidArgument',
    undefined,
  ]);
  expect(received.own).toHaveLength(1);
});

test('a request with too many entries, or too many bytes, is refused as a whole', async () => {
  const { client, received } = await open();
  const many = new PutEventsCommand({ Entries: Array.from({ length: 11 }, () => entry()) });
  await expect(client.send(many)).rejects.toMatchObject({ name: 'ValidationException' });
  const large = JSON.stringify({ text: '报'.repeat(30_000) });
  const heavy = new PutEventsCommand({ Entries: [1, 2, 3].map(() => entry({ Detail: large })) });
  await expect(client.send(heavy)).rejects.toMatchObject({ name: 'ValidationException' });
  expect(received.own).toEqual([]);
});
