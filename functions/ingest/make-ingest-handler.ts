import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { countedLedger } from '../adapters/counted-ledger.ts';
import { dynamodbLedger } from '../adapters/dynamodb-ledger.ts';
import { dynamodbReports } from '../adapters/dynamodb-reports.ts';
import { dynamodbRoster } from '../adapters/dynamodb-roster.ts';
import { isolatedAssessor } from '../adapters/isolated-assessor.ts';
import { rosterBodies } from '../adapters/roster-bodies.ts';
import { s3Objects } from '../adapters/s3-objects.ts';
import type { IngestDependencies } from '../dependencies.ts';
import type { IngestConfig } from './config.ts';
import { processMessage } from './process-message.ts';

export interface IngestClients {
  readonly s3: S3Client;
  readonly dynamodb: DynamoDBDocumentClient;
}

const wait = async (milliseconds: number) => {
  await setTimeout(milliseconds);
};

/** The function on the queue: ingests the uploads of one batch; those that met a fault are delivered again by themselves. */
export function makeIngestHandler({ s3, dynamodb }: IngestClients, config: IngestConfig) {
  const logger = new Logger({ serviceName: 'ingest' });
  const { assess, readAgain } = isolatedAssessor();
  const dependencies: IngestDependencies = {
    objects: s3Objects(s3, config.EVIDENCE_BUCKET),
    ledger: countedLedger(dynamodbLedger(dynamodb, config.TABLE_NAME)),
    reports: dynamodbReports(dynamodb, config.TABLE_NAME, wait),
    bodies: rosterBodies(dynamodbRoster(dynamodb, config.TABLE_NAME)),
    assess,
    readAgain,
    clock: () => new Date(),
    log: {
      info: (code, fields) => logger.info(code, { ...fields }),
      error: (code, fields) => logger.error(code, { ...fields }),
    },
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    wait,
  };
  const processor = new BatchProcessor(EventType.SQS);
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(
      event,
      (record: SQSRecord) => processMessage(record, config.MAX_RECEIVE_COUNT, dependencies),
      processor,
      { context, throwOnFullBatchFailure: false },
    );
}
