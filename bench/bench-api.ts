import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { dynamodbUsers } from '../functions/adapters/dynamodb-users.ts';
import { makeApiHandler } from '../functions/api/make-api-handler.ts';
import { LOCAL_CREDENTIALS } from '../local/functions/describe-environment.ts';
import { createTables } from '../local/table/create-tables.ts';
import { startTableEngine } from '../local/table/start-table-engine.ts';
import { LOCAL } from '../local/template/physical-names.ts';
import { INDEXES, PRIMARY_KEY } from '../records/table-schema.ts';
import { milliseconds, printTable, times } from './print-table.ts';
import { bodyOf, readSamples, STORED, samplesOfYear } from './sample-reports.ts';
import { spreadOf } from './statistics.ts';
import { storeReports } from './store-reports.ts';

const ROUNDS = 100;
/** Older than lists may be. */
const REST_MS = 5_100;
const RESTED_ROUNDS = 12;
const TABLE = 'reports';
const ASKS = 'arn:aws:iam::123456789012:user/bench';

/** Requests to the API over 10,000 stored reports of five years; the peer is who asks alone, one read of the table. */
export async function benchApi() {
  const directory = mkdtempSync(join(tmpdir(), 'gouji-bench-api-'));
  const engine = await startTableEngine({ file: join(directory, 't.db'), logFile: join(directory, 't.log'), port: 0 });
  const given = { region: LOCAL.region, credentials: { ...LOCAL_CREDENTIALS } };
  const marshallOptions = { removeUndefinedValues: true };
  const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({ ...given, endpoint: engine.endpoint }), {
    marshallOptions,
  });
  try {
    await createTables(engine.endpoint, [table()]);
    const records = await readSamples();
    await dynamodbUsers(dynamodb, TABLE).keep({ principal: ASKS, name: '审核员', role: 'reviewer', office: null });
    for (const year of STORED.years) await storeReports(dynamodb, TABLE, samplesOfYear(year, records));
    const names = { TABLE_NAME: TABLE, INBOX_BUCKET: 'inbox', EVIDENCE_BUCKET: 'evidence' };
    const handler = makeApiHandler({ dynamodb, s3: new S3Client(given) }, names);
    const ask = async (path: string, query: Record<string, string> = {}) => {
      const from = performance.now();
      const { statusCode, body } = await handler(eventOf(path, query));
      if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${body.slice(0, 200)}`);
      return performance.now() - from;
    };
    const first = await ask('/findings', { year: '2021' });
    const timed = async (path: (at: number) => string, query?: Record<string, string>) => {
      const all: number[] = [];
      for (let at = 0; at < ROUNDS; at++) all.push(await ask(path(at), query));
      return spreadOf(all);
    };
    const rested = async (path: string, query: Record<string, string>) => {
      const all: number[] = [];
      for (let at = 0; at < RESTED_ROUNDS; at++) {
        await delay(REST_MS);
        all.push(await ask(path, query));
      }
      return spreadOf(all);
    };
    const bodyAt = (at: number) => encodeURIComponent(bodyOf((at * 37) % STORED.bodies));
    const measured = {
      'who asks': await timed(() => '/me'),
      'findings of a year': await timed(() => '/findings', { year: '2021' }),
      'the same, its heads looked at again': await rested('/findings', { year: '2021' }),
      'findings, three filters': await timed(() => '/findings', {
        year: '2021',
        severity: 'error',
        state: 'open',
        format: 'docx',
      }),
      'reports of a year': await timed(() => '/reports', { year: '2021' }),
      'one report': await timed((at) => `/reports/${bodyAt(at)}/2021`),
      'a body’s five years': await timed((at) => `/bodies/${bodyAt(at)}/years`),
    };
    const peer = measured['who asks'].median;
    printTable(
      `API over ${STORED.years.length * STORED.bodies} stored reports, ms; the first list of a year: ${milliseconds(first)}`,
      ['', 'median', '95 %', '× who asks'],
      Object.entries(measured).map(([name, { median, p95 }]) => [
        name,
        milliseconds(median),
        milliseconds(p95),
        times(median / peer),
      ]),
    );
    return { first, measured };
  } finally {
    dynamodb.destroy();
    await engine.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function eventOf(path: string, query: Record<string, string>): APIGatewayProxyEvent {
  const multiValueQueryStringParameters = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, [value]]),
  );
  const event = { httpMethod: 'GET', path: `/api/v1${path}`, headers: {}, body: null, isBase64Encoded: false };
  // What the handler reads of the context is only who asks.
  return {
    ...event,
    multiValueQueryStringParameters,
    requestContext: { identity: { userArn: ASKS } },
  } as unknown as APIGatewayProxyEvent;
}

function table(): Parameters<typeof createTables>[1][number] {
  const keyed = ({ partition, sort }: { readonly partition: string; readonly sort: string }) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  return {
    name: TABLE,
    KeySchema: keyed(PRIMARY_KEY),
    AttributeDefinitions: [PRIMARY_KEY, ...Object.values(INDEXES)].flatMap(({ partition, sort }) =>
      [partition, sort].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    ),
    GlobalSecondaryIndexes: Object.values(INDEXES).map((index) => ({
      IndexName: index.name,
      KeySchema: keyed(index),
      Projection: { ProjectionType: 'ALL' as const },
    })),
  };
}
