import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from '../find-free-port.ts';

/** Something that speaks DynamoDB. */
export interface TableEngine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

interface EngineOptions {
  /** The SQLite file that holds the tables. */
  readonly file: string;
  readonly logFile: string;
  /** 0 for any. */
  readonly port: number;
}

/** A start takes some 50 ms; this is for a machine that is very busy. */
const START_LIMIT_MS = 10_000;
const STARTS = 3;

// Runs the engine and ends it when file descriptor 3 ends, that is when we are gone, however we went. Without it an
// engine whose parent was killed would go on holding the file.
const RUN_WHILE_WE_LIVE =
  '"$0" "$@" & table=$!; { cat >/dev/null; kill "$table"; } <&3 & watch=$!; wait "$table"; kill "$watch" 2>/dev/null';

/**
 * Start the table engine on loopback, or use the one that `DYNAMODB_ENDPOINT` names.
 * @throws Error saying what to set where the engine does not run
 */
export async function startTableEngine(options: EngineOptions): Promise<TableEngine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) return { endpoint: given, stop: async () => {} };
  const binary = findBinary();
  await mkdir(dirname(options.file), { recursive: true });
  // Somebody else may take the port before the engine listens there: then it ends at once.
  for (let attempt = 1; ; attempt++) {
    const engine = await runEngine(binary, options);
    if (engine) return engine;
    if (attempt === STARTS) throw new Error(`The table engine did not start; it says why in ${options.logFile}`);
  }
}

/** @returns nothing when it ended or did not answer in time */
async function runEngine(binary: string, options: EngineOptions): Promise<TableEngine | undefined> {
  const port = await findFreePort(options.port);
  const log = await open(options.logFile, 'a');
  const engine = spawn(
    'sh',
    ['-c', RUN_WHILE_WE_LIVE, binary, 'serve', '--port', String(port), '--db-path', options.file],
    {
      stdio: ['ignore', log.fd, log.fd, 'pipe'],
      detached: true,
    },
  );
  await log.close();
  const endpoint = `http://127.0.0.1:${port}`;
  if (await isAnswering(endpoint, engine)) return { endpoint, stop: () => stop(engine) };
  await stop(engine);
  return undefined;
}

function findBinary(): string {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch {
    throw new Error(
      'The built-in table runs on Linux x64 only. Start a DynamoDB-compatible server (DynamoDB Local with -sharedDb, for example) ' +
        'and set DYNAMODB_ENDPOINT to its address, such as http://127.0.0.1:8000',
    );
  }
}

async function isAnswering(endpoint: string, engine: ChildProcess): Promise<boolean> {
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await delay(10)) {
    if (engine.exitCode !== null) break;
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return true;
  }
  return false;
}

async function stop(engine: ChildProcess): Promise<void> {
  if (engine.exitCode !== null || engine.signalCode !== null) return;
  const exited = once(engine, 'exit');
  engine.stdio[3]?.destroy();
  await exited;
}
