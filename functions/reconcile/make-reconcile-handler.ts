import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { countedUpkeep } from '../adapters/counted-upkeep.ts';
import { dynamodbLedger } from '../adapters/dynamodb-ledger.ts';
import { dynamodbPosition } from '../adapters/dynamodb-position.ts';
import { dynamodbReader } from '../adapters/dynamodb-reader.ts';
import { dynamodbUpkeep } from '../adapters/dynamodb-upkeep.ts';
import { s3Inbox } from '../adapters/s3-inbox.ts';
import { sqsUploads } from '../adapters/sqs-uploads.ts';
import { METRICS, METRICS_NAMESPACE } from '../metrics.ts';
import type { ReconcileConfig } from './config.ts';
import { type Reconciled, reconcileInbox } from './reconcile-inbox.ts';

const { uploadsMissing } = METRICS;

export interface ReconcileClients {
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly dynamodb: DynamoDBDocumentClient;
}

/** Kept for finishing a page of 1,000 versions, all of which may have to be sent and noted. */
const RESERVE_MILLISECONDS = 60_000;

const wait = async (milliseconds: number) => {
  await setTimeout(milliseconds);
};

/** The function on the schedule: goes on where the last run stopped, and says how many uploads are missing. */
export function makeReconcileHandler({ s3, sqs, dynamodb }: ReconcileClients, config: ReconcileConfig) {
  const { TABLE_NAME, INBOX_BUCKET, INBOX_PREFIX, QUEUE_URL } = config;
  const logger = new Logger({ serviceName: uploadsMissing.service });
  const metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: uploadsMissing.service });
  const position = dynamodbPosition(dynamodb, TABLE_NAME);
  const dependencies = {
    inbox: s3Inbox(s3, INBOX_BUCKET, INBOX_PREFIX),
    ledger: dynamodbLedger(dynamodb, TABLE_NAME),
    upkeep: countedUpkeep(dynamodbUpkeep(dynamodb, TABLE_NAME, wait)),
    ledgerOfDay: dynamodbReader(dynamodb, TABLE_NAME).ledgerOfDay,
    queue: sqsUploads(sqs, QUEUE_URL),
    clock: () => new Date(),
  };
  return async (_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Reconciled> => {
    const found = await reconcileInbox(
      {
        from: await position.read(),
        isTimeUp: () => context.getRemainingTimeInMillis() < RESERVE_MILLISECONDS,
        onFound: ({ upload, what }) => logger.info(`upload-${what}`, { ...upload }),
      },
      dependencies,
    );
    await position.save(found.next);
    logger.info('inbox-reconciled', { ...found, next: found.next !== undefined });
    // Said at every run: silence is an alarm of its own.
    metrics.addMetric(uploadsMissing.name, MetricUnit.Count, found.missing);
    metrics.publishStoredMetrics();
    return found;
  };
}
