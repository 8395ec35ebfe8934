import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { seedUsers } from '../../cli/seed-users.ts';
import { dynamodbUsers } from '../../functions/adapters/dynamodb-users.ts';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import { startLocalCloud } from '../../local/start.ts';
import { synthesizeIfChanged } from '../../local/synthesize-if-changed.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import { OPERATIONS } from '../../records/contract/api/operations.ts';
import { buildPage } from '../../web/build.ts';
import { readSamples, samplesOfYear } from '../sample-reports.ts';
import { storeReports } from '../store-reports.ts';

/** The page on one machine, before 2,000 stored reports of a year with 10,000 findings, and one PDF. */
export interface StoredCloud {
  /** Origin of the page. */
  readonly web: string;
  /** Where the page shows the PDF's report. */
  readonly pdfPath: string;
  stop(): Promise<void>;
}

const OFFICE = '鹿城区';

/** @param folder that everything is put into; whoever gives it takes it away */
export async function openStoredCloud(folder: string, year: number, pdf: string): Promise<StoredCloud> {
  const [assembly, page] = [join(folder, 'cdk'), join(folder, 'page')];
  await Promise.all([synthesizeIfChanged(assembly), buildPage(page)]);
  const cloud = await startLocalCloud({ assembly, dataDir: join(folder, 'data'), page, schedules: 'held' });
  const client = new DynamoDBClient({
    endpoint: cloud.endpoints.dynamodb,
    region: LOCAL.region,
    credentials: { ...LOCAL_CREDENTIALS },
  });
  try {
    const dynamodb = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
    const table = cloud.outputs.TableName ?? '';
    await seedUsers({ users: dynamodbUsers(dynamodb, table) });
    // Those with three findings and with seven: ten thousand in two thousand reports.
    const records = (await readSamples()).filter(({ findings }) => findings.length >= 3);
    await storeReports(dynamodb, table, samplesOfYear(year, records));
    const { web } = cloud.endpoints;
    const id = await handIn(web, pdf);
    await cloud.drained();
    const status = OPERATIONS.getUpload.answer.parse(await (await fetch(`${web}/api/v1/uploads/${id}`)).json());
    const { bodyKey, year: ofPdf } = status.settlement ?? {};
    if (!bodyKey) throw new Error(`${pdf} was not read: ${JSON.stringify(status)}`);
    await warm(`${web}/api/v1/findings?year=${year}`);
    return {
      web,
      pdfPath: `/report/${encodeURIComponent(bodyKey)}/${ofPdf ?? 'unknown'}`,
      stop: () => cloud.stop(),
    };
  } catch (fault) {
    await cloud.stop();
    throw fault;
  } finally {
    client.destroy();
  }
}

/** A function that starts on a busy machine may be ended for its time before it answers once. */
async function warm(url: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) if ((await fetch(url)).ok) return;
  throw new Error(`${url} is not answered`);
}

async function handIn(web: string, pdf: string): Promise<string> {
  const bytes = readFileSync(pdf);
  const asked = await fetch(`${web}/api/v1/uploads`, {
    method: 'POST',
    headers: { origin: web, 'content-type': 'application/json' },
    body: JSON.stringify({ office: OFFICE, fileName: '年报.pdf', bytes: bytes.length }),
  });
  const { id, put } = OPERATIONS.startUpload.answer.parse(await asked.json());
  const answer = await fetch(put.url, { method: 'PUT', headers: put.headers, body: bytes });
  if (!answer.ok) throw new Error(`the upload was answered by ${answer.status}`);
  return id;
}
