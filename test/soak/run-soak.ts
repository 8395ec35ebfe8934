import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput, S3Client } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { dynamodbReader, type Reader } from '../../functions/adapters/dynamodb-reader.ts';
import { queryAll } from '../../functions/adapters/query-all.ts';
import { layOutDataDir } from '../../local/data-dir/data-dir.ts';
import { findRunningCloud } from '../../local/data-dir/running-cloud.ts';
import { type ReportEvent, reportEventSchema } from '../../records/contract/report-event.ts';
import type { Head } from '../../records/head.ts';
import { findingsPrefix, headKey, PENDING_CHANGES, type UploadRef, uploadName } from '../../records/keys.ts';
import { INDEXES } from '../../records/table-schema.ts';
import { drawDrop } from './drop.ts';
import { connect, type Dropping, dropFiles, eventOf, type Reached, sendAll } from './dropper.ts';
import { judgeEnd, type StoredUpload, tornIn, type Verdict } from './judge.ts';

export interface SoakOptions {
  readonly reports: number;
  readonly seed: number;
  /** The cloud is killed when so many of the files are handed in, as shares. */
  readonly killAt: readonly number[];
  /** The synthesised stack around `faulty-ingest.ts`. */
  readonly outdir: string;
  readonly onProgress: (line: string) => void;
}

export interface SoakResult {
  reports: number;
  /** Versions in the inbox: more than reports where a kill came between an upload and its acknowledgement. */
  uploads: number;
  ledger: number;
  revisions: number;
  lost: number;
  doubled: number;
  torn: number;
  perSecond: number;
  deliveries: number;
  throttled: number;
  cutOff: number;
  unprocessed: number;
  killed: number;
  cloudKilled: number;
  /** Taken from the dead letters and sent once more, as an operator does. */
  redriven: number;
  /** Stored, never acknowledged and not announced: what the reconciler is for. */
  unannounced: number;
  /** What the stack's bus took, with what it was given again; null where the stack has none. */
  events: number | null;
  /** Looks at a report while the drop went on. */
  looks: number;
  seconds: number;
  /** Until the last file was handed in and its events were delivered. */
  dropSeconds: number;
  because: string[];
}

const RUN_CLOUD = fileURLToPath(new URL('run-soak-cloud.ts', import.meta.url));
const YEARS = [2023, 2024];
const START_MS = 60_000;
/** Rounds of redriving before the soak says what is left. */
const ROUNDS = 5;
const PUBLISH_SECONDS = 240;

