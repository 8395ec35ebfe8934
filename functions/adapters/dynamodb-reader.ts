import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { decisionSchema } from '../../records/decision.ts';
import type { Head } from '../../records/head.ts';
import { decidedDay, type Key, ledgerDay, reportsOfYear, type UploadRef, uploadKey } from '../../records/keys.ts';
import { type LedgerEntry, ledgerEntrySchema } from '../../records/ledger.ts';
import { INDEXES } from '../../records/table-schema.ts';
import { queryAll } from './query-all.ts';
import { headOfItem } from './stored-head.ts';
import { type StoredReports, storedReports } from './stored-record.ts';

/** What is stored, for those who only read it. Every access is a key or an index, never a scan. */
export interface Reader extends StoredReports {
  /**
   * Heads of a year's reports, by status and body.
   * @param known heads by their partition, which are given back as they are where they did not move: then only the
   *   versions are asked for, and those heads that have another
   */
  reportsOfYear(year: number | null, known?: ReadonlyMap<string, Head>): Promise<readonly Head[]>;
  /** Those of the years of which a report is on file. */
  yearsOnFile(years: readonly number[]): Promise<readonly number[]>;
  ledgerEntry(upload: UploadRef): Promise<LedgerEntry | undefined>;
  /** The entries of all versions of one key. */
  ledgerOfKey(bucket: string, key: string): Promise<readonly LedgerEntry[]>;
  /** Ledger entries that arrived on a day (UTC), oldest first. */
  ledgerOfDay(day: Date): Promise<readonly LedgerEntry[]>;
  /** Decisions that were taken on a day (UTC), oldest first. */
  decisionsOfDay(day: Date): Promise<readonly AuditedDecision[]>;
  /** Decisions that were taken since, of today and yesterday (UTC) at most, oldest first. */
  decisionsSince(since: Date, now: Date): Promise<readonly AuditedDecision[]>;
}

const auditedSchema = z.object({
  report: z.object({ bodyKey: z.string(), year: z.int().nullable(), body: z.string().nullable() }),
  decision: decisionSchema,
});
/** A decision with the report that it is about. */
export type AuditedDecision = z.infer<typeof auditedSchema>;

/** Of a year's heads; if more moved than this share of them, reading all is quicker than each by itself. */
const MOST_MOVED = 0.1;
/** Heads that are read at the same time. */
const READ_TOGETHER = 16;

export function dynamodbReader(dynamodb: DynamoDBDocumentClient, TableName: string): Reader {
  const get = async (key: Key) =>
    (await dynamodb.send(new GetCommand({ TableName, Key: { ...key }, ConsistentRead: true }))).Item;
  const byIndex = (index: { name: string; partition: string }, value: string, only?: readonly string[]) =>
    queryAll(dynamodb, {
      TableName,
      IndexName: index.name,
      KeyConditionExpression: '#partition = :value',
      ExpressionAttributeNames: {
        '#partition': index.partition,
        ...Object.fromEntries((only ?? []).map((name) => [`#${name}`, name])),
      },
      ExpressionAttributeValues: { ':value': value },
      ...(only ? { ProjectionExpression: only.map((name) => `#${name}`).join(',') } : {}),
    });
  const hasReports = async (year: number) => {
    const { name, partition } = INDEXES.reportsByYear;
    const { Count = 0 } = await dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: name,
        KeyConditionExpression: '#partition = :value',
        ExpressionAttributeNames: { '#partition': partition },
        ExpressionAttributeValues: { ':value': reportsOfYear(year) },
        Select: 'COUNT',
        Limit: 1,
      }),
    );
    return Count > 0;
  };
  return {
    async reportsOfYear(year, known) {
      const partition = reportsOfYear(year);
      const readAll = async () =>
        (await byIndex(INDEXES.reportsByYear, partition)).map((item) => {
          const same = known?.get(String(item.pk));
          return same && same.version === item.version ? same : headOfItem(item);
        });
      if (!known || known.size === 0) return readAll();
      const items = await byIndex(INDEXES.reportsByYear, partition, ['pk', 'sk', 'version']);
      const moved = items.filter(({ pk, version }) => known.get(String(pk))?.version !== version);
      if (moved.length > items.length * MOST_MOVED) return readAll();
      const heads = new Map(known);
      for (let from = 0; from < moved.length; from += READ_TOGETHER) {
        const part = moved.slice(from, from + READ_TOGETHER);
        const found = await Promise.all(part.map(({ pk, sk }) => get({ pk: String(pk), sk: String(sk) })));
        part.forEach(({ pk }, at) => {
          const item = found[at];
          // Gone since the index was asked.
          if (item) heads.set(String(pk), headOfItem(item));
          else heads.delete(String(pk));
        });
      }
      return items.flatMap(({ pk }) => heads.get(String(pk)) ?? []);
    },
    async yearsOnFile(years) {
      const found = await Promise.all(years.map(async (year) => ((await hasReports(year)) ? [year] : [])));
      return found.flat();
    },
    ...storedReports(dynamodb, TableName),
    async ledgerEntry(upload) {
      const item = await get(uploadKey(upload));
      return item ? ledgerEntrySchema.parse(item) : undefined;
    },
    async ledgerOfKey(bucket, key) {
      const items = await queryAll(dynamodb, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': uploadKey({ bucket, key, versionId: '' }).pk },
        ConsistentRead: true,
      });
      return items.map((item) => ledgerEntrySchema.parse(item));
    },
    async ledgerOfDay(day) {
      const items = await byIndex(INDEXES.ledgerByDay, ledgerDay(day.toISOString()));
      return items.map((item) => ledgerEntrySchema.parse(item));
    },
    async decisionsOfDay(day) {
      const items = await byIndex(INDEXES.ledgerByDay, decidedDay(day.toISOString()));
      return items.map((item) => auditedSchema.parse(item));
    },
    async decisionsSince(since, now) {
      const { name, partition, sort } = INDEXES.ledgerByDay;
      const from = since.toISOString();
      const days = new Set([decidedDay(from), decidedDay(now.toISOString())]);
      const found = await Promise.all(
        [...days].map((day) =>
          queryAll(dynamodb, {
            TableName,
            IndexName: name,
            KeyConditionExpression: '#partition = :day AND #sort >= :from',
            ExpressionAttributeNames: { '#partition': partition, '#sort': sort },
            ExpressionAttributeValues: { ':day': day, ':from': from },
          }),
        ),
      );
      return found.flat().map((item) => auditedSchema.parse(item));
    },
  };
}
