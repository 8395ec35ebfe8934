import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';

type Query = Parameters<typeof paginateQuery>[1];

/** The items of every page of a query. */
export async function queryAll(client: DynamoDBDocumentClient, query: Query): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateQuery({ client }, query)) items.push(...(page.Items ?? []));
  return items;
}
