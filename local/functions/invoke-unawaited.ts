import { setTimeout as delay } from 'node:timers/promises';
import type { EventTarget } from '../events/event-buses.ts';
import type { FunctionWiring } from '../template/wiring.ts';
import type { FunctionPool } from './function-pool.ts';

/** Lambda waits a minute, then two; here nobody wants to. */
const RETRY_AFTER_MS = [1_000, 2_000];

interface Invocation {
  readonly wiring: FunctionWiring;
  readonly pool: FunctionPool;
  readonly event: unknown;
  /** Where the event goes when it was tried in vain. */
  readonly deadLetters: EventTarget | undefined;
  readonly onFault: (fault: unknown) => void;
  /** Ends the waiting for another try. */
  readonly signal: AbortSignal;
}

/**
 * Call a function as Lambda does when nobody waits for the answer: what throws is tried again, by default twice, and
 * then put with the dead letters, if there is a queue for them.
 * @returns the answer, or undefined when every try failed
 */
export async function invokeUnawaited(invocation: Invocation): Promise<unknown> {
  const { wiring, pool, event, deadLetters, onFault, signal } = invocation;
  for (let tried = 0; tried <= wiring.retries && !signal.aborted; tried++) {
    try {
      return await pool.invoke(event);
    } catch (fault) {
      if (!signal.aborted) onFault(fault);
    }
    if (tried < wiring.retries) await delay(RETRY_AFTER_MS[tried], undefined, { signal }).catch(() => {});
  }
  if (!signal.aborted) await deadLetters?.send(JSON.stringify(event));
  return undefined;
}
