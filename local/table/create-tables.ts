import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { LOCAL_CREDENTIALS } from '../functions/describe-environment.ts';
import { LOCAL } from '../template/physical-names.ts';
import type { TableShape } from '../template/wiring.ts';
import { updateIndexes } from './update-indexes.ts';
import { withoutBlanks } from './without-blanks.ts';

/**
 * Make the template's tables: create those that are absent, and give those that exist the template's indexes.
 * @throws Error when a table exists with another primary key
 */
export async function createTables(endpoint: string, tables: readonly TableShape[]): Promise<void> {
  const client = new DynamoDBClient({ endpoint, region: LOCAL.region, credentials: { ...LOCAL_CREDENTIALS } });
  try {
    for (const table of tables) {
      const present = await describeTable(client, table.name);
      if (present) await adaptTable(client, table, present);
      else await createTable(client, table);
    }
  } finally {
    client.destroy();
  }
}

async function describeTable(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (fault) {
    if (fault instanceof ResourceNotFoundException) return undefined;
    throw fault;
  }
}

async function createTable(client: DynamoDBClient, table: TableShape): Promise<void> {
  const { name, AttributeDefinitions, GlobalSecondaryIndexes, KeySchema } = table;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions,
      KeySchema,
      ...(GlobalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(withoutBlanks) }),
    }),
  );
}

async function adaptTable(client: DynamoDBClient, table: TableShape, present: TableDescription): Promise<void> {
  if (JSON.stringify(present.KeySchema) !== JSON.stringify(table.KeySchema)) {
    throw new Error(
      `The table ${table.name} was made with another primary key. Use another data folder, or remove it.`,
    );
  }
  await updateIndexes(client, table, present);
}
