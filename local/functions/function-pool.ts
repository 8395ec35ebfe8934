import { FunctionProcess, type ProcessSetup } from './function-process.ts';

/**
 * The processes of one function. One is started when there is an event and none is idle, and then kept warm. There
 * are never more than the function's reserved concurrency: further events wait for their turn.
 */
export class FunctionPool {
  readonly #setup: ProcessSetup;
  readonly #processes = new Set<FunctionProcess>();
  readonly #idle: FunctionProcess[] = [];
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(setup: ProcessSetup) {
    this.#setup = setup;
  }

  /**
   * Handle one event in a process of its own.
   * @throws Error when the handler failed, its process died, or the time was over
   */
  async invoke(event: unknown): Promise<unknown> {
    await this.#takeTurn();
    try {
      const process = this.#takeIdle() ?? this.#start();
      try {
        return await process.invoke(event);
      } finally {
        if (process.alive) this.#idle.push(process);
        else this.#processes.delete(process);
      }
    } finally {
      this.#passTurn();
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#processes].map((process) => process.stop()));
  }

  async #takeTurn(): Promise<void> {
    if (this.#busy < this.#setup.wiring.concurrency) this.#busy += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #passTurn(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#busy -= 1;
  }

  // The last one used, so that a quiet time leaves the others alone; one that died while idle is forgotten.
  #takeIdle(): FunctionProcess | undefined {
    for (let process = this.#idle.pop(); process; process = this.#idle.pop()) {
      if (process.alive) return process;
      this.#processes.delete(process);
    }
    return undefined;
  }

  #start(): FunctionProcess {
    const process = new FunctionProcess(this.#setup);
    this.#processes.add(process);
    return process;
  }
}
