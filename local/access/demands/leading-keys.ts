import * as z from 'zod';
import type { TableWiring } from '../../template/wiring.ts';

/** An item or a key in DynamoDB's JSON. */
export type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const querySchema = z.object({
  KeyConditionExpression: z.string().default(''),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});

/** `#pk = :pk`, the one comparison of a query that its partition key must have. */
const EQUALITY = /(?<name>#?[\w.-]+)\s*=\s*(?<value>:\w+)/g;

/** The partition key's value of an item or a key, as `dynamodb:LeadingKeys` has it. */
export function leadingKeyOf(table: TableWiring | undefined, item: Item | undefined): string[] {
  return textOf(item?.[partitionOf(table?.KeySchema) ?? '']);
}

/** The partition key's value that a query asks for, of the table or of the index. */
export function leadingKeyOfQuery(
  table: TableWiring | undefined,
  indexName: string | undefined,
  parameters: unknown,
): string[] {
  const index = table?.GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === indexName);
  const partition = partitionOf((indexName === undefined ? table : index)?.KeySchema);
  const query = querySchema.parse(parameters);
  for (const { groups } of query.KeyConditionExpression.matchAll(EQUALITY)) {
    const { name = '', value = '' } = groups ?? {};
    if ((query.ExpressionAttributeNames[name] ?? name) === partition) {
      return textOf(query.ExpressionAttributeValues[value]);
    }
  }
  return [];
}

function partitionOf(keys: TableWiring['KeySchema'] = []): string | undefined {
  return keys.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName;
}

function textOf(attribute: Readonly<Record<string, unknown>> | undefined): string[] {
  const [value] = Object.values(attribute ?? {});
  return value === undefined ? [] : [String(value)];
}
