import { readFileSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { seedUsers } from '../../../cli/seed-users.ts';
import { dynamodbUsers } from '../../../functions/adapters/dynamodb-users.ts';
import { LINKING, s3FileLinks } from '../../../functions/adapters/s3-file-links.ts';
import { accessKeyOf } from '../../../local/access/access-key.ts';
import { LOCAL_CREDENTIALS } from '../../../local/functions/describe-environment.ts';
import { LOCAL } from '../../../local/template/physical-names.ts';
import type { Assembly } from '../../../local/template/read-assembly.ts';
import { SAMPLES } from '../../dresses/samples-on-disk.ts';
import { ingestAssembly } from '../assemblies.ts';
import { startTestCloud, type TestCloud } from '../test-cloud.ts';

// The API as the page has it on one machine: through the front, in the function's own process, with the rights of its
// role in the template and by links to the object store.

let assembly: Assembly;
beforeAll(async () => {
  assembly = await ingestAssembly();
}, 150_000);

const REPORT = 'pingtan_2020/平潭综合实验区2020年度政府信息公开工作年度报告.docx';

async function addUsers({ endpoints, outputs }: TestCloud): Promise<void> {
  const endpoint = endpoints.dynamodb;
  const client = new DynamoDBClient({ endpoint, region: LOCAL.region, credentials: { ...LOCAL_CREDENTIALS } });
  onTestFinished(() => client.destroy());
  await seedUsers({ users: dynamodbUsers(DynamoDBDocumentClient.from(client), outputs.TableName ?? '') });
}

function askerOf({ endpoints: { web } }: TestCloud) {
  return async (user: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${web}/api/v1${path}`, {
      headers: { cookie: `other=1; gouji-user=${user}`, origin: web, 'idempotency-key': 'once' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
}

/** What a page of this origin is allowed to read of an answer from elsewhere. */
const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin');

const ticketSchema = z.object({
  id: z.string(),
  put: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});
const findingsSchema = z.object({
  items: z.array(z.looseObject({ key: z.string(), report: z.looseObject({ bodyKey: z.string(), year: z.number() }) })),
});

test('a report goes in by a link, is decided on, and comes out again, with the rights of the stack alone', async () => {
  const cloud = await startTestCloud({ assembly, schedules: 'held' });
  await addUsers(cloud);
  const ask = askerOf(cloud);
  const { web } = cloud.endpoints;
  const bytes = readFileSync(`${SAMPLES}/${REPORT}`);

  expect(await (await fetch(`${web}/api/v1/me`)).json()).toMatchObject({ name: '审核员甲' });
  expect(await (await ask('office', '/me')).json()).toMatchObject({ role: 'office', office: '平潭综合实验区' });
  expect((await ask('nobody', '/me')).status).toBe(401);

  const wanted = { office: '平潭综合实验区', fileName: '平潭 2020.docx', bytes: bytes.length };
  expect((await ask('office', '/uploads', { ...wanted, office: '鹿城区' })).status).toBe(403);
  const ticket = ticketSchema.parse(await (await ask('office', '/uploads', wanted)).json());
  const preflight = (origin: string, method: string) =>
    fetch(ticket.put.url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'content-type' },
    });
  expect(allowed(await preflight(web, 'PUT'))).toBe(web);
  expect(allowed(await preflight('http://evil.example.org', 'PUT'))).toBeNull();
  expect((await preflight(web, 'DELETE')).status).toBe(403);
  const put = { method: 'PUT', headers: { ...ticket.put.headers, origin: web }, body: bytes };
  expect(await (await ask('office', `/uploads/${ticket.id}`)).json()).toMatchObject({ stage: 'awaited' });
  const stored = await fetch(ticket.put.url, put);
  expect([stored.status, allowed(stored)]).toEqual([200, web]);
  await cloud.drained();
  const status = z
    .object({ stage: z.literal('settled'), settlement: z.object({ sha256: z.string(), bodyKey: z.string() }) })
    .parse(await (await ask('office', `/uploads/${ticket.id}`)).json());

  const { sha256, bodyKey } = status.settlement;
  const source = z.object({ url: z.string() }).parse(await (await ask('office', `/sources/${sha256}`)).json());
  const read = await fetch(source.url, { headers: { origin: web } });
  expect([allowed(read), Buffer.from(await read.arrayBuffer()).equals(bytes)]).toEqual([web, true]);

  const { items } = findingsSchema.parse(await (await ask('reader', '/findings?year=2020')).json());
  const [finding] = items;
  const decision = { report: { bodyKey, year: 2020 }, key: finding?.key, decision: 'confirmed', expected: 0 };
  expect((await ask('reader', '/decisions', decision)).status).toBe(403);
  expect((await ask('reviewer-a', '/decisions', decision)).status).toBe(200);
  expect((await ask('reviewer-b', '/decisions', { ...decision, decision: 'explained', note: '属实' })).status).toBe(
    409,
  );
  for (const path of [
    `/reports/${encodeURIComponent(bodyKey)}/2020`,
    `/reports/${encodeURIComponent(bodyKey)}/2020/document`,
    '/changes',
    '/decisions',
    '/exports/figures.xlsx?year=2020',
  ]) {
    const { status: code } = await ask('reader', path);
    expect([path, code]).toEqual([path, 200]);
  }

  await keepLargeExport(cloud);
  expect(cloud.progress).toEqual([]);
  const unused = cloud.access
    .rights()
    .filter(({ used, functionName }) => !used && functionName.includes('Api'))
    .map(({ action, resource }) => `${action} on ${resource.replace(/^.*:/u, '')}`);
  expect(unused.filter((one) => !EXPLAINED.some((right) => right.test(one)))).toEqual([]);
}, 120_000);

/** Not asked for here: logs are files, and S3 lists only in AWS. */
const EXPLAINED = [/^logs:/u, /^s3:ListBucket on /u];

/** What the function does with an export that is too large for an answer, by its role: no sample makes one of 4 MB. */
async function keepLargeExport({ access, endpoints, outputs }: TestCloud): Promise<void> {
  const { functionName = '' } = access.rights().find((right) => right.functionName.includes('Api')) ?? {};
  const s3 = new S3Client({
    ...LINKING,
    region: LOCAL.region,
    endpoint: endpoints.s3,
    forcePathStyle: true,
    credentials: { ...LOCAL_CREDENTIALS, accessKeyId: accessKeyOf({ name: functionName }) },
  });
  onTestFinished(() => s3.destroy());
  const { InboxBucket: inbox = '', EvidenceBucket: evidence = '' } = outputs;
  const links = s3FileLinks(s3, { inbox, evidence }, () => new Date());
  const bytes = Buffer.alloc(4_000_001, 7);
  const { url } = await links.keepExport({ fileName: '数字.csv', contentType: 'text/csv', bytes });
  const got = await fetch(url);
  expect(got.headers.get('content-disposition')).toContain(encodeURIComponent('数字.csv'));
  expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
}
