import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { RECONCILE_KEY } from '../../records/keys.ts';
import type { PositionStore } from '../dependencies.ts';

const positionSchema = z.object({
  from: z.object({ key: z.string().optional(), versionId: z.string().optional() }),
  open: z.object({ key: z.string(), hiddenSince: z.string().optional() }).optional(),
  missing: z.int(),
});

/** Where a reconciliation that ran out of time goes on. Of two at once the last to write decides: no harm is done. */
export function dynamodbPosition(dynamodb: DynamoDBDocumentClient, TableName: string): PositionStore {
  return {
    async read() {
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: { ...RECONCILE_KEY } }));
      return Item?.position === undefined ? undefined : positionSchema.parse(Item.position);
    },
    async save(position) {
      // Without a position the next run begins anew.
      const Item = { ...RECONCILE_KEY, ...(position && { position }) };
      await dynamodb.send(new PutCommand({ TableName, Item }));
    },
  };
}
