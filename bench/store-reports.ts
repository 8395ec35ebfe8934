import { createHash } from 'node:crypto';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { packJson } from '../functions/adapters/packed-json.ts';
import { linesOf } from '../records/finding-line.ts';
import { advanceHead, countFindings, type Revision } from '../records/head.ts';
import {
  headKey,
  openFindingsAttributes,
  reportsByYearAttributes,
  revisionIdOf,
  revisionKey,
  revisionRecordKey,
  type UploadRef,
} from '../records/keys.ts';
import type { ReportRecord } from '../records/report-record.ts';

/** A record, and where and as whose it is to be stored. */
export interface ToStore {
  readonly record: ReportRecord;
  readonly body: string;
  readonly year: number | null;
  readonly upload: UploadRef;
  readonly at: string;
}

/** DynamoDB's limit of items in one batch. */
const BATCH_ITEMS = 25;

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Stores many reports as ingesting leaves them, without files, ledger and changes: what lists and reports are read of. */
export async function storeReports(
  dynamodb: DynamoDBDocumentClient,
  tableName: string,
  reports: readonly ToStore[],
): Promise<void> {
  for (let from = 0; from < reports.length; from += BATCH_ITEMS) {
    const items = reports.slice(from, from + BATCH_ITEMS).map(itemsOf);
    for (const kind of [0, 1, 2] as const) {
      const requests = items.map((parts) => ({ PutRequest: { Item: parts[kind] } }));
      const { UnprocessedItems } = await dynamodb.send(
        new BatchWriteCommand({ RequestItems: { [tableName]: requests } }),
      );
      if (UnprocessedItems?.[tableName]) throw new Error('the table left items unprocessed');
    }
  }
}

function itemsOf({ record, body, year, upload, at }: ToStore): readonly [object, object, object] {
  const report = { bodyKey: body, year };
  const sha256 = digest(`${body} ${year}`);
  const { outcome, versions, findings, figures, source, schema } = record;
  const counts = countFindings(findings);
  const name = revisionIdOf(sha256);
  const revision: Revision = {
    revision: name,
    number: 1,
    outcome,
    uploadedAt: at,
    publishedAt: at,
    sha256,
    upload,
    counts,
    versions,
  };
  const found = { lines: linesOf(findings, figures, 'report', digest), format: source.format };
  const { lines, ...head } = advanceHead(undefined, { ...report, body }, revision, found);
  const lists = { ...reportsByYearAttributes(report, head.status), ...openFindingsAttributes(report, head.counts) };
  return [
    { ...headKey(report), ...lists, version: head.version, head, lines: packJson(lines) },
    { ...revisionKey(report, name), revision },
    {
      ...revisionRecordKey(report, { revision: name }),
      schema,
      record: packJson({ ...record, body, year, source: { ...source, sha256 } }),
    },
  ];
}
