import { expect, test } from 'vitest';
import { tableDemands } from '../../../local/access/demands/table-demands.ts';

const ARN = 'arn:aws:dynamodb:us-east-1:000000000000:table/reports';
const demandsOf = tableDemands([
  {
    name: 'reports',
    arn: ARN,
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'by-day',
        KeySchema: [{ AttributeName: 'day', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  },
]);

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
const TableName = 'reports';
const ask = (operation: string, parameters: object) =>
  [...demandsOf(operation, parameters)].map(({ action, resource, context }) => [
    action,
    resource,
    context?.get('dynamodb:leadingkeys'),
  ]);

test.each<[string, object, unknown[]]>([
  ['GetItem', { TableName, Key: key('a') }, [['dynamodb:GetItem', ARN, ['a']]]],
  ['PutItem', { TableName, Item: { ...key('a'), more: { N: '1' } } }, [['dynamodb:PutItem', ARN, ['a']]]],
  ['Scan', { TableName, IndexName: 'by-day' }, [['dynamodb:Scan', `${ARN}/index/by-day`, undefined]]],
  ['DescribeTable', { TableName: 'other' }, [['dynamodb:DescribeTable', 'other', undefined]]],
  [
    'Query',
    {
      TableName,
      KeyConditionExpression: 'begins_with(sk, :start) AND #p = :p',
      ExpressionAttributeNames: { '#p': 'pk' },
      ExpressionAttributeValues: { ':p': { S: 'a' }, ':start': { S: 'b' } },
    },
    [['dynamodb:Query', ARN, ['a']]],
  ],
  [
    'Query',
    {
      TableName,
      IndexName: 'by-day',
      KeyConditionExpression: 'day = :day',
      ExpressionAttributeValues: { ':day': { S: '2026-01-31' } },
    },
    [['dynamodb:Query', `${ARN}/index/by-day`, ['2026-01-31']]],
  ],
  [
    'TransactWriteItems',
    {
      TransactItems: [
        { Put: { TableName, Item: key('a') } },
        { Update: { TableName, Key: key('b') } },
        { ConditionCheck: { TableName, Key: key('c') } },
        { Delete: { TableName: 'other', Key: key('d') } },
      ],
    },
    [
      ['dynamodb:PutItem', ARN, ['a']],
      ['dynamodb:UpdateItem', ARN, ['b']],
      ['dynamodb:ConditionCheckItem', ARN, ['c']],
      ['dynamodb:DeleteItem', 'other', undefined],
    ],
  ],
  ['TransactGetItems', { TransactItems: [{ Get: { TableName, Key: key('a') } }] }, [['dynamodb:GetItem', ARN, ['a']]]],
  [
    'BatchGetItem',
    { RequestItems: { reports: { Keys: [key('a'), key('b')] } } },
    [['dynamodb:BatchGetItem', ARN, ['a', 'b']]],
  ],
  [
    'BatchWriteItem',
    { RequestItems: { reports: [{ PutRequest: { Item: key('a') } }, { DeleteRequest: { Key: key('b') } }] } },
    [['dynamodb:BatchWriteItem', ARN, ['a', 'b']]],
  ],
])('%s', (operation, parameters, wanted) => {
  expect(ask(operation, parameters)).toEqual(wanted);
});
