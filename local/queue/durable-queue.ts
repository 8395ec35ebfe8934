import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { QueueWiring } from '../template/wiring.ts';
import { MessageStore, type StoredMessage } from './message-store.ts';

export type { StoredMessage } from './message-store.ts';

/**
 * A queue in the manner of SQS: at least once, in no promised order, a message hidden while it is worked on and
 * handed out again when it was not deleted in time. It outlives the process. After a restart every message is
 * visible, since whoever worked on it is gone.
 */
export class DurableQueue {
  readonly #wiring: QueueWiring;
  readonly #store: MessageStore;
  readonly #hiddenUntil = new Map<string, number>();
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #deadLetters: DurableQueue | undefined;

  private constructor(wiring: QueueWiring, store: MessageStore) {
    this.#wiring = wiring;
    this.#store = store;
  }

  static async open(wiring: QueueWiring, path: string): Promise<DurableQueue> {
    return new DurableQueue(wiring, await MessageStore.open(path));
  }

  get name(): string {
    return this.#wiring.name;
  }

  get arn(): string {
    return this.#wiring.arn;
  }

  /** Messages that are waiting or being worked on. */
  get size(): number {
    return this.#store.messages.size;
  }

  /** What waits or is being worked on, oldest first. */
  list(): StoredMessage[] {
    return [...this.#store.messages.values()];
  }

  setDeadLetters(queue: DurableQueue): void {
    this.#deadLetters = queue;
  }

  /** Keep a message; it is on disk when this resolves. */
  async send(body: string): Promise<string> {
    const id = randomUUID();
    // Hidden until it is on disk, so that nobody deletes what was not yet sent.
    this.#hiddenUntil.set(id, Number.POSITIVE_INFINITY);
    try {
      await this.#store.send(id, body, Date.now());
    } finally {
      this.#hiddenUntil.delete(id);
      this.#changes.emit('change');
    }
    return id;
  }

  /** Take up to `limit` visible messages and hide them for the visibility timeout. */
  async receive(limit: number): Promise<StoredMessage[]> {
    const now = Date.now();
    const taken: StoredMessage[] = [];
    const spent: StoredMessage[] = [];
    for (const message of this.#store.messages.values()) {
      if (taken.length === limit) break;
      if ((this.#hiddenUntil.get(message.id) ?? 0) > now) continue;
      this.#hiddenUntil.set(message.id, now + this.#wiring.visibilityMs);
      (this.#isSpent(message) ? spent : taken).push(message);
    }
    await Promise.all([
      ...spent.map((message) => this.#putAside(message)),
      ...taken.map((message) => this.#store.receive(message.id, now)),
    ]);
    return taken;
  }

  async delete(id: string): Promise<void> {
    await this.#store.delete(id);
    this.#hiddenUntil.delete(id);
    this.#changes.emit('change');
  }

  /** Resolves when there may be something to receive, or when the signal is given. */
  async waitUntilVisible(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    let visibleAt = Number.POSITIVE_INFINITY;
    for (const id of this.#store.messages.keys()) visibleAt = Math.min(visibleAt, this.#hiddenUntil.get(id) ?? 0);
    const delay = visibleAt - Date.now();
    if (delay <= 0) return;
    const ended = new AbortController();
    const timer = Number.isFinite(delay) ? setTimeout(() => ended.abort(), delay) : undefined;
    const either = AbortSignal.any([signal, ended.signal]);
    await once(this.#changes, 'change', { signal: either }).catch(() => undefined);
    clearTimeout(timer);
  }

  /** Resolves when nothing waits and nothing is being worked on. */
  async drained(): Promise<void> {
    while (this.size > 0) await once(this.#changes, 'change');
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  #isSpent({ receiveCount }: StoredMessage): boolean {
    return this.#deadLetters !== undefined && receiveCount >= (this.#wiring.redrive?.maxReceiveCount ?? Infinity);
  }

  // First kept there, then deleted here: a crash between the two leaves it twice and never nowhere.
  async #putAside({ id, body }: StoredMessage): Promise<void> {
    await this.#deadLetters?.send(body);
    await this.delete(id);
  }
}
