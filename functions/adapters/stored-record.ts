import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Across } from '../../records/across.ts';
import { acrossSchema } from '../../records/across-schema.ts';
import { type Decision, decisionSchema } from '../../records/decision.ts';
import { type Head, type Revision, revisionSchema } from '../../records/head.ts';
import {
  acrossKey,
  DECISION_PREFIX,
  headKey,
  type Key,
  REVISION_PREFIX,
  type ReportRef,
  revisionKey,
  revisionRecordKey,
  secondReadingKey,
} from '../../records/keys.ts';
import { type ReportRecord, reportRecordSchema, secondReadingSchema } from '../../records/report-record.ts';
import { REPORT_SCHEMA } from '../../records/versions.ts';
import { unpackJson } from './packed-json.ts';
import { queryAll } from './query-all.ts';
import { headOfItem } from './stored-head.ts';

/** What is kept of reports in the single table, read by key and consistently. */

const unpack = (packed: unknown): unknown => (packed instanceof Uint8Array ? unpackJson(packed) : undefined);

const byTime = (one: Decision, other: Decision) => (one.at < other.at ? -1 : 1);

/** Reading a published revision, a head, what was found across. */
export interface StoredReports {
  readHead(report: ReportRef): Promise<Head | undefined>;
  /**
   * A published revision's record, with the second reading of its file where one was kept since; nothing where it was
   * only staged, or written in an older shape.
   */
  readRecord(report: ReportRef, revision: string): Promise<ReportRecord | undefined>;
  readAcross(report: ReportRef): Promise<Across | undefined>;
  /** Published revisions, in order of publication. */
  revisions(report: ReportRef): Promise<readonly Revision[]>;
  /** The newest decision of each key, oldest first. */
  decisions(report: ReportRef): Promise<readonly Decision[]>;
  /** Every decision ever taken on the report, oldest first. */
  everyDecision(report: ReportRef): Promise<readonly Decision[]>;
}

export function storedReports(dynamodb: DynamoDBDocumentClient, TableName: string): StoredReports {
  const get = async (key: Key) =>
    (await dynamodb.send(new GetCommand({ TableName, Key: { ...key }, ConsistentRead: true }))).Item;
  const underReport = (report: ReportRef, prefix: string) =>
    queryAll(dynamodb, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': headKey(report).pk, ':prefix': prefix },
      ConsistentRead: true,
    });
  const everyDecision = async (report: ReportRef) => {
    const items = await underReport(report, DECISION_PREFIX);
    return items.map((item) => decisionSchema.parse(item.decision)).sort(byTime);
  };
  return {
    async readHead(report) {
      const item = await get(headKey(report));
      return item ? headOfItem(item) : undefined;
    },
    async readRecord(report, revision) {
      const published = await get(revisionKey(report, revision));
      if (!published) return undefined;
      const item = await get(revisionRecordKey(report, revisionSchema.parse(published.revision)));
      if (item?.schema !== REPORT_SCHEMA) return undefined;
      const record = reportRecordSchema.parse(unpack(item.record));
      const again = await get(secondReadingKey(report, revision));
      return again && !record.again ? { ...record, again: secondReadingSchema.parse(unpack(again.figures)) } : record;
    },
    async readAcross(report) {
      const item = await get(acrossKey(report));
      return item ? acrossSchema.parse(unpack(item.across)) : undefined;
    },
    async revisions(report) {
      const items = await underReport(report, REVISION_PREFIX);
      return items.map((item) => revisionSchema.parse(item.revision)).sort((a, b) => a.number - b.number);
    },
    async decisions(report) {
      const inOrder = await everyDecision(report);
      return [...new Map(inOrder.map((decision) => [decision.key, decision])).values()];
    },
    everyDecision,
  };
}
