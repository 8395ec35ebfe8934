import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { dynamodbReader, type Reader } from '../../functions/adapters/dynamodb-reader.ts';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import type { Assembly } from '../../local/template/read-assembly.ts';
import { dress } from '../dresses/dress.ts';
import { dressReport } from '../dresses/dress-report.ts';
import { SAMPLES, transcriptions } from '../dresses/samples-on-disk.ts';
import { ingestAssembly } from './assemblies.ts';
import { editTemplate, setProperties } from './edit-template.ts';
import { startTestCloud, type TestCloud } from './test-cloud.ts';

// The real handler, bundled and wired as it is deployed, over the embedded stores.

const BODIES = 200;
const YEAR = 2024;
const DIGITS = '零一二三四五六七八九';
const bodyOf = (n: number) => `淮安市第${[...String(n)].map((digit) => DIGITS[Number(digit)]).join('')}街道办事处`;

let assembly: Assembly;
let reports: Buffer[];

beforeAll(async () => {
  assembly = await ingestAssembly();
  const source = transcriptions().find(({ id }) => id === 'huaian_city_2024');
  if (!source) throw new Error('no transcription of huaian_city_2024');
  const { figures, forms } = source;
  reports = Array.from({ length: BODIES }, (_, n) => {
    const report = { figures, forms, body: bodyOf(n), year: YEAR, dress: dress('plain', { writer: 'wps' }), seed: n };
    return Buffer.from(dressReport(report).bytes);
  });
}, 150_000);

function readerOf(cloud: TestCloud): Reader {
  const client = new DynamoDBClient({
    endpoint: cloud.endpoints.dynamodb,
    region: LOCAL.region,
    credentials: { ...LOCAL_CREDENTIALS },
  });
  onTestFinished(() => client.destroy());
  return dynamodbReader(DynamoDBDocumentClient.from(client), cloud.outputs.TableName ?? '');
}

describe('the local cloud with the real function', () => {
  test('keeps one record and one ledger entry for each of 200 reports dropped at once', async () => {
    const cloud = await startTestCloud({ assembly });
    const reader = readerOf(cloud);
    await Promise.all(reports.map((report, n) => cloud.put(`inbox/办公室/${bodyOf(n)}年报.docx`, report)));
    await cloud.drained();
    const ledger = await reader.ledgerOfDay(new Date());
    expect(ledger.map((entry) => entry.settlement?.outcome)).toEqual(Array(BODIES).fill('accepted'));
    const heads = await reader.reportsOfYear(YEAR);
    expect(heads.map((head) => head.body).sort()).toEqual(reports.map((_, n) => bodyOf(n)).sort());
    expect(heads.filter((head) => head.revisions !== 1)).toEqual([]);
    const [first] = heads;
    const record = first && (await reader.readRecord(first, first.newest.revision));
    expect(record?.figures['t2.penalties.decisions']?.value).toBe(3_985_758);
  }, 120_000);

  test('reads what does not add up a second time, by what lies in the bundle for it', async () => {
    const cloud = await startTestCloud({ assembly });
    const folder = join(SAMPLES, 'pingtan_2020');
    const name = readdirSync(folder).find((file) => file.endsWith('.docx')) ?? '';
    await cloud.put(`inbox/办公室/${name}`, readFileSync(join(folder, name)));
    await cloud.drained();
    const reader = readerOf(cloud);
    const [head] = await reader.reportsOfYear(2020);
    const record = head && (await reader.readRecord(head, head.newest.revision));
    const errors = record?.findings.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([
      { rule: 'T3-RESULTS', cause: 'report', secondReading: 'agrees' },
      { rule: 'T3-RESULTS', cause: 'report', secondReading: 'agrees' },
    ]);
  }, 60_000);

  test('makes one revision of ten deliveries of one event', async () => {
    // A delivery that finds another at work for longer than it waits is handed out again: here after seconds, not minutes.
    const soon = editTemplate(assembly, (template) => {
      setProperties(template, 'AWS::Lambda::Function', { Timeout: 15 });
      setProperties(template, 'AWS::SQS::Queue', { VisibilityTimeout: 15 });
    });
    const cloud = await startTestCloud({ assembly: soon });
    const reader = readerOf(cloud);
    const queue = [...cloud.queues.values()].find(({ name }) => !name.toLowerCase().includes('dead'));
    const [report = Buffer.alloc(0)] = reports;
    const versionId = await cloud.put('inbox/办公室/年报.docx', report);
    const detail = {
      bucket: { name: cloud.outputs.InboxBucket },
      object: { key: 'inbox/办公室/年报.docx', 'version-id': versionId },
    };
    const event = JSON.stringify({ 'detail-type': 'Object Created', detail });
    await Promise.all(Array.from({ length: 9 }, () => queue?.send(event)));
    await cloud.drained();
    const [head, ...others] = await reader.reportsOfYear(YEAR);
    expect(others).toEqual([]);
    expect(head?.revisions).toBe(1);
    expect(head && (await reader.revisions(head))).toHaveLength(1);
    expect(await reader.ledgerOfDay(new Date())).toMatchObject([{ settlement: { outcome: 'accepted' } }]);
  });

  test('links the same bytes under another key, and makes a new revision of a corrected report', async () => {
    const cloud = await startTestCloud({ assembly });
    const reader = readerOf(cloud);
    const [first = Buffer.alloc(0)] = reports;
    await cloud.put('inbox/甲/年报.docx', first);
    await cloud.drained();
    await cloud.put('inbox/乙/同一份 年报(1).docx', first);
    const source = transcriptions().find(({ id }) => id === 'huaian_city_2024');
    if (!source) throw new Error('no transcription');
    const figures = { ...source.figures, 't2.penalties.decisions': 1 };
    const corrected = dressReport({ ...source, figures, body: bodyOf(0), dress: dress('plain'), seed: 1 });
    await cloud.drained();
    await cloud.put('inbox/甲/年报.docx', Buffer.from(corrected.bytes));
    await cloud.drained();
    const outcomes = (await reader.ledgerOfDay(new Date())).map((entry) => entry.settlement?.outcome);
    expect(outcomes.sort()).toEqual(['accepted', 'accepted', 'duplicate']);
    const [head] = await reader.reportsOfYear(YEAR);
    const record = head && (await reader.readRecord(head, head.newest.revision));
    expect(head?.revisions).toBe(2);
    expect(record?.figures['t2.penalties.decisions']?.value).toBe(1);
  });
});
