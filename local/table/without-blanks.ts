import type { GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import type { TableWiring } from '../template/wiring.ts';

/** An index as the client wants it: an absent property is left out, not `undefined`. */
export function withoutBlanks(index: TableWiring['GlobalSecondaryIndexes'][number]): GlobalSecondaryIndex {
  const { ProjectionType, NonKeyAttributes } = index.Projection;
  return { ...index, Projection: { ProjectionType, ...(NonKeyAttributes && { NonKeyAttributes }) } };
}
