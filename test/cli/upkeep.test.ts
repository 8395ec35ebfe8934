import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DeleteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import { type LocalCloud, startLocalCloud } from '../../local/start.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import { uploadKey } from '../../records/keys.ts';
import { ledgerEntrySchema } from '../../records/ledger.ts';
import { reportDocx } from '../functions/ingest/uploads.ts';
import { ingestAssembly } from '../local/assemblies.ts';
import { runGouji } from './run-gouji.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-upkeep-'));
const dataDir = join(folder, 'data');
const connection = { region: LOCAL.region, credentials: { ...LOCAL_CREDENTIALS } };
const REPORT_FILE = join(folder, '鹿城区教育局.docx');
const EMPTY_FILE = join(folder, '空.docx');
let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud({ assembly: await ingestAssembly(), dataDir, schedules: 'held' });
  writeFileSync(REPORT_FILE, reportDocx());
  writeFileSync(EMPTY_FILE, '');
  await gouji('drop', '--office', '鹿城', REPORT_FILE, EMPTY_FILE);
}, 150_000);
afterAll(async () => {
  await cloud?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const gouji = (...args: string[]) => runGouji(...args, '--data-dir', dataDir);

async function entriesInLedger() {
  const { stdout } = await gouji('ledger', '--format', 'json');
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => ledgerEntrySchema.parse(JSON.parse(line)));
}

async function entryOf(end: string) {
  const entry = (await entriesInLedger()).find(({ key }) => key.endsWith(end));
  if (!entry) throw new Error(`no entry of ${end}`);
  return entry;
}

describe('upkeep by command', { timeout: 180_000 }, () => {
  test('status says where a file stands, by the file, its key or its report', async () => {
    const byFile = await gouji('status', REPORT_FILE);
    expect(byFile.stdout).toMatch(/结果 +通过/u);
    expect(byFile.stdout).toContain('鹿城区教育局 2020  最新修订，现行采用（共 1 次修订）');
    expect(byFile.stdout).toContain('下一步  无。查看：gouji show 鹿城区教育局 2020');
    expect((await gouji('status', '鹿城/鹿城区教育局.docx')).stdout).toBe(byFile.stdout);
    expect((await gouji('status', '鹿城区教育局', '2020')).stdout).toBe(byFile.stdout);
    const rejected = await gouji('status', '空.docx');
    expect(rejected.stdout).toMatch(/说明 +文件是空的/u);
    const nothing = await gouji('status', '没有这份');
    expect([nothing.code, nothing.stderr.includes('没有「没有这份」')]).toEqual([2, true]);
  });

  test('reconcile finds nothing where nothing is amiss', async () => {
    const { code, stdout } = await gouji('reconcile');
    expect(stdout).toBe(
      '核对 2 个文件版本：重新排队 0，记为失败 0，标记删除 0，撤销删除标记 0；超过一小时没有结果的 0\n',
    );
    expect(code).toBe(0);
  });

  test('the scheduled function does the same with its own rights, and writes its metric', async () => {
    await expect(cloud.runSchedule('Reconcile')).resolves.toEqual([
      { versions: 2, missing: 0, requeued: 0, abandoned: 0, removed: 0, returned: 0 },
    ]);
    const log = readdirSync(cloud.dataDir.logs).find((name) => name.includes('Reconcile')) ?? '';
    const metric = readFileSync(join(cloud.dataDir.logs, log), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"UploadsMissing"'))
      .at(-1);
    expect(JSON.parse(metric?.slice(metric.indexOf('{')) ?? 'null')).toMatchObject({
      service: 'reconcile',
      UploadsMissing: 0,
      _aws: { CloudWatchMetrics: [{ Namespace: 'gouji', Dimensions: [['service']] }] },
    });
  });

  test('a replay reads rejected files again, and the ledger keeps who asked', async () => {
    const { stdout } = await gouji('replay', '--since', '2020-01-01', '--rejected', '--by', '值班');
    expect(stdout).toContain('已排队重读 1 个文件');
    await cloud.drained();
    expect(await entryOf('空.docx')).toMatchObject({
      token: 2,
      settlement: { code: 'empty' },
      reopened: [{ did: 'replay', by: '值班' }],
    });
    const wrong = await gouji('replay', '--since', '昨天');
    expect([wrong.code, wrong.stderr.includes('YYYY-MM-DD')]).toEqual([2, true]);
  });

  test('redrive says what a dead letter is, and sends it on its way when asked', async () => {
    const { bucket, key, versionId } = await entryOf('鹿城区教育局.docx');
    const dynamodb = DynamoDBDocumentClient.from(
      new DynamoDBClient({ ...connection, endpoint: cloud.endpoints.dynamodb }),
    );
    const Key = { ...uploadKey({ bucket, key, versionId }) };
    await dynamodb.send(new DeleteCommand({ TableName: cloud.outputs.TableName, Key }));
    dynamodb.destroy();
    const sqs = new SQSClient({ ...connection, endpoint: cloud.endpoints.sqs });
    const detail = { bucket: { name: bucket }, object: { key, 'version-id': versionId } };
    const MessageBody = JSON.stringify({ 'detail-type': 'Object Created', detail });
    await sqs.send(new SendMessageCommand({ QueueUrl: cloud.outputs.DeadLetterQueueUrl, MessageBody }));
    sqs.destroy();
    expect((await gouji('status', key)).stdout).toContain('下一步  等待处理。超过十分钟仍无结果：gouji reconcile');
    const look = await gouji('redrive');
    expect(look.stdout).toMatch(/重新排队 +死信 +inbox\/鹿城\/鹿城区教育局\.docx +没有结果/u);
    expect(look.code).toBe(1);
    const done = await gouji('redrive', '鹿城区教育局');
    expect([done.code, done.stdout.includes('共 1 项，已处理 1 项')]).toEqual([0, true]);
    await cloud.drained();
    expect(await entryOf('鹿城区教育局.docx')).toMatchObject({ settlement: { outcome: 'accepted' } });
    expect((await gouji('redrive')).stdout).toBe('没有需要重新处理的。\n');
  });

  test('a removed object is marked, and show, status and ledger say so', async () => {
    const { bucket, key } = await entryOf('鹿城区教育局.docx');
    const s3 = new S3Client({ ...connection, endpoint: cloud.endpoints.s3, forcePathStyle: true });
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    s3.destroy();
    await cloud.drained();
    expect(await entryOf('鹿城区教育局.docx')).toMatchObject({ removal: 'hidden' });
    for (const args of [['show', '鹿城区教育局', '2020'], ['status', key], ['ledger']]) {
      expect((await gouji(...args)).stdout).toContain('已从收件箱删除（可恢复）');
    }
    expect((await gouji('reconcile')).code).toBe(0);
  });
});
