import { createHash } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Across } from '../../records/across.ts';
import type { Change } from '../../records/changes/change.ts';
import { describeChange } from '../../records/changes/describe-change.ts';
import { type ContentLink, contentLinkSchema } from '../../records/content-link.ts';
import type { Head } from '../../records/head.ts';
import {
  acrossKey,
  changeKey,
  contentKey,
  decidedByDayAttributes,
  decisionKey,
  findingKey,
  headKey,
  openFindingsAttributes,
  pendingChangeAttributes,
  type ReportRef,
  reportsByYearAttributes,
  revisionKey,
  revisionRecordKey,
  type Staging,
  secondReadingKey,
} from '../../records/keys.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import type { Publication, PublicationOutcome, Reports } from '../dependencies.ts';
import { heldCheck } from './dynamodb-ledger.ts';
import { packJson } from './packed-json.ts';
import { storedReports } from './stored-record.ts';

/** DynamoDB's limit of items in one batch. */
const BATCH_ITEMS = 25;
/** Enough to tell apart the few records that one file can have. */
const STAGED_DIGITS = 16;
/** Batches that may come back unprocessed before the delivery is given back to the queue. */
const BATCH_TRIES = 8;

/** Reports in the single table: staged items, one publishing transaction. */
export function dynamodbReports(
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  wait: (milliseconds: number) => Promise<void>,
): Reports {
  const get = async (Key: Record<string, string>) =>
    (await dynamodb.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  return {
    async findContent(sha256) {
      const item = await get({ ...contentKey(sha256) });
      return item ? contentLinkSchema.parse(item.link) : undefined;
    },
    ...storedReports(dynamodb, TableName),
    async stage(report, revision, record) {
      const packed = packJson(record);
      const staged = createHash('sha256').update(packed).digest('hex').slice(0, STAGED_DIGITS);
      const items = stagedItems(report, { revision, staged }, record, packed);
      for (let from = 0; from < items.length; from += BATCH_ITEMS) {
        await writeBatch(dynamodb, TableName, items.slice(from, from + BATCH_ITEMS), wait);
      }
      return staged;
    },
    async keepSecondReading(report, revision, again) {
      const Item = { ...secondReadingKey(report, revision), figures: packJson(Object.fromEntries(again)) };
      await dynamodb.send(new PutCommand({ TableName, Item }));
    },
    publish: (publication) => publish(dynamodb, TableName, publication),
    async republish(report, revision, before, after) {
      const published = { TableName, Item: { ...revisionKey(report, revision.revision), revision } };
      const change = describeChange(report, { before, after, at: revision.publishedAt });
      return refusedAsFalse(
        dynamodb.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: putHead(TableName, report, before, after) },
              { Put: published },
              { Put: putChange(TableName, change) },
            ],
          }),
        ),
      );
    },
    async decide(report, decision, before, after) {
      const { bodyKey, year, body } = after;
      const { key, at } = decision;
      const Item = {
        ...decisionKey(report, key, at),
        ...decidedByDayAttributes(report, key, at),
        report: { bodyKey, year, body },
        decision,
      };
      const event = { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' };
      const TransactItems = [{ Put: putHead(TableName, report, before, after) }, { Put: event }];
      return refusedAsFalse(dynamodb.send(new TransactWriteCommand({ TransactItems })));
    },
    async assign(report, before, after) {
      const TransactItems = [{ Put: putHead(TableName, report, before, after) }];
      return refusedAsFalse(dynamodb.send(new TransactWriteCommand({ TransactItems })));
    },
    putAcross: (report, across, before, after, now) =>
      putAcross(dynamodb, TableName, across, describeChange(report, { before, after, at: now.toISOString(), across }), {
        Put: putHead(TableName, report, before, after),
      }),
  };
}

function stagedItems(
  report: ReportRef,
  staging: Staging,
  { schema, findings }: ReportRecord,
  packed: Uint8Array,
): Record<string, unknown>[] {
  const items = findings.map((finding) => ({ ...findingKey(report, staging, finding.rule, finding.scope), finding }));
  return [{ ...revisionRecordKey(report, staging), schema, record: packed }, ...items];
}

