import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { gunzipSync, strFromU8 } from 'fflate';
import { type Head, headSchema, type Revision, revisionSchema } from '../../records/head.ts';
import {
  headKey,
  type Key,
  ledgerDay,
  REVISION_PREFIX,
  type ReportRef,
  reportsOfYear,
  revisionKey,
  revisionRecordKey,
  type UploadRef,
  uploadKey,
} from '../../records/keys.ts';
import { type LedgerEntry, ledgerEntrySchema } from '../../records/ledger.ts';
import { type ReportRecord, reportRecordSchema } from '../../records/report-record.ts';
import { INDEXES } from '../../records/table-schema.ts';

/** What is stored, for those who only read it. Every access is a key or an index, never a scan. */
export interface Reader {
  /** Heads of a year's reports, by status and body. */
  reportsOfYear(year: number | null): Promise<readonly Head[]>;
  readHead(report: ReportRef): Promise<Head | undefined>;
  /** Published revisions, in order of publication. */
  revisions(report: ReportRef): Promise<readonly Revision[]>;
  /** A published revision's record. */
  record(report: ReportRef, revision: string): Promise<ReportRecord | undefined>;
  ledgerEntry(upload: UploadRef): Promise<LedgerEntry | undefined>;
  /** Ledger entries that arrived on a day (UTC), oldest first. */
  ledgerOfDay(day: Date): Promise<readonly LedgerEntry[]>;
}

export function dynamodbReader(dynamodb: DynamoDBDocumentClient, TableName: string): Reader {
  const get = async (key: Key) =>
    (await dynamodb.send(new GetCommand({ TableName, Key: { ...key }, ConsistentRead: true }))).Item;
  const byIndex = (index: { name: string; partition: string }, value: string) =>
    queryAll(dynamodb, {
      TableName,
      IndexName: index.name,
      KeyConditionExpression: '#partition = :value',
      ExpressionAttributeNames: { '#partition': index.partition },
      ExpressionAttributeValues: { ':value': value },
    });
  return {
    async reportsOfYear(year) {
      const items = await byIndex(INDEXES.reportsByYear, reportsOfYear(year));
      return items.map((item) => headSchema.parse(item.head));
    },
    async readHead(report) {
      const item = await get(headKey(report));
      return item ? headSchema.parse(item.head) : undefined;
    },
    async revisions(report) {
      const items = await queryAll(dynamodb, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': headKey(report).pk, ':prefix': REVISION_PREFIX },
        ConsistentRead: true,
      });
      return items.map((item) => revisionSchema.parse(item.revision)).sort((a, b) => a.number - b.number);
    },
    async record(report, revision) {
      if (!(await get(revisionKey(report, revision)))) return undefined;
      const item = await get(revisionRecordKey(report, revision));
      if (!(item?.record instanceof Uint8Array)) return undefined;
      return reportRecordSchema.parse(JSON.parse(strFromU8(gunzipSync(item.record))));
    },
    async ledgerEntry(upload) {
      const item = await get(uploadKey(upload));
      return item ? ledgerEntrySchema.parse(item) : undefined;
    },
    async ledgerOfDay(day) {
      const items = await byIndex(INDEXES.ledgerByDay, ledgerDay(day.toISOString()));
      return items.map((item) => ledgerEntrySchema.parse(item));
    },
  };
}

type QueryInput = Parameters<typeof paginateQuery>[1];

async function queryAll(client: DynamoDBDocumentClient, query: QueryInput): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateQuery({ client }, query)) items.push(...(page.Items ?? []));
  return items;
}
