import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { BusEvent, EventBuses } from '../events/event-buses.ts';
import { LOCAL } from '../template/physical-names.ts';
import type { JsonService } from './json-server.ts';
import { operation, serviceOf } from './operations.ts';
import { ServiceError } from './service-error.ts';

/**
 * Bytes of all entries of a request together. In 2026 AWS raised this to 1 MiB; its documentation for China still
 * says 256 KiB, and what runs here is to run there.
 */
const MAX_BYTES = 256 * 1024;
const MAX_ENTRIES = 10;
/** What a time counts for, in bytes. */
const TIME_BYTES = 14;

const entryShape = z.strictObject({
  Source: z.string().default(''),
  DetailType: z.string().default(''),
  Detail: z.string().default(''),
  EventBusName: z.string().default('default'),
  Resources: z.array(z.string()).default([]),
  /** Seconds since 1970. */
  Time: z.number().optional(),
  TraceHeader: z.string().optional(),
});
type Entry = z.infer<typeof entryShape>;

const requestShape = z.strictObject({ Entries: z.array(entryShape).min(1).max(MAX_ENTRIES) });

/** EventBridge's `PutEvents`: each entry is taken, or refused by itself, while the others are taken. */
export function eventService(buses: EventBuses): JsonService {
  return serviceOf('EventBridge', {
    PutEvents: operation(requestShape, async ({ Entries }) => {
      if (Entries.reduce((sum, entry) => sum + sizeOf(entry), 0) >= MAX_BYTES) {
        throw new ServiceError('ValidationException', `Total size of the entries in the request is over the limit.`);
      }
      // In the order of the request, so that a test of order is not disturbed here; AWS promises none.
      const answers: object[] = [];
      for (const entry of Entries) answers.push(await put(entry, buses));
      return { FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length, Entries: answers };
    }),
  });
}

async function put(entry: Entry, buses: EventBuses): Promise<object> {
  const refused = refusalOf(entry, buses);
  if (refused) return { ErrorCode: refused[0], ErrorMessage: refused[1] };
  const event = eventOf(entry);
  await buses.put(entry.EventBusName, event);
  return { EventId: event.id };
}

function refusalOf(entry: Entry, buses: EventBuses): [code: string, message: string] | undefined {
  for (const name of ['Source', 'DetailType', 'Detail'] as const) {
    if (entry[name] === '') return ['InvalidArgument', `Parameter ${name} is not valid. Reason: it is required.`];
  }
  if (entry.Source.startsWith('aws.')) return ['NotAuthorizedForSourceException', `Not authorized for ${entry.Source}`];
  if (!isJsonObject(entry.Detail)) return ['MalformedDetail', 'Detail is malformed.'];
  if (!buses.has(entry.EventBusName)) return ['InvalidArgument', `There is no event bus ${entry.EventBusName}`];
  return undefined;
}

function eventOf(entry: Entry): BusEvent {
  const time = entry.Time === undefined ? new Date() : new Date(entry.Time * 1000);
  const detail: unknown = JSON.parse(entry.Detail);
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': entry.DetailType,
    source: entry.Source,
    account: LOCAL.account,
    time: time.toISOString().replace(/\.\d+Z$/, 'Z'),
    region: LOCAL.region,
    resources: entry.Resources,
    detail,
  };
}

/** As the user guide, "Calculating PutEvents event entry size", counts it. */
function sizeOf({ Source, DetailType, Detail, Resources, Time }: Entry): number {
  const texts = [Source, DetailType, Detail, ...Resources].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return texts + (Time === undefined ? 0 : TIME_BYTES);
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
