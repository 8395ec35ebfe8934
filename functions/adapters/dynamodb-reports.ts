import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { gzipSync, strToU8 } from 'fflate';
import { contentLinkSchema } from '../../records/content-link.ts';
import { headSchema } from '../../records/head.ts';
import {
  contentKey,
  findingKey,
  headKey,
  openFindingsAttributes,
  type ReportRef,
  reportsByYearAttributes,
  revisionKey,
  revisionRecordKey,
} from '../../records/keys.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import type { Publication, PublicationOutcome, Reports } from '../ingest/dependencies.ts';
import { settleUpdate } from './dynamodb-ledger.ts';

/** DynamoDB's limit of items in one batch. */
const BATCH_ITEMS = 25;
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
    async readHead(report) {
      const item = await get({ ...headKey(report) });
      return item ? headSchema.parse(item.head) : undefined;
    },
    async stage(report, revision, record) {
      const items = stagedItems(report, revision, record);
      for (let from = 0; from < items.length; from += BATCH_ITEMS) {
        await writeBatch(dynamodb, TableName, items.slice(from, from + BATCH_ITEMS), wait);
      }
    },
    publish: (publication) => publish(dynamodb, TableName, publication),
  };
}

function stagedItems(report: ReportRef, revision: string, record: ReportRecord): Record<string, unknown>[] {
  // 200 figures are 30 kB as attributes and 3 kB as compressed JSON, which is what a write is charged by.
  const compressed = gzipSync(strToU8(JSON.stringify(record)), { mtime: 0 });
  const findings = record.findings.map((finding) => ({
    ...findingKey(report, revision, finding.rule, finding.scope),
    finding,
  }));
  return [{ ...revisionRecordKey(report, revision), schema: record.schema, record: compressed }, ...findings];
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
  const { claim, settlement, report, revision, before, after, content, now } = publication;
  const head = {
    ...headKey(report),
    ...reportsByYearAttributes(report, after.status),
    ...openFindingsAttributes(report, after.counts),
    version: after.version,
    head: after,
  };
  const unmoved = before
    ? { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': before.version } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  try {
    await dynamodb.send(
      new TransactWriteCommand({
        TransactItems: [
          { Update: settleUpdate(TableName, claim, settlement, now) },
          {
            Put: {
              TableName,
              Item: { ...contentKey(revision.sha256), link: content },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          { Put: { TableName, Item: head, ...unmoved } },
          { Put: { TableName, Item: { ...revisionKey(report, revision.revision), revision } } },
        ],
      }),
    );
    return 'published';
  } catch (error) {
    if (error instanceof TransactionCanceledException) return refusal(error);
    throw error;
  }
}

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
