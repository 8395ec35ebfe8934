import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, paginateQuery, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { changeSchema } from '../../records/changes/change.ts';
import { toldFindingSchema } from '../../records/contract/report-event.ts';
import {
  CHANGE_PREFIX,
  changeKey,
  FEED_COUNTER_KEY,
  feedAttributes,
  headKey,
  PENDING_CHANGES,
  type ReportRef,
} from '../../records/keys.ts';
import { INDEXES } from '../../records/table-schema.ts';
import type { Changes, ToldChange, Waiting } from '../publish/publish-dependencies.ts';
import { packJson, unpackJson } from './packed-json.ts';

const { changes: INDEX } = INDEXES;

/** Changes marked by one transaction: far from DynamoDB's limit of 100 items, and of 4 MB even if each were the largest. */
const MARKED_TOGETHER = 10;
/** Transactions that another publisher may overtake before the run is given up. */
const MARK_TRIES = 12;

const packed = z.instanceof(Uint8Array).transform((bytes) => unpackJson(bytes));
const pendingItem = z.object({
  report: z.object({ bodyKey: z.string(), year: z.int().nullable() }),
  at: z.string(),
});
const changeItem = z.object({ change: packed.pipe(changeSchema) });
const toldItem = z.object({ toldAt: z.string(), standing: packed.pipe(z.array(toldFindingSchema)) });
const counterItem = z.object({ last: z.int() });

/** The outbox in the single table. */
export function dynamodbChanges(
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  wait: (milliseconds: number) => Promise<void>,
): Changes {
  return {
    async findPending(most) {
      const query = {
        TableName,
        IndexName: INDEX.name,
        KeyConditionExpression: '#partition = :pending',
        ExpressionAttributeNames: { '#partition': INDEX.partition, '#at': 'at', '#report': 'report' },
        ExpressionAttributeValues: { ':pending': PENDING_CHANGES },
        ProjectionExpression: '#report, #at',
      };
      const found: z.infer<typeof pendingItem>[] = [];
      for await (const page of paginateQuery({ client: dynamodb }, query)) {
        found.push(...(page.Items ?? []).map((item) => pendingItem.parse(item)));
        if (found.length >= most) break;
      }
      return found.slice(0, most);
    },
    readWaiting: (report) => readWaiting(dynamodb, TableName, report),
    async markTold(changes, now) {
      for (let from = 0; from < changes.length; from += MARKED_TOGETHER) {
        await mark(dynamodb, TableName, changes.slice(from, from + MARKED_TOGETHER), now, wait);
      }
    },
  };
}

/** Backwards to the last change that was told: the index may not show the newest ones yet. */
async function readWaiting(dynamodb: DynamoDBDocumentClient, TableName: string, report: ReportRef): Promise<Waiting> {
  const query = {
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': headKey(report).pk, ':prefix': CHANGE_PREFIX },
    ScanIndexForward: false,
    ConsistentRead: true,
  };
  const changes: Waiting['changes'][number][] = [];
  for await (const page of paginateQuery({ client: dynamodb, pageSize: 10 }, query)) {
    for (const item of page.Items ?? []) {
      if (item.toldAt !== undefined) return { changes: changes.reverse(), standing: toldItem.parse(item).standing };
      changes.push(changeItem.parse(item).change);
    }
  }
  return { changes: changes.reverse(), standing: undefined };
}

async function mark(
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  changes: readonly ToldChange[],
  now: Date,
  wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
  let left = changes;
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt === MARK_TRIES) throw new Error('other publishers keep moving the feed');
    if (attempt > 0) await wait(20 * attempt);
    const Key = { ...FEED_COUNTER_KEY };
    const { Item } = await dynamodb.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    const last = Item ? counterItem.parse(Item).last : 0;
    try {
      await dynamodb.send(new TransactWriteCommand({ TransactItems: markingItems(TableName, left, last, now) }));
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
      if (!codes.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict')) throw error;
      // The first is the counter; of the others those whose condition failed were told by somebody else.
      left = left.filter((_, at) => codes[at + 1] !== 'ConditionalCheckFailed');
    }
  }
}

/** The counter stands first even where it does not move, so that positions rise in the order of the transactions. */
function markingItems(TableName: string, changes: readonly ToldChange[], last: number, now: Date) {
  let position = last;
  const updates = changes.map(({ change, events, standing }) => {
    const place = events.length > 0 ? feedAttributes(++position) : undefined;
    const values = { toldAt: now.toISOString(), events: packJson(events), standing: packJson(standing), ...place };
    const { report, sequence } = change;
    const names = Object.keys(values);
    const gone = place ? '' : ` REMOVE ${INDEX.partition}, ${INDEX.sort}`;
    return {
      Update: {
        TableName,
        Key: changeKey(report, sequence),
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}${gone}`,
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(toldAt)',
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries(Object.entries(values).map(([name, it]) => [`:${name}`, it])),
      },
    };
  });
  const counter = {
    Update: {
      TableName,
      Key: { ...FEED_COUNTER_KEY },
      UpdateExpression: 'SET #last = :next',
      ConditionExpression: last === 0 ? 'attribute_not_exists(#last) OR #last = :seen' : '#last = :seen',
      ExpressionAttributeNames: { '#last': 'last' },
      ExpressionAttributeValues: { ':seen': last, ':next': position },
    },
  };
  return [counter, ...updates];
}
