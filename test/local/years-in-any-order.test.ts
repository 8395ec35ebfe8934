import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { dynamodbReader } from '../../functions/adapters/dynamodb-reader.ts';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import type { Assembly } from '../../local/template/read-assembly.ts';
import { SAMPLES } from '../dresses/samples-on-disk.ts';
import { ingestAssembly } from './assemblies.ts';
import { startTestCloud, type TestCloud } from './test-cloud.ts';

// 平潭's reports as published, through the real function: what years say of each other does not depend on who came first.

const YEARS = [2019, 2020, 2021, 2022];
const ORDERS = [
  [2019, 2020, 2021, 2022],
  [2022, 2021, 2020, 2019],
  [2020, 2019, 2022, 2021],
  [2021, 2022, 2019, 2020],
];

let assembly: Assembly;
beforeAll(async () => {
  assembly = await ingestAssembly();
}, 150_000);

function bytesOf(year: number): Buffer {
  const folder = join(SAMPLES, `pingtan_${year}`);
  const name = readdirSync(folder).find((file) => file.endsWith('.docx')) ?? '';
  return readFileSync(join(folder, name));
}

const put = (cloud: TestCloud, year: number) => cloud.put(`inbox/平潭办/${year}.docx`, bytesOf(year));

/** Status and findings of each year, its own and those across. */
async function standing(cloud: TestCloud) {
  const client = new DynamoDBClient({
    endpoint: cloud.endpoints.dynamodb,
    region: LOCAL.region,
    credentials: { ...LOCAL_CREDENTIALS },
  });
  onTestFinished(() => client.destroy());
  const reader = dynamodbReader(DynamoDBDocumentClient.from(client), cloud.outputs.TableName ?? '');
  return Promise.all(
    YEARS.map(async (year) => {
      const [head] = await reader.reportsOfYear(year);
      return { year, status: head?.status, counts: head?.counts, across: head && (await reader.readAcross(head)) };
    }),
  );
}

test('four years give the same findings in any order and all at once', async () => {
  const seen: Awaited<ReturnType<typeof standing>>[] = [];
  for (const order of ORDERS) {
    const cloud = await startTestCloud({ assembly });
    for (const year of order) {
      await put(cloud, year);
      await cloud.drained();
    }
    seen.push(await standing(cloud));
  }
  const cloud = await startTestCloud({ assembly });
  await Promise.all([...YEARS, ...YEARS].map((year) => put(cloud, year)));
  await cloud.drained();
  seen.push(await standing(cloud));
  const [first] = seen;
  for (const one of seen) expect(one).toEqual(first);
  const rules = first?.map(({ across }) => across?.findings.map(({ rule, scope }) => `${rule} ${scope}`));
  expect(rules?.[0]).toEqual([]);
  expect(rules?.[1]).toEqual(['T2-PUBLIC-TOTAL regulations']);
  expect(first?.map(({ status }) => status)).toEqual(['accepted', 'needs-review', 'accepted', 'accepted']);
}, 120_000);
