import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { LINKING } from '../adapters/s3-file-links.ts';
import { readConfig } from './config.ts';
import { makeApiHandler } from './make-api-handler.ts';

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient(), {
  marshallOptions: { removeUndefinedValues: true },
});

export const handler = makeApiHandler({ dynamodb, s3: new S3Client(LINKING) }, readConfig(process.env));
