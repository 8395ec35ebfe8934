import type { EventTarget } from '../events/event-buses.ts';
import type { FunctionWiring } from '../template/wiring.ts';
import type { FunctionPool } from './function-pool.ts';
import { invokeUnawaited } from './invoke-unawaited.ts';

interface Parts {
  readonly functions: readonly FunctionWiring[];
  readonly pools: ReadonlyMap<string, FunctionPool>;
  /** Queues by ARN, for what was tried in vain. */
  readonly targets: ReadonlyMap<string, EventTarget>;
  readonly onFault: (fault: unknown) => void;
}

/** Every call of a function that nobody waits for, so that they can be finished before the cloud stops. */
export class UnawaitedCalls {
  readonly #parts: Parts;
  readonly #running = new Set<Promise<unknown>>();
  readonly #stopping = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Call a function, again if it fails.
   * @returns its answer, or undefined when every try failed
   */
  call(functionArn: string, event: unknown): Promise<unknown> {
    const { functions, pools, targets, onFault } = this.#parts;
    const wiring = functions.find(({ arn }) => arn === functionArn);
    const pool = wiring && pools.get(wiring.name);
    if (!pool) throw new Error(`There is no function ${functionArn}`);
    const deadLetters = targets.get(wiring.deadLetterArn ?? '');
    const { signal } = this.#stopping;
    const running = invokeUnawaited({ wiring, pool, event, deadLetters, onFault, signal })
      .catch(onFault)
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }

  /** The function as something that a rule sends to: it has the event when it was called. */
  targetOf(functionArn: string): EventTarget {
    return {
      send: async (body) => {
        this.call(functionArn, JSON.parse(body));
      },
    };
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Try nothing again; resolves when what is being handled is finished. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.settled();
  }
}
