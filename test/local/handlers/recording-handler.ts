import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { PRIMARY_KEY } from '../../../records/table-schema.ts';

// A handler that shows the wiring and nothing else: it writes down what it was given, and misbehaves when a key says so.

const s3 = new S3Client({});
const dynamodb = new DynamoDBClient({});

const bodySchema = z.union([
  z.object({
    detail: z.object({
      bucket: z.object({ name: z.string() }),
      object: z.object({ key: z.string(), 'version-id': z.string() }),
    }),
  }),
  z.object({
    Records: z.tuple([
      z.object({
        s3: z.object({
          bucket: z.object({ name: z.string() }),
          object: z.object({ key: z.string(), versionId: z.string() }),
        }),
      }),
    ]),
  }),
]);

interface Upload {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
}

/** An S3 notification URL-encodes its key and writes a blank as `+`; EventBridge leaves the key as it is. */
function readUpload(body: string): Upload {
  const event = bodySchema.parse(JSON.parse(body));
  if ('detail' in event) {
    const { bucket, object } = event.detail;
    return { bucket: bucket.name, key: object.key, versionId: object['version-id'] };
  }
  const { bucket, object } = event.Records[0].s3;
  return { bucket: bucket.name, key: decodeURIComponent(object.key.replaceAll('+', ' ')), versionId: object.versionId };
}

async function record(upload: Upload): Promise<void> {
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket: upload.bucket, Key: upload.key, VersionId: upload.versionId }),
  );
  const text = (await Body?.transformToString()) ?? '';
  if (text.startsWith('sleep')) await new Promise((resolve) => setTimeout(resolve, 60_000));
  if (text.startsWith('exit')) process.exit(7);
  await count(upload);
  if (text.startsWith('fail')) throw new Error('asked to fail');
  await s3.send(
    new PutObjectCommand({ Bucket: process.env.EVIDENCE_BUCKET, Key: `evidence/${upload.versionId}`, Body: text }),
  );
  await dynamodb.send(
    new PutItemCommand({
      TableName: process.env.TABLE_NAME,
      Item: {
        [PRIMARY_KEY.partition]: { S: upload.key },
        [PRIMARY_KEY.sort]: { S: upload.versionId },
        text: { S: text },
        tries: { S: process.env.MAX_RECEIVE_COUNT ?? '' },
        secrets: { S: Object.keys(process.env).sort().join(' ') },
      },
    }),
  );
}

/** How often this upload was handed over. */
async function count({ key, versionId }: Upload): Promise<void> {
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: process.env.TABLE_NAME,
      Key: { [PRIMARY_KEY.partition]: { S: `tries ${key}` }, [PRIMARY_KEY.sort]: { S: versionId } },
      UpdateExpression: 'ADD tries :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    }),
  );
}

/** What a rule of a test sends, for the function to do. */
interface Wish {
  readonly echo?: string;
  readonly fail?: boolean;
  /** Milliseconds. */
  readonly sleep?: number;
}

let running = 0;

async function fulfil({ echo, fail, sleep = 0 }: Wish): Promise<unknown> {
  running += 1;
  await new Promise((resolve) => setTimeout(resolve, sleep));
  if (fail) throw new Error('asked to fail');
  const answer = { echo, running };
  running -= 1;
  return answer;
}

export async function handler(event: SQSEvent | Wish): Promise<SQSBatchResponse | unknown> {
  if (!('Records' in event)) return fulfil(event);
  console.log(JSON.stringify({ records: event.Records.length }));
  const failures = await Promise.all(
    event.Records.map(({ messageId, body }) =>
      record(readUpload(body)).then(
        () => [],
        (fault) => {
          if (!(fault instanceof ConditionalCheckFailedException)) console.error(fault);
          return [{ itemIdentifier: messageId }];
        },
      ),
    ),
  );
  return { batchItemFailures: failures.flat() };
}
