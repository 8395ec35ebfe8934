import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { AccessControl } from './access/access-control.ts';
import { tellRefusals } from './access/tell-refusals.ts';
import { Closers } from './closers.ts';
import { type DataDir, DEFAULT_DATA_DIR, layOutDataDir } from './data-dir/data-dir.ts';
import { lockDataDir } from './data-dir/lock-data-dir.ts';
import { announceRunning, withdrawRunning } from './data-dir/running-cloud.ts';
import type { Endpoints } from './endpoints.ts';
import { EventBuses, type EventTarget } from './events/event-buses.ts';
import { EventLog } from './events/event-log.ts';
import { freePortNear } from './find-free-port.ts';
import { LOCAL_CREDENTIALS } from './functions/describe-environment.ts';
import { startFunctions } from './functions/start-functions.ts';
import { UnawaitedCalls } from './functions/unawaited-calls.ts';
import { JsonServer } from './json-services/json-server.ts';
import type { DurableQueue } from './queue/durable-queue.ts';
import { openQueues } from './queue/open-queues.ts';
import { Schedules } from './schedules/schedules.ts';
import { startInbox } from './start-inbox.ts';
import { startPollers } from './start-pollers.ts';
import { startStores } from './start-stores.ts';
import { LOCAL } from './template/physical-names.ts';
import { type Assembly, readAssembly } from './template/read-assembly.ts';
import { readWiring } from './template/read-wiring.ts';
import { CONSUME } from './template/refuse-broken-wiring.ts';
import { answerByFunctions } from './web/answer-by-functions.ts';
import { holdPort } from './web/hold-port.ts';
import { serveFront } from './web/start-front.ts';

/** Where the build of the page puts it. */
const PAGE = fileURLToPath(new URL('../web/dist', import.meta.url));

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
  readonly ports?: { readonly s3?: number; readonly services?: number; readonly web?: number };
  /** The folder of the built page. By default the project's. */
  readonly page?: string;
  /** `held` runs no schedule by itself, only by `runSchedule`. Default `running`. */
  readonly schedules?: 'running' | 'held';
  /** Batches of a queue that are worked on at once, as far as the template allows. By default one for each core. */
  readonly workers?: number;
  readonly onProgress?: (progress: Progress) => void;
}

export interface LocalCloud {
  readonly endpoints: Endpoints;
  /** The stack's outputs, with the names that hold here. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly dataDir: DataDir;
  /** The queues by name. */
  readonly queues: ReadonlyMap<string, DurableQueue>;
  /** The rules that run from time to time, by name. */
  readonly schedules: readonly string[];
  /** Who may do what, and which rights were of use. */
  readonly access: AccessControl;
  /**
   * Run what the template does from time to time, now; it takes the rule's name or a part of it.
   * @returns what each target answered, undefined for one that failed every time
   */
  runSchedule(name: string): Promise<readonly unknown[]>;
  /** Resolves when every upload found so far was read, or given up after its last try. Schedules do not count. */
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
  const read = typeof assembly === 'string' ? await readAssembly(assembly) : assembly;
  const dataDir = layOutDataDir(folder);
  const closers = new Closers();
  closers.add(await lockDataDir(dataDir.root));
  try {
    return await startParts(read, dataDir, closers, options);
  } catch (fault) {
    await closers.closeAll().catch(() => {});
    throw fault;
  }
}

async function startParts(
  assembly: Assembly,
  dataDir: DataDir,
  closers: Closers,
  options: LocalCloudOptions,
): Promise<LocalCloud> {
  const { samples, page = PAGE, ports = {}, schedules: pace = 'running', workers = availableParallelism() } = options;
  const { onProgress = () => {} } = options;
  const onFault = (fault: unknown) => onProgress({ did: 'failed', fault });
  // First of all, since the queues' URLs hold its address.
  const server = await JsonServer.start(await freePortNear(ports.services ?? 0), onFault);
  closers.add(() => server.close());
  const wiring = readWiring(assembly, server.endpoint);
  const queues = await openQueues(wiring.queues, dataDir.queues);
  closers.add(() => Promise.all([...queues.values()].map((queue) => queue.close())));
  const byName = new Map([...queues.values()].map((queue) => [queue.name, queue]));
  const targets = new Map<string, EventTarget>(queues);
  const buses = new EventBuses(wiring, targets, new EventLog(dataDir.events));
  const port = ports.s3 ?? 0;
  const access = new AccessControl(wiring, tellRefusals(dataDir.logs, onFault));
  const held = await holdPort(await freePortNear(ports.web ?? 0));
  closers.add(() => held.close());
  const { port: webPort, endpoint: web } = held;
  const origins = [web, `http://localhost:${webPort}`];
  const stores = { queues: byName, buses, server, access, dataDir, closers, port, origins, onFault };
  const endpoints = { ...(await startStores(wiring, stores)), web };

  const functions = await startFunctions(wiring.functions, { endpoints, logs: dataDir.logs, closers });
  const calls = new UnawaitedCalls({ functions: wiring.functions, pools: functions, targets, onFault });
  closers.add(() => calls.stop());
  for (const { arn } of wiring.functions) targets.set(arn, calls.targetOf(arn));
  const schedules = new Schedules(wiring.rules, (arn, event) => calls.call(arn, event), onFault);
  closers.add(async () => schedules.stop());
  if (pace === 'running') schedules.start();
  for (const { functionName, queueArn } of wiring.mappings) {
    const reader = wiring.functions.find(({ name }) => name === functionName);
    for (const action of CONSUME) if (reader) access.askFor(reader, { action, resource: queueArn });
  }
  const pollers = startPollers(wiring.mappings, { queues, functions, onFault, workers });
  closers.add(() => Promise.all(pollers.map((poller) => poller.stop())));
  const answerApi = answerByFunctions({ routes: wiring.routes, functions: wiring.functions, pools: functions });
  serveFront(held, { page, answerApi, store: endpoints.s3, onFault });
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
    queues: byName,
    access,
    schedules: schedules.names,
    runSchedule: (name) => schedules.runNow(name),
    async drained() {
      await inbox.settled();
      await Promise.all(read.map((queue) => queue.drained()));
    },
    stop: () => closers.closeAll(),
  };
}
