import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { answerByStack } from '../../../cli/review/answer-by-stack.ts';
import { seedUsers } from '../../../cli/seed-users.ts';
import { dynamodbUsers } from '../../../functions/adapters/dynamodb-users.ts';
import { LOCAL_CREDENTIALS } from '../../../local/functions/describe-environment.ts';
import { LOCAL } from '../../../local/template/physical-names.ts';
import type { Assembly } from '../../../local/template/read-assembly.ts';
import { startFront } from '../../../local/web/start-front.ts';
import { OPERATIONS } from '../../../records/contract/api/operations.ts';
import { SAMPLES } from '../../dresses/samples-on-disk.ts';
import { ingestAssembly } from '../../local/assemblies.ts';
import { startTestCloud, type TestCloud } from '../../local/test-cloud.ts';
import { CALLER, isSigned, REGION } from './verify-signature.ts';

// What `gouji review` puts before a stack, before the real functions: a report goes in, is decided on, and comes out as a
// file. API Gateway's part, knowing the caller by the signature, is played by a server that hands on what is signed.

let assembly: Assembly;
beforeAll(async () => {
  assembly = await ingestAssembly();
}, 150_000);

const REPORT = 'pingtan_2020/平潭综合实验区2020年度政府信息公开工作年度报告.docx';

async function startGateway({ endpoints: { web } }: TestCloud): Promise<string> {
  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of message) parts.push(part);
    const body = Buffer.concat(parts);
    const { method = '', url = '', headers } = message;
    if (!isSigned(message, body)) {
      response.writeHead(403, { 'x-amzn-errortype': 'InvalidSignatureException' }).end();
      return;
    }
    const key = headers['idempotency-key'];
    const got = await fetch(`${web}${url.replace(/^\/live/u, '')}`, {
      method,
      headers: {
        origin: web,
        cookie: 'gouji-user=reviewer-a',
        ...(typeof key === 'string' && { 'idempotency-key': key }),
      },
      ...(body.length > 0 && { body }),
    });
    response.writeHead(got.status, { 'content-type': got.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await got.arrayBuffer()));
  };
  const server = createServer((message, response) => void answer(message, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/live/api/v1`;
}

async function openReview(cloud: TestCloud): Promise<string> {
  const client = new DynamoDBClient({
    endpoint: cloud.endpoints.dynamodb,
    region: LOCAL.region,
    credentials: { ...LOCAL_CREDENTIALS },
  });
  await seedUsers({ users: dynamodbUsers(DynamoDBDocumentClient.from(client), cloud.outputs.TableName ?? '') });
  client.destroy();
  const { sha256 } = new S3Client({ region: REGION }).config;
  const front = await startFront({
    port: 0,
    page: '/nowhere',
    answerApi: answerByStack({ url: await startGateway(cloud), region: REGION, credentials: CALLER, sha256 }),
    store: cloud.endpoints.s3,
    onFault: (fault) => {
      throw fault;
    },
  });
  onTestFinished(() => front.close());
  return front.endpoint;
}

test('a report is handed in, decided on and exported by requests that their caller signed', async () => {
  const cloud = await startTestCloud({ assembly, schedules: 'held' });
  const web = await openReview(cloud);
  const ask = (path: string, body?: unknown) =>
    fetch(
      `${web}/api/v1${path}`,
      body === undefined
        ? {}
        : { method: 'POST', headers: { origin: web, 'idempotency-key': 'once' }, body: JSON.stringify(body) },
    );
  const bytes = readFileSync(`${SAMPLES}/${REPORT}`);
  const wanted = { office: '平潭办', fileName: '平潭 2020（更正）.docx', bytes: bytes.length };
  const { id, put } = OPERATIONS.startUpload.answer.parse(await (await ask('/uploads', wanted)).json());
  expect((await fetch(put.url, { method: 'PUT', headers: put.headers, body: bytes })).status).toBe(200);
  await cloud.drained();
  const { settlement } = OPERATIONS.getUpload.answer.parse(await (await ask(`/uploads/${id}`)).json());
  const bodyKey = settlement?.bodyKey ?? '';

  // The key of a body is Chinese, and stands in a path.
  expect((await ask(`/reports/${encodeURIComponent(bodyKey)}/2020`)).status).toBe(200);
  const search = new URLSearchParams({ year: '2020', q: '平潭 综合' });
  expect((await ask(`/findings?${search}`)).status).toBe(200);
  const found = OPERATIONS.listFindings.answer.parse(await (await ask('/findings?year=2020&severity=error')).json());
  const decision = { report: { bodyKey, year: 2020 }, key: found.items[0]?.key, decision: 'confirmed', expected: 0 };
  expect((await ask('/decisions', decision)).status).toBe(200);
  const decided = OPERATIONS.listDecisions.answer.parse(await (await ask('/decisions')).json());
  expect(JSON.stringify(decided)).toContain('审核员甲');

  const exported = async (base: string) =>
    Buffer.from(await (await fetch(`${base}/api/v1/exports/findings.parquet?year=2020&revision=newest`)).arrayBuffer());
  const [here, there] = [await exported(web), await exported(cloud.endpoints.web)];
  expect(here.subarray(0, 4).toString()).toBe('PAR1');
  expect(here.equals(there)).toBe(true);
}, 120_000);
