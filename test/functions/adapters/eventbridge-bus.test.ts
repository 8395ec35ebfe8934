import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { eventbridgeBus } from '../../../functions/adapters/eventbridge-bus.ts';
import { EVENT_SCHEMA, type ReportEvent } from '../../../records/contract/report-event.ts';

const requestSchema = z.object({
  Entries: z.array(
    z.object({ EventBusName: z.string(), Source: z.string(), DetailType: z.string(), Detail: z.string() }),
  ),
});
type Entry = z.infer<typeof requestSchema>['Entries'][number];

const idOf = ({ Detail }: Entry) => z.object({ id: z.string() }).parse(JSON.parse(Detail)).id;

/** An EventBridge that refuses what `refuses` says, by the event's id and how often it came. */
async function startBus(refuses: (id: string, times: number) => boolean = () => false) {
  const requests: Entry[][] = [];
  const times = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const { Entries } = requestSchema.parse(JSON.parse(await text(request)));
    requests.push(Entries);
    const answers = Entries.map((entry) => {
      const id = idOf(entry);
      times.set(id, (times.get(id) ?? 0) + 1);
      return refuses(id, times.get(id) ?? 0) ? { ErrorCode: 'ThrottlingException' } : { EventId: `taken-${id}` };
    });
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    const FailedEntryCount = answers.filter((answer) => 'ErrorCode' in answer).length;
    response.end(JSON.stringify({ FailedEntryCount, Entries: answers }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  const client = new EventBridgeClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  });
  onTestFinished(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  return { bus: eventbridgeBus(client, 'ours', async () => {}), requests };
}

const eventOf = (index: number, body = '鹿城区教育局'): ReportEvent => ({
  schema: EVENT_SCHEMA,
  type: 'ReportWithdrawn',
  id: `鹿城区教育局/2020/1/${index}`,
  report: { bodyKey: '330302教育局', body, year: 2020 },
  sequence: 1,
  index,
  at: '2021-01-31T00:00:00.000Z',
  revision: 'r',
  outcome: 'needs-review',
  counts: { error: 1, explain: 0, hint: 0 },
});

const ids = (requests: readonly Entry[][]) => requests.map((entries) => entries.map((entry) => idOf(entry).at(-1)));

test('events go to the bus as they are, at most ten in a request, in order', async () => {
  const { bus, requests } = await startBus();
  const events = Array.from({ length: 23 }, (_, index) => eventOf(index));
  await bus.send(events);
  expect(requests.map((entries) => entries.length)).toEqual([10, 10, 3]);
  const entries = requests.flat();
  expect(entries.map(({ Detail }): unknown => JSON.parse(Detail))).toEqual(events);
  expect(entries[0]).toMatchObject({ EventBusName: 'ours', Source: 'gouji', DetailType: 'ReportWithdrawn' });
});

test('no request is larger than the bus takes, counted in bytes and not in characters', async () => {
  const { bus, requests } = await startBus();
  // 90,000 bytes of UTF-8 each: three are too many for one request, though they have 90,000 characters together.
  await bus.send([0, 1, 2, 3, 4].map((index) => eventOf(index, '局'.repeat(30_000))));
  expect(ids(requests)).toEqual([['0', '1'], ['2', '3'], ['4']]);
  for (const entries of requests) {
    const bytes = entries.reduce((sum, { Detail }) => sum + Buffer.byteLength(Detail), 0);
    expect(bytes).toBeLessThan(240 * 1024);
  }
});

test('what was refused is sent again by itself, and what follows waits for it', async () => {
  const { bus, requests } = await startBus((id, times) => /\/[13]$/.test(id) && times <= 2);
  await bus.send(Array.from({ length: 11 }, (_, index) => eventOf(index)));
  expect(ids(requests).slice(1)).toEqual([['1', '3'], ['1', '3'], ['0']]);
  expect(requests.map((entries) => entries.length)).toEqual([10, 2, 2, 1]);
});

test('a bus that goes on refusing is a fault, and nothing after it is sent', async () => {
  const { bus, requests } = await startBus((id) => id.endsWith('/2'));
  const sending = bus.send(Array.from({ length: 11 }, (_, index) => eventOf(index)));
  await expect(sending).rejects.toThrow('the bus refused 1 events: ThrottlingException');
  expect(requests.map((entries) => entries.length)).toEqual([10, 1, 1, 1]);
});
