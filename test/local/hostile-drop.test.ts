import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, onTestFinished, test } from 'vitest';
import { dynamodbReader } from '../../functions/adapters/dynamodb-reader.ts';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import { reportDocx } from '../functions/ingest/uploads.ts';
import { ingestAssembly } from './assemblies.ts';
import { HOSTILE_FILES } from './hostile-files.ts';
import { startTestCloud } from './test-cloud.ts';

// The real handler and its thread, bundled and wired as they are deployed.

/** Every other file is followed by a good report. */
const EVERY = 2;
const bodyOf = (n: number) => `鹿城区第${'零一二三四五六七八九'[n % 10]}${'甲乙丙丁'[Math.floor(n / 10)]}街道办事处`;

test('hostile files end with their codes, and the reports among them are read', async () => {
  const cloud = await startTestCloud({ assembly: await ingestAssembly() });
  const client = new DynamoDBClient({
    endpoint: cloud.endpoints.dynamodb,
    region: LOCAL.region,
    credentials: { ...LOCAL_CREDENTIALS },
  });
  onTestFinished(() => client.destroy());
  const reader = dynamodbReader(DynamoDBDocumentClient.from(client), cloud.outputs.TableName ?? '');
  const expected = new Map<string, string>();
  for (const [n, { what, fileName, bytes, code }] of HOSTILE_FILES.entries()) {
    const key = `inbox/来历不明/${n} ${what}/${fileName}`;
    expected.set(key, `rejected ${code}`);
    await cloud.put(key, Buffer.from(bytes()));
    if (n % EVERY > 0) continue;
    const good = `inbox/办公室/${bodyOf(n)}.docx`;
    expected.set(good, `accepted ${bodyOf(n)}`);
    await cloud.put(good, Buffer.from(reportDocx({ body: bodyOf(n) })));
  }
  await cloud.drained();
  const ledger = await reader.ledgerOfDay(new Date());
  const outcomes = ledger.map(({ key, settlement }) => {
    const { outcome, code, body } = settlement ?? {};
    return [key, `${outcome} ${code ?? body}`] as const;
  });
  expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(expected));
  expect(outcomes).toHaveLength(expected.size);
  // Each sender is told what to do.
  for (const { settlement } of ledger) {
    if (settlement?.outcome === 'rejected') expect(settlement.message?.zh).toMatch(/请/u);
  }
  for (const queue of cloud.queues.values()) expect([queue.name, queue.size]).toEqual([queue.name, 0]);
}, 150_000);
