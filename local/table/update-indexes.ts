import { type DynamoDBClient, type TableDescription, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import type { TableShape } from '../template/wiring.ts';
import { withoutBlanks } from './without-blanks.ts';

/**
 * Give an existing table the template's indexes, as a deployment would. DynamoDB takes one change at a time; an index
 * whose keys changed is made anew.
 */
export async function updateIndexes(
  client: DynamoDBClient,
  table: TableShape,
  present: TableDescription,
): Promise<void> {
  const has = new Map((present.GlobalSecondaryIndexes ?? []).map((index) => [index.IndexName, keysOf(index)]));
  const wants = new Map(table.GlobalSecondaryIndexes.map((index) => [index.IndexName, keysOf(index)]));
  for (const [name, keys] of has) {
    if (name === undefined || wants.get(name) === keys) continue;
    await client.send(
      new UpdateTableCommand({ TableName: table.name, GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: name } }] }),
    );
  }
  for (const index of table.GlobalSecondaryIndexes) {
    if (has.get(index.IndexName) === keysOf(index)) continue;
    await client.send(
      new UpdateTableCommand({
        TableName: table.name,
        AttributeDefinitions: table.AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: withoutBlanks(index) }],
      }),
    );
  }
}

interface Keyed {
  readonly KeySchema?: readonly { readonly AttributeName?: string | undefined }[] | undefined;
}

function keysOf({ KeySchema = [] }: Keyed): string {
  return KeySchema.map(({ AttributeName }) => AttributeName).join(' ');
}
