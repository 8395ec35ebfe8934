import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { USERS, userKey } from '../../records/keys.ts';
import { type User, userSchema } from '../../records/user.ts';
import { queryAll } from './query-all.ts';

/** Who may use the API. Nobody who is not here may do anything. */
export interface Users {
  find(principal: string): Promise<User | undefined>;
  /** By name. */
  all(): Promise<readonly User[]>;
  /** Adds somebody, or changes what they may do. */
  keep(user: User): Promise<void>;
  /** @returns whether there was one */
  remove(principal: string): Promise<boolean>;
}

export function dynamodbUsers(dynamodb: DynamoDBDocumentClient, TableName: string): Users {
  const keyOf = (principal: string) => ({ ...userKey(principal) });
  return {
    async find(principal) {
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: keyOf(principal), ConsistentRead: true }));
      return Item && userSchema.parse(Item.user);
    },
    async all() {
      const items = await queryAll(dynamodb, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': USERS },
        ConsistentRead: true,
      });
      return items.map((item) => userSchema.parse(item.user)).sort((one, other) => one.name.localeCompare(other.name));
    },
    async keep(user) {
      await dynamodb.send(new PutCommand({ TableName, Item: { ...keyOf(user.principal), user } }));
    },
    async remove(principal) {
      const { Attributes } = await dynamodb.send(
        new DeleteCommand({ TableName, Key: keyOf(principal), ReturnValues: 'ALL_OLD' }),
      );
      return Attributes !== undefined;
    },
  };
}
