import { createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { changesSince } from '../adapters/change-feed.ts';
import { dynamodbLetters } from '../adapters/dynamodb-letters.ts';
import { dynamodbOverlays } from '../adapters/dynamodb-overlays.ts';
import { dynamodbReader } from '../adapters/dynamodb-reader.ts';
import { dynamodbReports } from '../adapters/dynamodb-reports.ts';
import { dynamodbRoster } from '../adapters/dynamodb-roster.ts';
import { dynamodbUsers } from '../adapters/dynamodb-users.ts';
import { s3FileLinks } from '../adapters/s3-file-links.ts';
import { openYearQueue } from '../review/open-year-queue.ts';
import type { ApiStores } from './api-stores.ts';
import type { ApiConfig } from './config.ts';
import { routeOperations } from './route-operations.ts';
import { toRequest, toResult } from './web-request.ts';
import { principalOf } from './who-asks.ts';

interface ApiClients {
  readonly dynamodb: DynamoDBDocumentClient;
  readonly s3: S3Client;
}

/** The function behind the REST API. */
export function makeApiHandler(clients: ApiClients, config: ApiConfig) {
  const logger = new Logger({ serviceName: 'api' });
  const app = routeOperations(openApiStores(clients, config), (operation, fault) => {
    // Names only: a message may hold words of a document.
    const { name, stack } = fault instanceof Error ? fault : { name: 'unknown', stack: '' };
    logger.error('request-failed', {
      operation,
      fault: name,
      at: stack?.split('\n').filter((line) => /^\s+at /u.test(line)),
    });
  });
  return async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> =>
    toResult(await app.fetch(toRequest(event), { principal: principalOf(event.requestContext) }));
}

function openApiStores({ dynamodb, s3 }: ApiClients, config: ApiConfig): ApiStores {
  const { TABLE_NAME, INBOX_BUCKET, EVIDENCE_BUCKET } = config;
  const clock = () => new Date();
  const wait = async (milliseconds: number) => {
    await setTimeout(milliseconds);
  };
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const reader = dynamodbReader(dynamodb, TABLE_NAME);
  const { readRoster } = dynamodbRoster(dynamodb, TABLE_NAME);
  const reports = dynamodbReports(dynamodb, TABLE_NAME, wait);
  return {
    inboxBucket: INBOX_BUCKET,
    users: dynamodbUsers(dynamodb, TABLE_NAME),
    reader,
    reports,
    readRoster,
    queue: openYearQueue({ reports, reader, readRoster, digest, clock, wait }),
    overlays: dynamodbOverlays(dynamodb, TABLE_NAME),
    letters: dynamodbLetters(dynamodb, TABLE_NAME),
    links: s3FileLinks(s3, { inbox: INBOX_BUCKET, evidence: EVIDENCE_BUCKET }, clock),
    changesSince: (position, limit) => changesSince(dynamodb, TABLE_NAME, position, limit),
    clock,
    wait,
    digest,
    drawId: () => randomUUID().replaceAll('-', ''),
  };
}
