import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Overlay, overlaySchema } from '../../records/contract/api/reports.ts';
import { headKey, OVERLAY_PREFIX, overlayKey, type ReportRef } from '../../records/keys.ts';
import { queryAll } from './query-all.ts';

/** Readings that persons corrected, beside the revisions, which never change. */
export interface Overlays {
  /** Adds one; earlier ones stay. May be repeated. */
  keep(report: ReportRef, overlay: Overlay): Promise<void>;
  /** Those of one revision, the oldest first. */
  ofRevision(report: ReportRef, revision: string): Promise<readonly Overlay[]>;
}

export function dynamodbOverlays(dynamodb: DynamoDBDocumentClient, TableName: string): Overlays {
  return {
    async keep(report, overlay) {
      await dynamodb.send(new PutCommand({ TableName, Item: { ...overlayKey(report, overlay), overlay } }));
    },
    async ofRevision(report, revision) {
      const items = await queryAll(dynamodb, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': headKey(report).pk, ':prefix': `${OVERLAY_PREFIX}${revision}#` },
        ConsistentRead: true,
      });
      return items.map((item) => overlaySchema.parse(item.overlay));
    },
  };
}
