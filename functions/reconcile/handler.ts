import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readConfig } from './config.ts';
import { makeReconcileHandler } from './make-reconcile-handler.ts';

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient(), {
  marshallOptions: { removeUndefinedValues: true },
});

export const handler = makeReconcileHandler(
  { s3: new S3Client(), sqs: new SQSClient(), dynamodb },
  readConfig(process.env),
);
