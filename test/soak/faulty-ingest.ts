import { appendFileSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSEvent } from 'aws-lambda';
import { readConfig } from '../../functions/ingest/config.ts';
import { makeIngestHandler } from '../../functions/ingest/make-ingest-handler.ts';
import { seededRandom } from '../dresses/random.ts';

// The ingest handler with clients that meet faults. Its processes differ by their id, so each has its own course.

const WRITES = new Set(['PutItem', 'UpdateItem', 'BatchWriteItem', 'TransactWriteItems']);
const THROTTLED = 0.05;
/** Of the throttled: those that the SDK's own tries do not get past. */
const STUBBORN = 0.2;
const CUT_OFF = 0.01;
const KILLED = 0.02;
const EFFECTS = 12;

const { SOAK_SEED = '1', SOAK_TALLY = '' } = process.env;
const random = seededRandom(Number(SOAK_SEED) * 100_003 + process.pid);
const tally = (what: 'k' | 't' | 'c' | 'u') => appendFileSync(SOAK_TALLY, what);

/** Effects until this worker dies; none while it is to live. */
let left = Number.POSITIVE_INFINITY;

/** @throws nothing: the process is gone where its time has come */
function takeEffect(): void {
  left -= 1;
  if (left > 0) return;
  tally('k');
  process.kill(process.pid, 'SIGKILL');
}

const hasList = (entry: [string, unknown]): entry is [string, unknown[]] => Array.isArray(entry[1]);

/** A fault as the service would name it, so that the SDK takes it for what it is. */
function fault(name: string, more: object = {}): Error {
  return Object.assign(new Error(`injected: ${name}`), { name, $fault: 'client', $metadata: {}, ...more });
}

function throttled(command: string): Error {
  tally('t');
  if (command !== 'TransactWriteItems') return fault('ProvisionedThroughputExceededException');
  return fault('TransactionCanceledException', { CancellationReasons: [{ Code: 'ThrottlingError' }] });
}

const s3 = new S3Client();
const dynamodb = new DynamoDBClient();

s3.middlewareStack.add(
  (next) => async (args) => {
    const isBefore = random.chance(0.5);
    if (isBefore) takeEffect();
    const result = await next(args);
    if (!isBefore) takeEffect();
    return result;
  },
  { step: 'finalizeRequest', priority: 'low', name: 'soakKills' },
);

// Above the SDK's retries: what comes from here reaches the function.
dynamodb.middlewareStack.add(
  (next, context) => async (args) => {
    const command = (context.commandName ?? '').replace(/Command$/, '');
    if (WRITES.has(command) && random.chance(THROTTLED * STUBBORN)) {
      if (command !== 'BatchWriteItem') throw throttled(command);
      const requested = 'RequestItems' in args.input ? args.input.RequestItems : undefined;
      const [[table, items] = ['', []]] = Object.entries(requested ?? {}).filter(hasList);
      const done = items.slice(0, Math.floor(items.length / 2));
      const refused = { [table]: items.slice(done.length) };
      tally('u');
      if (done.length === 0) return { response: {}, output: { $metadata: {}, UnprocessedItems: refused } };
      const result = await next({ ...args, input: { ...args.input, RequestItems: { [table]: done } } });
      return { ...result, output: { ...result.output, UnprocessedItems: refused } };
    }
    return next(args);
  },
  { step: 'initialize', priority: 'high', name: 'soakRefuses' },
);

// Below the SDK's retries: each try meets these anew.
dynamodb.middlewareStack.add(
  (next, context) => async (args) => {
    const command = (context.commandName ?? '').replace(/Command$/, '');
    const isWrite = WRITES.has(command);
    if (isWrite && random.chance(THROTTLED * (1 - STUBBORN))) throw throttled(command);
    const isBefore = random.chance(0.5);
    if (isBefore) takeEffect();
    const result = await next(args);
    if (!isBefore) takeEffect();
    if (isWrite && random.chance(CUT_OFF)) {
      tally('c');
      throw fault('TimeoutError');
    }
    return result;
  },
  { step: 'finalizeRequest', priority: 'low', name: 'soakFaults' },
);

const ingest = makeIngestHandler(
  { s3, dynamodb: DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } }) },
  readConfig(process.env),
);

export function handler(event: SQSEvent, context: Context) {
  // Kept where this batch has fewer effects than that: else deliveries of what is settled would hardly ever die.
  if (left === Number.POSITIVE_INFINITY && random.chance(KILLED)) left = 1 + random.int(EFFECTS);
  return ingest(event, context);
}
