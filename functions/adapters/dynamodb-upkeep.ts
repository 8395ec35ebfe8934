import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type UploadRef, uploadKey, uploadName } from '../../records/keys.ts';
import { type LedgerEntry, ledgerEntrySchema, type Reopening, type Settlement } from '../../records/ledger.ts';
import type { Upkeep } from '../dependencies.ts';
import { firstSeen, sendIfAllowed, UNCLAIMED } from './dynamodb-ledger.ts';

/** DynamoDB's limit of keys in one batch. */
const BATCH_KEYS = 100;
/** Batches that may come back in part before the run is given up. */
const BATCH_TRIES = 8;

const NAMES = { '#state': 'state', '#token': 'token' } as const;

type Wait = (milliseconds: number) => Promise<void>;

/** Upkeep of the ledger in the single table. */
export function dynamodbUpkeep(dynamodb: DynamoDBDocumentClient, TableName: string, wait: Wait): Upkeep {
  return {
    async entries(uploads) {
      const found = new Map<string, LedgerEntry>();
      for (let from = 0; from < uploads.length; from += BATCH_KEYS) {
        for (const item of await readBatch(dynamodb, TableName, uploads.slice(from, from + BATCH_KEYS), wait)) {
          const entry = ledgerEntrySchema.parse(item);
          found.set(uploadName(entry), entry);
        }
      }
      return found;
    },
    async noteRequeued(upload, now) {
      await sendIfAllowed(dynamodb, requeuedUpdate(TableName, upload, now));
    },
    abandon: (entry, settlement, now) => sendIfAllowed(dynamodb, abandonUpdate(TableName, entry, settlement, now)),
    reopen: (entry, reopening, rereading) =>
      sendIfAllowed(dynamodb, reopenUpdate(TableName, entry, reopening, rereading)),
  };
}

/** What was written a moment ago may be missing: whoever asks looks at older uploads only. */
async function readBatch(
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  uploads: readonly UploadRef[],
  wait: Wait,
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let keys: Record<string, unknown>[] = uploads.map((upload) => ({ ...uploadKey(upload) }));
  for (let attempt = 0; keys.length > 0; attempt++) {
    if (attempt === BATCH_TRIES) throw new Error('the table keeps leaving keys unread');
    if (attempt > 0) await wait(50 * 2 ** attempt);
    const answer = await dynamodb.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: keys } } }));
    items.push(...(answer.Responses?.[TableName] ?? []));
    keys = [...(answer.UnprocessedKeys?.[TableName]?.Keys ?? [])];
  }
  return items;
}

function requeuedUpdate(TableName: string, upload: UploadRef, now: Date) {
  const first = firstSeen(upload, now.toISOString());
  return {
    TableName,
    Key: uploadKey(upload),
    UpdateExpression: `SET ${first.sets}, ${UNCLAIMED}, requeuedAt = :now`,
    ExpressionAttributeNames: { ...NAMES, ...first.names },
    ExpressionAttributeValues: { ':claimed': 'claimed', ':zero': 0, ':now': now.toISOString(), ...first.values },
  };
}

function abandonUpdate(TableName: string, entry: LedgerEntry, settlement: Settlement, now: Date) {
  return {
    TableName,
    Key: uploadKey(entry),
    UpdateExpression: 'SET #state = :settled, settledAt = :now, settlement = :settlement REMOVE rereading',
    ConditionExpression: '#state = :claimed AND #token = :token AND leaseUntil <= :now',
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: {
      ':settled': 'settled',
      ':claimed': 'claimed',
      ':token': entry.token,
      ':now': now.toISOString(),
      ':settlement': settlement,
    },
  };
}

function reopenUpdate(TableName: string, entry: LedgerEntry, reopening: Reopening, rereading: boolean) {
  return {
    TableName,
    Key: uploadKey(entry),
    UpdateExpression: `SET #state = :claimed, leaseUntil = :at, reopened = list_append(if_not_exists(reopened, :none), :reopening)${
      rereading ? ', rereading = :true' : ''
    } REMOVE settlement, settledAt, requeuedAt`,
    ConditionExpression: '#state = :settled AND #token = :token AND settledAt = :settledAt',
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: {
      ':claimed': 'claimed',
      ':settled': 'settled',
      ':token': entry.token,
      ':settledAt': entry.settledAt,
      ':at': reopening.at,
      ':none': [],
      ':reopening': [reopening],
      ...(rereading && { ':true': true }),
    },
  };
}
