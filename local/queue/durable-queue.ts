import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { QueueWiring } from '../template/wiring.ts';
import { MessageStore, type StoredMessage } from './message-store.ts';
import { Visibility } from './visibility.ts';

export type { StoredMessage } from './message-store.ts';

/** How many messages there are, by what may be done with them. */
export interface QueueCounts {
  readonly visible: number;
  readonly hidden: number;
}

/**
 * A queue in the manner of SQS: at least once, in no promised order, a message hidden while it is worked on and
 * handed out again when it was not deleted in time. It outlives the process. After a restart every message is
 * visible, since whoever worked on it is gone.
 */
export class DurableQueue {
  readonly #wiring: QueueWiring;
  readonly #store: MessageStore;
  readonly #visibility = new Visibility();
  /** `visible` when there may be more to hand out, `gone` when there is one less. */
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #deadLetters: DurableQueue | undefined;

  private constructor(wiring: QueueWiring, store: MessageStore) {
    this.#wiring = wiring;
    this.#store = store;
    for (const id of store.messages.keys()) this.#visibility.show(id);
  }

  static async open(wiring: QueueWiring, path: string): Promise<DurableQueue> {
    return new DurableQueue(wiring, await MessageStore.open(path));
  }

  get wiring(): QueueWiring {
    return this.#wiring;
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

  count(): QueueCounts {
    this.#visibility.nextAt(Date.now());
    return { visible: this.#visibility.visible, hidden: this.#visibility.hidden };
  }

  /** What waits or is being worked on, oldest first. */
  list(): StoredMessage[] {
    return [...this.#store.messages.values()];
  }

  setDeadLetters(queue: DurableQueue): void {
    this.#deadLetters = queue;
  }

  /**
   * Keep a message; it is on disk when this resolves.
   * @param delayMs how long nobody gets it
   */
  async send(body: string, delayMs = 0): Promise<string> {
    const id = randomUUID();
    // Nobody sees it before it is on disk, so that nobody deletes what was not yet sent.
    await this.#store.send(id, body, Date.now());
    if (delayMs > 0) this.#visibility.hide(id, Date.now() + delayMs);
    else this.#visibility.show(id);
    this.#changes.emit('visible');
    return id;
  }

  /** Take up to `limit` visible messages and hide them, by default for the queue's visibility timeout. */
  async receive(limit: number, visibilityMs: number = this.#wiring.visibilityMs): Promise<StoredMessage[]> {
    const now = Date.now();
    const taken: StoredMessage[] = [];
    const spent: StoredMessage[] = [];
    for (let id = this.#visibility.first(now); id && taken.length < limit; id = this.#visibility.first(now)) {
      const message = this.#store.messages.get(id);
      if (!message) {
        this.#visibility.forget(id);
        continue;
      }
      this.#visibility.hide(id, now + Math.max(1, visibilityMs));
      (this.#isSpent(message) ? spent : taken).push(message);
    }
    if (visibilityMs === 0) for (const { id } of taken) this.#visibility.show(id);
    await Promise.all([
      ...spent.map((message) => this.#putAside(message)),
      ...taken.map((message) => this.#store.receive(message.id, now)),
    ]);
    return taken;
  }

  /**
   * Hide a message for so long from now on, or show it again at once.
   * @returns whether it was there and hidden
   */
  hide(id: string, visibilityMs: number): boolean {
    if (!this.#store.messages.has(id) || !this.#visibility.isHidden(id)) return false;
    if (visibilityMs > 0) this.#visibility.hide(id, Date.now() + visibilityMs);
    else this.#visibility.show(id);
    this.#changes.emit('visible');
    return true;
  }

  /** It is gone from the disk when this resolves; nothing happens where it was gone before. */
  async delete(id: string): Promise<void> {
    if (this.#store.messages.has(id)) await this.#store.delete(id);
    this.#visibility.forget(id);
    this.#changes.emit('gone');
  }

  /** Resolves when there may be something to receive, or when the signal is given. */
  async waitUntilVisible(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const delay = this.#visibility.nextAt(Date.now()) - Date.now();
    if (delay <= 0) return;
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        this.#changes.off('visible', end);
        resolve();
      };
      const timer = Number.isFinite(delay) ? setTimeout(end, delay) : undefined;
      signal.addEventListener('abort', end);
      this.#changes.on('visible', end);
    });
  }

  /** Resolves when nothing waits and nothing is being worked on. */
  async drained(): Promise<void> {
    while (this.size > 0) await once(this.#changes, 'gone');
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