async function writeBatch(
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  items: readonly Record<string, unknown>[],
  wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
  let requests: Record<string, unknown>[] = items.map((Item) => ({ PutRequest: { Item } }));
  for (let attempt = 0; requests.length > 0; attempt++) {
    if (attempt === BATCH_TRIES) throw new Error('the table keeps leaving staged items unprocessed');
    if (attempt > 0) await wait(50 * 2 ** attempt);
    const { UnprocessedItems } = await dynamodb.send(
      new BatchWriteCommand({ RequestItems: { [TableName]: requests } }),
    );
    requests = [...(UnprocessedItems?.[TableName] ?? [])].map((request) => ({ ...request }));
  }
}

async function publish(
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  publication: Publication,
): Promise<PublicationOutcome> {
  const { claim, report, revision, before, after, content, replaces } = publication;
  const change = describeChange(report, { before, after, at: revision.publishedAt });
  try {
    await dynamodb.send(
      new TransactWriteCommand({
        TransactItems: [
          { ConditionCheck: heldCheck(TableName, claim) },
          {
            Put: {
              TableName,
              Item: { ...contentKey(revision.sha256), link: content },
              ...linkCondition(replaces),
            },
          },
          { Put: putHead(TableName, report, before, after) },
          { Put: { TableName, Item: { ...revisionKey(report, revision.revision), revision } } },
          { Put: putChange(TableName, change) },
        ],
      }),
    );
    return 'published';
  } catch (error) {
    if (error instanceof TransactionCanceledException) return refusal(error);
    throw error;
  }
}

/** Nobody has linked the content, or nobody but whom the new link is to replace. */
function linkCondition(replaces: ContentLink | undefined) {
  if (!replaces) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: '#link.#revision = :replaced',
    ExpressionAttributeNames: { '#link': 'link', '#revision': 'revision' },
    ExpressionAttributeValues: { ':replaced': replaces.revision },
  };
}

/** The head with its place in the lists; refused where it moved since it was read. */
function putHead(TableName: string, report: ReportRef, before: Head | undefined, after: Head) {
  const { lines, ...head } = after;
  const Item = {
    ...headKey(report),
    ...reportsByYearAttributes(report, after.status),
    ...openFindingsAttributes(report, after.counts),
    version: after.version,
    head,
    // Many lines would make every copy of the item in an index as dear as a record.
    lines: lines ? packJson(lines) : undefined,
  };
  return before
    ? {
        TableName,
        Item,
        ConditionExpression: 'version = :seen',
        ExpressionAttributeValues: { ':seen': before.version },
      }
    : { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' };
}

/** What a move of the head leaves for the publisher; the head's condition is the change's as well. */
function putChange(TableName: string, change: Change) {
  const { report, sequence, at } = change;
  const pending = pendingChangeAttributes(report, sequence, at);
  return { TableName, Item: { ...changeKey(report, sequence), ...pending, report, at, change: packJson(change) } };
}

async function putAcross(
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  across: Across,
  change: Change,
  movedHead: { Put: ReturnType<typeof putHead> },
): Promise<boolean> {
  return refusedAsFalse(
    dynamodb.send(
      new TransactWriteCommand({
        TransactItems: [
          movedHead,
          {
            Put: { TableName, Item: { ...acrossKey(change.report), schema: across.schema, across: packJson(across) } },
          },
          { Put: putChange(TableName, change) },
        ],
      }),
    ),
  );
}

/** Whether a transaction was done; false where a condition or another transaction stood in its way. */
async function refusedAsFalse(transaction: Promise<unknown>): Promise<boolean> {
  try {
    await transaction;
    return true;
  } catch (error) {
    if (error instanceof TransactionCanceledException && isRefused(error)) return false;
    throw error;
  }
}

/** Refused by a condition or by another transaction on the same items: worth another look. */
const isRefused = ({ CancellationReasons = [] }: TransactionCanceledException) =>
  CancellationReasons.some(({ Code }) => Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict');

/** Which condition refused a publication, by the order of its items. Anything but a condition is a fault. */
function refusal(error: TransactionCanceledException): PublicationOutcome {
  const failed = (index: number) => error.CancellationReasons?.[index]?.Code === 'ConditionalCheckFailed';
  if (failed(0)) return 'claim-lost';
  if (failed(1)) return 'content-known';
  if (failed(2)) return 'head-moved';
  const conflict = error.CancellationReasons?.some((reason) => reason.Code === 'TransactionConflict');
  if (conflict) return 'head-moved';
  throw error;
}
