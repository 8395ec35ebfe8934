import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import {
  type Letter,
  type LetterContent,
  letterContentSchema,
  letterSchema,
} from '../../records/contract/api/overview.ts';
import { letterKey, lettersOfYear } from '../../records/keys.ts';
import { queryAll } from './query-all.ts';

/** Letters as they were written; none is ever changed. */
export interface Letters {
  /** Keeps a letter, unless it was written before: then as it was. */
  keep(letter: Letter, content: LetterContent, docx: Uint8Array): Promise<Letter>;
  /** Letters about reports of a year, the newest first. */
  ofYear(year: number | null): Promise<readonly Letter[]>;
  /** What it says. */
  content(id: string): Promise<LetterContent | undefined>;
  /** The letter as .docx. */
  docx(id: string): Promise<Uint8Array | undefined>;
}

export function dynamodbLetters(dynamodb: DynamoDBDocumentClient, TableName: string): Letters {
  const get = async (id: string) =>
    (await dynamodb.send(new GetCommand({ TableName, Key: { ...letterKey(id) }, ConsistentRead: true }))).Item;
  return {
    async keep(letter, content, docx) {
      const Item = { ...letterKey(letter.id), letter, content, docx };
      try {
        await dynamodb.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
        return letter;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return letterSchema.parse((await get(letter.id))?.letter);
      }
    },
    async ofYear(year) {
      const items = await queryAll(dynamodb, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': lettersOfYear(year) },
        ProjectionExpression: 'letter',
        ConsistentRead: true,
      });
      const letters = items.map((item) => letterSchema.parse(item.letter));
      return letters.sort((one, other) => (one.at > other.at ? -1 : 1));
    },
    async content(id) {
      const item = await get(id);
      return item && letterContentSchema.parse(item.content);
    },
    async docx(id) {
      const item = await get(id);
      return item?.docx instanceof Uint8Array ? item.docx : undefined;
    },
  };
}
