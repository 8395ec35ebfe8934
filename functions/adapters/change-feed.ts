import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type ReportEvent, reportEventSchema } from '../../records/contract/report-event.ts';
import { feedPartition, feedPlace } from '../../records/keys.ts';
import { INDEXES } from '../../records/table-schema.ts';
import { unpackJson } from './packed-json.ts';

const { changes: INDEX } = INDEXES;

/** A change that events told of. */
export interface FeedEntry {
  /** 1, 2, … without a gap, over all reports. */
  readonly position: number;
  readonly toldAt: string;
  /** As they were sent, in order; at least one. */
  readonly events: readonly ReportEvent[];
}

const feedItem = z.object({
  [INDEX.sort]: z.coerce.number().int(),
  toldAt: z.string(),
  events: z
    .instanceof(Uint8Array)
    .transform((bytes) => unpackJson(bytes))
    .pipe(z.array(reportEventSchema)),
});

/**
 * Changes after a position of the feed, in order, at most so many. The index may show a position before the one that
 * was given just before it: what stands behind such a gap is left for the next look, so nobody who goes on from the
 * last position that was seen misses one.
 * @param cursor the last position that was seen; 0 from the beginning
 */
export async function changesSince(
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  cursor: number,
  limit: number,
): Promise<FeedEntry[]> {
  const entries: FeedEntry[] = [];
  let last = cursor;
  while (entries.length < limit) {
    const { Items = [] } = await dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: INDEX.name,
        KeyConditionExpression: '#partition = :partition AND #place > :place',
        ExpressionAttributeNames: { '#partition': INDEX.partition, '#place': INDEX.sort },
        ExpressionAttributeValues: { ':partition': feedPartition(last + 1), ':place': feedPlace(last) },
        Limit: limit - entries.length,
      }),
    );
    const from = last;
    for (const item of Items) {
      const { [INDEX.sort]: position, toldAt, events } = feedItem.parse(item);
      if (position !== last + 1) return entries;
      entries.push({ position, toldAt, events });
      last = position;
    }
    if (last === from) return entries;
  }
  return entries;
}
