import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { ReportEvent } from '../../records/contract/report-event.ts';
import type { Bus } from '../publish/publish-dependencies.ts';

/** The sender by which rules choose our events. */
const SOURCE = 'gouji';

/** EventBridge's limit of entries in one request. */
const MOST_ENTRIES = 10;
/** Of one request, in bytes of UTF-8: some regions still take 256 KB, and count more than the entries themselves. */
const MOST_BYTES = 240 * 1024;
const TRIES = 4;

/** A custom event bus. Entries that it refuses are sent again by themselves. */
export function eventbridgeBus(
  client: EventBridgeClient,
  busName: string,
  wait: (milliseconds: number) => Promise<void>,
): Bus {
  return {
    async send(events) {
      for (const entries of requestsOf(events.map((event) => entryOf(event, busName)))) {
        await putAll(client, entries, wait);
      }
    },
  };
}

function entryOf(event: ReportEvent, EventBusName: string): PutEventsRequestEntry {
  return {
    EventBusName,
    Source: SOURCE,
    DetailType: event.type,
    Detail: JSON.stringify(event),
    Time: new Date(event.at),
  };
}

function requestsOf(entries: readonly PutEventsRequestEntry[]): PutEventsRequestEntry[][] {
  const requests: PutEventsRequestEntry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.Detail ?? '');
    const current = requests.at(-1);
    if (current && current.length < MOST_ENTRIES && bytes + size <= MOST_BYTES) {
      current.push(entry);
      bytes += size;
    } else {
      requests.push([entry]);
      bytes = size;
    }
  }
  return requests;
}

async function putAll(
  client: EventBridgeClient,
  entries: readonly PutEventsRequestEntry[],
  wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
  let left = [...entries];
  let reason: string | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) await wait(50 * 2 ** attempt);
    const { Entries: answers = [] } = await client.send(new PutEventsCommand({ Entries: left }));
    reason = answers.find(({ ErrorCode }) => ErrorCode)?.ErrorCode;
    // An entry without an answer of its own was not accepted.
    left = left.filter((_, at) => !answers[at]?.EventId);
    if (left.length === 0) return;
  }
  throw new Error(`the bus refused ${left.length} events: ${reason ?? 'no reason given'}`);
}
