import type { GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import type { TableShape } from '../template/wiring.ts';

/** An index as the client wants it: an absent property is left out, not `undefined`. */
export function withoutBlanks(index: TableShape['GlobalSecondaryIndexes'][number]): GlobalSecondaryIndex {
  const { ProjectionType, NonKeyAttributes } = index.Projection;
  return { ...index, Projection: { ProjectionType, ...(NonKeyAttributes && { NonKeyAttributes }) } };
}
