import { Closers } from './closers.ts';
import { type DataDir, DEFAULT_DATA_DIR, layOutDataDir } from './data-dir/data-dir.ts';
import { lockDataDir } from './data-dir/lock-data-dir.ts';
import { announceRunning, withdrawRunning } from './data-dir/running-cloud.ts';
import type { Endpoints } from './endpoints.ts';
import { LOCAL_CREDENTIALS } from './functions/describe-environment.ts';
import { startFunctions } from './functions/start-functions.ts';
import type { DurableQueue } from './queue/durable-queue.ts';
import { openQueues } from './queue/open-queues.ts';
import { startInbox } from './start-inbox.ts';
import { startPollers } from './start-pollers.ts';
import { startStores } from './start-stores.ts';
import { LOCAL } from './template/physical-names.ts';
import { type Assembly, readAssembly } from './template/read-assembly.ts';
import { readWiring } from './template/read-wiring.ts';
import type { Wiring } from './template/wiring.ts';

/** What the local cloud tells while it runs. */
export type Progress =
  | { readonly did: 'uploaded'; readonly key: string }
  /** Something failed that will be tried again, or that a person must see to; the function's log says more. */
  | { readonly did: 'failed'; readonly fault: unknown };

export interface LocalCloudOptions {
  /** The synthesised stack: its folder, or what was read from it. */
  readonly assembly: string | Assembly;
  readonly dataDir?: string;
  /** A folder of sample reports to hand in. */
  readonly samples?: string | undefined;
  /** Wanted ports; another is taken when one is busy. By default any. */
  readonly ports?: { readonly s3?: number; readonly dynamodb?: number };
  readonly onProgress?: (progress: Progress) => void;
}

export interface LocalCloud {
  readonly endpoints: Endpoints;
  /** The stack's outputs, with the names that hold here. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly dataDir: DataDir;
  /** The queues by name. */
  readonly queues: ReadonlyMap<string, DurableQueue>;
  /** Resolves when every upload found so far was read, or given up after its last try. */
  drained(): Promise<void>;
  /** Finish what is being worked on, keep the rest for the next start, and end every process that was started. */
  stop(): Promise<void>;
}

/**
 * Run a synthesised stack on this machine. What is wired to what, every name, pattern, limit and environment variable
 * comes from its template.
 * @throws Error when the data folder is in use, when the template holds something that cannot be run here, or when a
 * part does not start; nothing is left running then
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { assembly, dataDir: folder = DEFAULT_DATA_DIR } = options;
  const wiring = readWiring(typeof assembly === 'string' ? await readAssembly(assembly) : assembly);
  const dataDir = layOutDataDir(folder);
  const closers = new Closers();
  closers.add(await lockDataDir(dataDir.root));
  try {
    return await startParts(wiring, dataDir, closers, options);
  } catch (fault) {
    await closers.closeAll().catch(() => {});
    throw fault;
  }
}

async function startParts(
  wiring: Wiring,
  dataDir: DataDir,
  closers: Closers,
  { samples, ports = {}, onProgress = () => {} }: LocalCloudOptions,
): Promise<LocalCloud> {
  const onFault = (fault: unknown) => onProgress({ did: 'failed', fault });
  const queues = await openQueues(wiring.queues, dataDir.queues);
  closers.add(() => Promise.all([...queues.values()].map((queue) => queue.close())));
  const endpoints = await startStores(wiring, queues, { dataDir, closers, ports, onFault });

  const functions = await startFunctions(wiring.functions, { endpoints, logs: dataDir.logs, closers });
  const pollers = startPollers(wiring.mappings, { queues, functions, onFault });
  closers.add(() => Promise.all(pollers.map((poller) => poller.stop())));
  const inbox = await startInbox({
    s3: endpoints.s3,
    outputs: wiring.outputs,
    folder: dataDir.inbox,
    memory: dataDir.uploaded,
    samples,
    onUpload: (key) => onProgress({ did: 'uploaded', key }),
    onFault,
    closers,
  });
  await announceRunning(dataDir.running, {
    pid: process.pid,
    region: LOCAL.region,
    credentials: LOCAL_CREDENTIALS,
    endpoints,
    outputs: wiring.outputs,
    inbox: dataDir.inbox,
    logs: dataDir.logs,
  });
  closers.add(() => withdrawRunning(dataDir.running));

  const read = wiring.mappings.flatMap(({ queueArn }) => queues.get(queueArn) ?? []);
  return {
    endpoints,
    outputs: wiring.outputs,
    dataDir,
    queues: new Map([...queues.values()].map((queue) => [queue.name, queue])),
    async drained() {
      await inbox.settled();
      await Promise.all(read.map((queue) => queue.drained()));
    },
    stop: () => closers.closeAll(),
  };
}
