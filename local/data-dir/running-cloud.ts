import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { DEFAULT_DATA_DIR, layOutDataDir } from './data-dir.ts';

const runningSchema = z.object({
  pid: z.number().int(),
  region: z.string(),
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  endpoints: z.object({
    s3: z.string(),
    dynamodb: z.string(),
    sqs: z.string(),
    eventbridge: z.string(),
    web: z.string(),
  }),
  /** The stack's outputs: `InboxBucket`, `InboxPrefix`, `EvidenceBucket`, `TableName`, `DeadLetterQueueUrl`. */
  outputs: z.record(z.string(), z.string()),
  inbox: z.string(),
  logs: z.string(),
});

/** A local cloud that runs now, and how to reach it. */
export type RunningCloud = z.infer<typeof runningSchema>;

/** Say that a cloud runs. Readers see all of it or nothing. */
export async function announceRunning(path: string, running: RunningCloud): Promise<void> {
  const fresh = `${path}.${process.pid}.new`;
  await writeFile(fresh, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
  await rename(fresh, path);
}

export async function withdrawRunning(path: string): Promise<void> {
  await rm(path, { force: true });
}

/**
 * Find the cloud that runs on a data folder.
 * @returns undefined when none does; a file left behind by one that was killed counts as none
 */
export async function findRunningCloud(dataDir: string = DEFAULT_DATA_DIR): Promise<RunningCloud | undefined> {
  const text = await readFile(layOutDataDir(dataDir).running, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const running = runningSchema.parse(JSON.parse(text));
  return isAlive(running.pid) ? running : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}
