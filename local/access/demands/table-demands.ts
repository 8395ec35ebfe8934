import * as z from 'zod';
import type { TableWiring } from '../../template/wiring.ts';
import type { Demand } from '../decide.ts';
import type { DemandsOf } from '../guard-service.ts';
import { type Item, leadingKeyOf, leadingKeyOfQuery } from './leading-keys.ts';

const item = z.record(z.string(), z.record(z.string(), z.unknown()));
const single = z.looseObject({
  TableName: z.string().default('*'),
  IndexName: z.string().optional(),
  Key: item.optional(),
  Item: item.optional(),
});
const batchRead = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(item) })) });
const batchWrite = z.object({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.object({
        PutRequest: z.object({ Item: item }).optional(),
        DeleteRequest: z.object({ Key: item }).optional(),
      }),
    ),
  ),
});
const transaction = z.object({ TransactItems: z.array(z.record(z.string(), single)) });

/** What each part of a transaction needs; reading and writing are told apart by its own name. */
const PART_ACTION: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/** What a DynamoDB request wants: of a transaction each part by itself, of a batch each table. */
export function tableDemands(tables: readonly TableWiring[]): DemandsOf {
  const find = (name: string) => tables.find((table) => table.name === name || table.arn === name);
  const demand = (operation: string, tableName: string, index: string | undefined, keys: readonly string[]): Demand => {
    const arn = find(tableName)?.arn ?? tableName;
    return {
      action: `dynamodb:${operation}`,
      resource: index === undefined ? arn : `${arn}/index/${index}`,
      context: new Map(keys.length > 0 ? [['dynamodb:leadingkeys', keys]] : []),
    };
  };
  const keysOf = (tableName: string, items: readonly (Item | undefined)[]) =>
    items.flatMap((one) => leadingKeyOf(find(tableName), one));
  const ofOne = (operation: string, parameters: unknown): Demand => {
    const { TableName, IndexName, Key, Item, ...rest } = single.parse(parameters);
    const keys = keysOf(TableName, [Key ?? Item]);
    const queried = operation === 'Query' ? leadingKeyOfQuery(find(TableName), IndexName, rest) : [];
    return demand(operation, TableName, IndexName, [...keys, ...queried]);
  };
  return (operation, parameters) => {
    switch (operation) {
      case 'TransactWriteItems':
      case 'TransactGetItems':
        return transaction
          .parse(parameters)
          .TransactItems.flatMap((parts) =>
            Object.entries(parts).map(([part, one]) => ofOne(PART_ACTION[part] ?? part, one)),
          );
      case 'BatchGetItem':
        return Object.entries(batchRead.parse(parameters).RequestItems).map(([table, { Keys }]) =>
          demand(operation, table, undefined, keysOf(table, Keys)),
        );
      case 'BatchWriteItem':
        return Object.entries(batchWrite.parse(parameters).RequestItems).map(([table, writes]) => {
          const items = writes.map(({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key);
          return demand(operation, table, undefined, keysOf(table, items));
        });
      default:
        return [ofOne(operation, parameters)];
    }
  };
}
