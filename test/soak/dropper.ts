import { setTimeout as delay } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { RunningCloud } from '../../local/data-dir/running-cloud.ts';
import type { UploadRef } from '../../records/keys.ts';
import { seededRandom } from '../dresses/random.ts';
import type { DroppedFile } from './drop.ts';

/** The cloud that runs now: another after a kill. */
export interface Reached extends RunningCloud {
  readonly queueUrl: string;
  /** The stack has a bus of its own. */
  readonly publishes: boolean;
}

export interface Dropping {
  /** What the inbox acknowledged. */
  readonly acknowledged: { readonly upload: UploadRef; readonly file: DroppedFile }[];
  /** Events delivered beside the first of each upload. */
  repeated: number;
}

const LANES = 16;
const BATCH = 10;
const TRIES = 240;

/** The event of an upload as EventBridge puts it on the queue. */
export const eventOf = ({ bucket, key, versionId }: UploadRef) =>
  JSON.stringify({
    'detail-type': 'Object Created',
    source: 'aws.s3',
    detail: { bucket: { name: bucket }, object: { key, 'version-id': versionId } },
  });

/**
 * Hands every file in, and its event again and again between the others. What was not acknowledged is done again.
 * @param reach gives the cloud that runs now
 */
export async function dropFiles(
  files: readonly DroppedFile[],
  seed: number,
  reach: () => Reached,
  dropping: Dropping,
): Promise<void> {
  const random = seededRandom(seed + 1);
  const toPut = [...files].reverse();
  const toRepeat: string[] = [];
  const clients = keepClients(reach);
  const lane = async () => {
    while (toPut.length > 0 || toRepeat.length > 0) {
      const file = toRepeat.length < BATCH || random.chance(0.6) ? toPut.pop() : undefined;
      if (file) {
        const upload = await persist(() => put(file, clients.now()));
        dropping.acknowledged.push({ upload, file });
        const event = eventOf(upload);
        toRepeat.push(...Array.from({ length: file.deliveries - 1 }, () => event));
        continue;
      }
      const bodies: string[] = [];
      while (bodies.length < BATCH && toRepeat.length > 0)
        bodies.push(...toRepeat.splice(random.int(toRepeat.length), 1));
      await persist(() => send(bodies, clients.now()));
      dropping.repeated += bodies.length;
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    clients.close();
  }
}

interface Clients {
  readonly cloud: Reached;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
}

/** Clients are dear to make: one of each for as long as a cloud runs. A request to one that was killed fails and is done again. */
function keepClients(reach: () => Reached) {
  let held: Clients | undefined;
  const close = () => {
    held?.s3.destroy();
    held?.sqs.destroy();
  };
  const now = (): Clients => {
    const cloud = reach();
    if (held?.cloud === cloud) return held;
    close();
    held = { cloud, ...openClients(cloud) };
    return held;
  };
  return { now, close };
}

function openClients(cloud: Reached): Omit<Clients, 'cloud'> {
  const { endpoints } = cloud;
  return {
    s3: new S3Client({ ...connect(cloud), endpoint: endpoints.s3, forcePathStyle: true, maxAttempts: 1 }),
    sqs: new SQSClient({ ...connect(cloud), endpoint: endpoints.sqs, maxAttempts: 1 }),
  };
}

async function put({ key, bytes }: DroppedFile, { cloud, s3 }: Clients): Promise<UploadRef> {
  const bucket = cloud.outputs.InboxBucket ?? '';
  const { VersionId = '' } = await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
  return { bucket, key, versionId: VersionId };
}

/** @throws Error where the queue did not take all of them */
export async function sendAll(bodies: readonly string[], cloud: Reached): Promise<void> {
  const { s3, sqs } = openClients(cloud);
  try {
    await send(bodies, { cloud, s3, sqs });
  } finally {
    s3.destroy();
    sqs.destroy();
  }
}

async function send(bodies: readonly string[], { cloud, sqs }: Clients): Promise<void> {
  if (bodies.length === 0) return;
  const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: cloud.queueUrl, Entries }));
  if (Failed.length > 0) throw new Error(`the queue refused ${Failed.length} of ${bodies.length}`);
}

export const connect = ({ region, credentials }: RunningCloud) => ({ region, credentials: { ...credentials } });

/** Until it is done: a cloud that was killed is back within seconds. */
async function persist<T>(act: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await act();
    } catch (fault) {
      if (tried === TRIES) throw fault;
      await delay(500);
    }
  }
}
