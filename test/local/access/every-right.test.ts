import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, test } from 'vitest';
import { LOCAL_CREDENTIALS } from '../../../local/functions/describe-environment.ts';
import { LOCAL } from '../../../local/template/physical-names.ts';
import type { Assembly } from '../../../local/template/read-assembly.ts';
import { uploadKey } from '../../../records/keys.ts';
import { SAMPLES } from '../../dresses/samples-on-disk.ts';
import { ingestAssembly } from '../assemblies.ts';
import { editTemplate, setClockForward } from '../edit-template.ts';
import { startTestCloud, type TestCloud } from '../test-cloud.ts';

// A role has what its function needs and nothing more: everything that a function does is done here once, and what
// its role allows beside that must stand in a short list with its reason.

/** What is not asked for here, or only in AWS: `action on resource`, of the functions named, or of all. */
const UNUSED: readonly { readonly of?: RegExp; readonly right: RegExp; readonly because: string }[] = [
  {
    of: /Ingest/,
    right: /^dynamodb:Query on .*:table\/[^/]+$/,
    because: 'revisions are listed only where an older record, without a second reading, meets a carry that breaks',
  },
  { right: /^logs:/, because: 'Lambda writes the log by it, and here the log is a file' },
  {
    of: /Ingest/,
    right: /^s3:ListBucket on /,
    because: 'S3 asks for it before it says of an object that there is none',
  },
  { of: /Api/, right: /./, because: 'test/local/web/api.test.ts asks for each right of the API' },
  { right: /^kms:/, because: 'nothing is enciphered here' },
  {
    of: /Ingest/,
    right: /^sqs:(ChangeMessageVisibility|GetQueueUrl) on /,
    because: 'Lambda may ask for it of a queue that it reads',
  },
];

let assembly: Assembly;

beforeAll(async () => {
  assembly = await ingestAssembly();
}, 150_000);

function sample(folder: string): Buffer {
  const path = join(SAMPLES, folder);
  const name = readdirSync(path).find((file) => file.endsWith('.docx')) ?? '';
  return readFileSync(join(path, name));
}

async function remove(cloud: TestCloud, key: string): Promise<void> {
  const client = new S3Client({
    endpoint: cloud.endpoints.s3,
    region: LOCAL.region,
    credentials: { ...LOCAL_CREDENTIALS },
    forcePathStyle: true,
  });
  await client.send(new DeleteObjectCommand({ Bucket: cloud.outputs.InboxBucket, Key: key }));
  client.destroy();
}

/** As if nobody had been told of an upload: its entry in the ledger is gone. */
async function forget(cloud: TestCloud, key: string, versionId: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: cloud.endpoints.dynamodb,
    region: LOCAL.region,
    credentials: { ...LOCAL_CREDENTIALS },
  });
  const Key = { ...uploadKey({ bucket: cloud.outputs.InboxBucket ?? '', key, versionId }) };
  await DynamoDBDocumentClient.from(client).send(new DeleteCommand({ TableName: cloud.outputs.TableName, Key }));
  client.destroy();
}

/** Everything that happens to uploads. */
async function liveThrough(cloud: TestCloud): Promise<void> {
  const folders = readdirSync(SAMPLES).filter((name) => /_20\d\d$/.test(name));
  for (const folder of folders) await cloud.put(`inbox/办/${folder}.docx`, sample(folder));
  await cloud.drained();
  // The same bytes again, something that is no report, and one that is gone before it is read.
  await cloud.put('inbox/办/again.docx', sample('pingtan_2020'));
  const note = await cloud.put('inbox/办/note.docx', 'not a document');
  await cloud.drained();
  await remove(cloud, 'inbox/办/again.docx');
  await cloud.drained();
  await forget(cloud, 'inbox/办/note.docx', note);
  for (const name of cloud.schedules) await cloud.runSchedule(name);
}

test('no role lacks a right, and none has one that is of no use', async () => {
  // For the reconciler it is two hours later: what has no entry by then goes on the queue again,
  // under a lease that ends at that hour: nobody here waits for it.
  const late = editTemplate(assembly, (template) => setClockForward(template, 'Reconcile', 2 * 3600));
  const cloud = await startTestCloud({ assembly: late, schedules: 'held' });
  await liveThrough(cloud);
  expect(cloud.progress).toEqual([]);
  const rights = cloud.access.rights();
  expect(rights.length).toBeGreaterThan(10);
  const isExplained = (text: string, functionName: string) =>
    UNUSED.some(({ of, right }) => right.test(text) && (of?.test(functionName) ?? true));
  const unused = rights.filter(
    ({ used, action, resource, functionName }) => !used && !isExplained(`${action} on ${resource}`, functionName),
  );
  expect(unused).toEqual([]);
}, 120_000);
