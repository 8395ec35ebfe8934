import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Browser, Page } from 'playwright-core';
import { seedUsers } from '../../cli/seed-users.ts';
import { dynamodbUsers } from '../../functions/adapters/dynamodb-users.ts';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import { startLocalCloud } from '../../local/start.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import { OPERATIONS } from '../../records/contract/api/operations.ts';
import { buildPage } from '../../web/build.ts';
import { SAMPLES } from '../dresses/samples-on-disk.ts';
import { ingestAssembly } from '../local/assemblies.ts';
import { launchChromium } from '../pdf/print/chromium.ts';

export interface OpenPage {
  /** Origin of the page. */
  readonly web: string;
  /** Hands a report in through the API, and waits for its end. */
  handIn(fileName: string, bytes: Uint8Array, office?: string): Promise<void>;
  /** The table behind it. */
  readonly table: { readonly dynamodb: DynamoDBDocumentClient; readonly name: string };
  /** A tab of a profile of its own; `wrong` collects what its console complains of. */
  open(user: string, language?: 'zh' | 'en'): Promise<{ page: Page; wrong: string[] }>;
  close(): Promise<void>;
}

/** The page on the samples, built from its sources, before a local cloud with the five users. */
export async function openPage(): Promise<OpenPage> {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-web-'));
  const page = join(folder, 'page');
  await buildPage(page);
  const cloud = await startLocalCloud({
    assembly: await ingestAssembly(),
    dataDir: join(folder, 'data'),
    page,
    samples: SAMPLES,
    schedules: 'held',
    onProgress: () => undefined,
  });
  const connection = { region: LOCAL.region, credentials: { ...LOCAL_CREDENTIALS } };
  const table = {
    dynamodb: DynamoDBDocumentClient.from(new DynamoDBClient({ ...connection, endpoint: cloud.endpoints.dynamodb }), {
      marshallOptions: { removeUndefinedValues: true },
    }),
    name: cloud.outputs.TableName ?? '',
  };
  await seedUsers({ users: dynamodbUsers(table.dynamodb, table.name) });
  await cloud.drained();
  const browser: Browser = await launchChromium();
  const { web } = cloud.endpoints;
  return {
    web,
    table,
    async handIn(fileName, bytes, office = '平潭综合实验区') {
      const asked = await fetch(`${web}/api/v1/uploads`, {
        method: 'POST',
        headers: { origin: web, 'content-type': 'application/json' },
        body: JSON.stringify({ office, fileName, bytes: bytes.length }),
      });
      const { put } = OPERATIONS.startUpload.answer.parse(await asked.json());
      const answer = await fetch(put.url, { method: 'PUT', headers: put.headers, body: Buffer.from(bytes) });
      if (!answer.ok) throw new Error(`the upload was answered by ${answer.status}`);
      await cloud.drained();
    },
    async open(user, language = 'zh') {
      const context = await browser.newContext({ baseURL: web, viewport: { width: 1200, height: 800 } });
      await context.addCookies([{ name: 'gouji-user', value: user, url: web }]);
      await context.addInitScript(`localStorage.setItem('gouji-language', '${language}')`);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const wrong: string[] = [];
      page.on('pageerror', ({ message }) => wrong.push(message));
      page.on('console', (line) => line.text().includes('Content Security Policy') && wrong.push(line.text()));
      // Files come from the bucket, by links that the API gives.
      const allowed = new Set([web, cloud.endpoints.s3]);
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol !== 'blob:' && !allowed.has(origin)) wrong.push(request.url());
      });
      return { page, wrong };
    },
    async close() {
      table.dynamodb.destroy();
      await browser.close();
      await cloud.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
