import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FunctionWiring } from '../template/wiring.ts';
import type { RuntimeApi } from './runtime-api.ts';
import type { RuntimeChannel } from './runtime-channel.ts';

const CLIENT = fileURLToPath(new URL('runtime-client.mjs', import.meta.url));

/** What every process of a function is started with. */
export interface ProcessSetup {
  readonly wiring: FunctionWiring;
  readonly environment: Readonly<Record<string, string>>;
  readonly api: RuntimeApi;
  /** The open log file that its output goes to. */
  readonly log: number;
}

/** One warm execution environment of a function: a Node process that handles one event after another. */
export class FunctionProcess {
  readonly #timeoutMs: number;
  readonly #child: ChildProcess;
  readonly #channel: RuntimeChannel;
  readonly #exited: Promise<unknown>;
  alive = true;

  constructor({ wiring, environment, api, log }: ProcessSetup) {
    const { address, channel, close } = api.open(wiring.arn);
    this.#timeoutMs = wiring.timeoutMs;
    this.#channel = channel;
    this.#child = spawn(process.execPath, [`--max-old-space-size=${wiring.memoryMiB}`, CLIENT], {
      cwd: wiring.directory,
      env: { ...environment, AWS_LAMBDA_RUNTIME_API: address },
      // Its standard input ends when we do, however we end. A group of its own keeps Ctrl-C from reaching it before
      // it has finished what it does.
      stdio: ['pipe', log, log],
      detached: true,
    });
    this.#child.stdin?.on('error', () => {});
    const ended = new Promise((resolve) => this.#child.once('exit', resolve).once('error', resolve));
    this.#exited = ended.then(() => {
      this.alive = false;
      close();
      channel.fail(new Error(`A process of ${wiring.name} ended (${describeExit(this.#child)})`));
    });
  }

  /**
   * Handle one event. Taking longer than the function's timeout ends the process.
   * @throws Error when the handler failed, the process died, or the time was over
   */
  async invoke(event: unknown): Promise<unknown> {
    const timer = setTimeout(() => {
      this.alive = false;
      this.#channel.fail(new Error(`Task timed out after ${this.#timeoutMs / 1000} seconds`));
      this.#child.kill('SIGKILL');
    }, this.#timeoutMs);
    try {
      return await this.#channel.invoke(event, this.#timeoutMs);
    } finally {
      clearTimeout(timer);
    }
  }

  /** End the process; resolves when it is gone. */
  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exited;
  }
}

function describeExit({ exitCode, signalCode }: ChildProcess): string {
  return signalCode ?? (exitCode === null ? 'it could not be started' : `exit code ${exitCode}`);
}