/** Hands the drop in, disturbs, waits for the end, and judges. */
export async function runSoak({ reports, seed, killAt, outdir, onProgress }: SoakOptions): Promise<SoakResult> {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-soak-'));
  const dataDir = join(folder, 'data');
  const tallyFile = join(folder, 'tally');
  const files = drawDrop(reports, seed);
  const began = Date.now();
  let cloud = await startCloud(outdir, dataDir, seed, tallyFile);
  let isOver = false;
  let cloudKilled = 0;
  const dropping: Dropping = { acknowledged: [], repeated: 0 };
  const eyes = { looks: 0, torn: [] as string[], last: new Map<string, Head>() };
  let waiting = 0;
  const watching = everySecond(
    () => isOver,
    async () => {
      waiting = (await countWaiting(cloud.reached, cloud.reached.queueUrl).catch(() => undefined)) ?? waiting;
      const faults = await readTally(tallyFile);
      const rate = (dropping.acknowledged.length / ((Date.now() - began) / 1000)).toFixed(1);
      onProgress(
        `dropped ${dropping.acknowledged.length}/${files.length}  waiting ${waiting}  workers killed ${faults.killed}  throttled ${faults.throttled + faults.unprocessed}  looks ${eyes.looks}  torn ${eyes.torn.length}  ${rate}/s`,
      );
    },
  );
  const looking = everySecond(
    () => isOver,
    () => look(() => cloud.reached, eyes, seed),
  );
  const killing = (async () => {
    for (const share of [...killAt].sort((a, b) => a - b)) {
      while (dropping.acknowledged.length < share * files.length) await delay(50);
      cloud.child.kill('SIGKILL');
      if (cloud.child.exitCode === null && cloud.child.signalCode === null) await once(cloud.child, 'exit');
      cloudKilled += 1;
      cloud = await startCloud(outdir, dataDir, seed + cloudKilled, tallyFile);
    }
  })();
  try {
    await Promise.all([dropFiles(files, seed, () => cloud.reached, dropping), killing]);
    const dropSeconds = Math.round((Date.now() - began) / 1000);
    const { redriven, unannounced, stored } = await bringToEnd(() => cloud.reached, files, dropping);
    const seconds = (Date.now() - began) / 1000;
    if (cloud.reached.publishes) await allTold(cloud.reached);
    isOver = true;
    await Promise.all([watching, looking]);
    const end = await readEnd(cloud.reached, new Date(began), layOutDataDir(dataDir).events);
    const held = new Set(stored.map(({ upload }) => uploadName(upload)));
    const names = dropping.acknowledged.map(({ upload }) => uploadName(upload));
    const verdict: Verdict = judgeEnd({ ...end, stored, vanished: names.filter((name) => !held.has(name)) });
    const faults = await readTally(tallyFile);
    return {
      reports,
      uploads: stored.length,
      ledger: end.ledger.length,
      revisions: end.reports.reduce((sum, one) => sum + one.revisions.length, 0),
      lost: verdict.lost,
      doubled: verdict.doubled,
      torn: verdict.torn + eyes.torn.length,
      perSecond: Math.round((stored.length / seconds) * 10) / 10,
      deliveries: stored.length + dropping.repeated,
      ...faults,
      cloudKilled,
      redriven,
      unannounced,
      events: end.events?.length ?? null,
      looks: eyes.looks,
      seconds: Math.round(seconds),
      dropSeconds,
      because: [...verdict.because, ...eyes.torn].slice(0, 20),
    };
  } finally {
    isOver = true;
    cloud.child.kill('SIGTERM');
    await Promise.race([once(cloud.child, 'exit'), delay(10_000)]);
    cloud.child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const started = z.object({ queueUrl: z.url(), publishes: z.boolean() });

async function startCloud(outdir: string, dataDir: string, seed: number, tallyFile: string) {
  const args = ['--import', 'tsx', RUN_CLOUD, outdir, dataDir, String(seed), tallyFile];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  const [line]: unknown[] = await once(lines, 'line', { signal: AbortSignal.timeout(START_MS) });
  const running = await findRunningCloud(dataDir);
  if (!running) throw new Error('the cloud does not say that it runs');
  const reached: Reached = { ...running, ...started.parse(JSON.parse(String(line))) };
  return { child, reached };
}

async function everySecond(isOver: () => boolean, act: () => Promise<void>): Promise<void> {
  while (!isOver()) {
    await act();
    await delay(1000);
  }
}

async function readTally(path: string) {
  const text = await readFile(path, 'utf8').catch(() => '');
  const count = (letter: string) => text.split(letter).length - 1;
  return { throttled: count('t'), cutOff: count('c'), unprocessed: count('u'), killed: count('k') };
}

function openReader(cloud: Reached): { reader: Reader; dynamodb: DynamoDBDocumentClient; close: () => void } {
  const client = new DynamoDBClient({ ...connect(cloud), endpoint: cloud.endpoints.dynamodb, maxAttempts: 2 });
  const dynamodb = DynamoDBDocumentClient.from(client);
  return { reader: dynamodbReader(dynamodb, cloud.outputs.TableName ?? ''), dynamodb, close: () => client.destroy() };
}

/** Looks at reports as anybody might: the head first, then what it points to. A cloud that is gone is no finding. */
async function look(
  reach: () => Reached,
  eyes: { looks: number; torn: string[]; last: Map<string, Head> },
  seed: number,
): Promise<void> {
  const cloud = reach();
  const { reader, dynamodb, close } = openReader(cloud);
  try {
    for (const year of YEARS) {
      const known = await reader.reportsOfYear(year);
      const start = (eyes.looks * 7 + seed) % Math.max(1, known.length);
      for (const found of [...known.slice(start), ...known.slice(0, start)].slice(0, 10)) {
        const before = eyes.last.get(`${found.bodyKey} ${found.year}`);
        const head = await reader.readHead(found);
        if (!head) throw new Error('a listed report has no head');
        const { revision } = head.newest;
        const [record, revisions] = await Promise.all([reader.readRecord(head, revision), reader.revisions(head)]);
        const newest = revisions.find((one) => one.revision === revision);
        const items = await queryAll(dynamodb, {
          TableName: cloud.outputs.TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': headKey(head).pk, ':prefix': findingsPrefix(newest ?? head.newest) },
          ConsistentRead: true,
        });
        const { accepted } = head;
        const acceptedIsPublished = !accepted || revisions.some((one) => one.revision === accepted.revision);
        eyes.torn.push(...tornIn({ head, before, newest, record, findings: items.length, acceptedIsPublished }));
        eyes.last.set(`${head.bodyKey} ${head.year}`, head);
        eyes.looks += 1;
      }
    }
  } catch (fault) {
    if (isShapeless(fault)) eyes.torn.push(`something stored has not its shape: ${fault.message.slice(0, 200)}`);
    else if (await findsItself(reach, cloud)) await delay(200);
  } finally {
    close();
  }
}

const isShapeless = (fault: unknown): fault is Error =>
  fault instanceof Error && (fault.name.includes('Zod') || fault.message === 'a listed report has no head');

const findsItself = async (reach: () => Reached, cloud: Reached) => reach() === cloud;

/** Waits until the queue is empty; sends again what was given up, as an operator does, and says how much that was. */
async function bringToEnd(reach: () => Reached, files: ReturnType<typeof drawDrop>, dropping: Dropping) {
  let redriven = 0;
  let unannounced = 0;
  for (let round = 0; ; round++) {
    while (((await countWaiting(reach(), reach().queueUrl).catch(() => undefined)) ?? 1) > 0) await delay(500);
    const stored = await listStored(reach(), files);
    const acknowledged = new Set(dropping.acknowledged.map(({ upload }) => uploadName(upload)));
    const { reader, close } = openReader(reach());
    const missing: UploadRef[] = [];
    for (const { upload } of stored) {
      if (!acknowledged.has(uploadName(upload)) && !(await reader.ledgerEntry(upload))) missing.push(upload);
    }
    close();
    const dead = await takeDead(reach());
    if (round === ROUNDS || dead.length + missing.length === 0) return { redriven, unannounced, stored };
    redriven += dead.length;
    unannounced += missing.length;
    const bodies = [...dead, ...missing.map(eventOf)];
    for (let from = 0; from < bodies.length; from += 10) await sendAll(bodies.slice(from, from + 10), reach());
  }
}

async function countWaiting(cloud: Reached, QueueUrl: string): Promise<number> {
  const sqs = new SQSClient({ ...connect(cloud), endpoint: cloud.endpoints.sqs, maxAttempts: 1 });
  try {
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    const { ApproximateNumberOfMessages: visible, ApproximateNumberOfMessagesNotVisible: hidden } = Attributes;
    return Number(visible) + Number(hidden);
  } finally {
    sqs.destroy();
  }
}

async function takeDead(cloud: Reached): Promise<string[]> {
  const sqs = new SQSClient({ ...connect(cloud), endpoint: cloud.endpoints.sqs });
  const QueueUrl = cloud.outputs.DeadLetterQueueUrl;
  const bodies: string[] = [];
  try {
    for (;;) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      if (Messages.length === 0) return bodies;
      for (const { Body = '', ReceiptHandle } of Messages) {
        bodies.push(Body);
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  } finally {
    sqs.destroy();
  }
}

/** Every version in the inbox. What each holds is told by its tag. */
async function listStored(cloud: Reached, files: ReturnType<typeof drawDrop>): Promise<StoredUpload[]> {
  const s3 = new S3Client({ ...connect(cloud), endpoint: cloud.endpoints.s3, forcePathStyle: true });
  const byTag = new Map(files.map((file) => [md5Of(file.bytes), file]));
  const Bucket = cloud.outputs.InboxBucket ?? '';
  const stored: StoredUpload[] = [];
  try {
    let from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
    while (from) {
      const page: ListObjectVersionsCommandOutput = await s3.send(new ListObjectVersionsCommand({ Bucket, ...from }));
      for (const { Key = '', VersionId = '', ETag = '' } of page.Versions ?? []) {
        const file = byTag.get(ETag.replaceAll('"', ''));
        if (!file) throw new Error(`nobody handed in what lies at ${Key}`);
        stored.push({ upload: { bucket: Bucket, key: Key, versionId: VersionId }, file });
      }
      from = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
    }
    return stored;
  } finally {
    s3.destroy();
  }
}

/** Waits for the publisher, which the template calls every minute; what it leaves for good the judge finds. */
async function allTold(cloud: Reached): Promise<void> {
  const { dynamodb, close } = openReader(cloud);
  try {
    for (let tried = 0; tried < PUBLISH_SECONDS; tried++) {
      const pending = await queryAll(dynamodb, {
        TableName: cloud.outputs.TableName,
        IndexName: INDEXES.changes.name,
        KeyConditionExpression: '#partition = :pending',
        ExpressionAttributeNames: { '#partition': INDEXES.changes.partition },
        ExpressionAttributeValues: { ':pending': PENDING_CHANGES },
      });
      if (pending.length === 0) return;
      await delay(1000);
    }
  } finally {
    close();
  }
}

/** The log of the bus, and what it put aside when it was full. */
async function readEvents(path: string): Promise<ReportEvent[]> {
  const texts = [path.replace(/\.jsonl$/, '.old.jsonl'), path].map((one) => readFile(one, 'utf8').catch(() => ''));
  const lines = (await Promise.all(texts)).join('').split('\n').filter(Boolean);
  const told = z.object({ detail: reportEventSchema });
  return lines.map((line) => told.parse(JSON.parse(line)).detail);
}

async function readEnd(cloud: Reached, began: Date, eventsPath: string) {
  const { reader, close } = openReader(cloud);
  try {
    const days = new Set([began, new Date()].map((day) => day.toISOString().slice(0, 10)));
    const ledger = (await Promise.all([...days].map((day) => reader.ledgerOfDay(new Date(day))))).flat();
    const heads = (await Promise.all([...YEARS, null].map((year) => reader.reportsOfYear(year)))).flat();
    const reports = [];
    for (const head of heads) reports.push({ head, revisions: await reader.revisions(head) });
    return { ledger, reports, events: cloud.publishes ? await readEvents(eventsPath) : undefined };
  } finally {
    close();
  }
}

/** What S3 gives for the tag of an object that was put in one piece. */
const md5Of = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');
