import * as z from 'zod';
import { Journal } from '../data-dir/journal.ts';

/** A message as it is kept: its text, when it came, and how often it was handed out. */
export interface StoredMessage {
  readonly id: string;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  firstReceivedAt: number | undefined;
  receiveCount: number;
}

const entrySchema = z.discriminatedUnion('did', [
  z.object({
    did: z.literal('send'),
    id: z.string(),
    body: z.string(),
    sentAt: z.number(),
    firstReceivedAt: z.number().optional(),
    receiveCount: z.number().default(0),
  }),
  z.object({ did: z.literal('receive'), id: z.string(), at: z.number() }),
  z.object({ did: z.literal('delete'), id: z.string() }),
]);

type Entry = z.input<typeof entrySchema>;

/** The messages of one queue, in the order they came, each change on disk before it is acknowledged. */
export class MessageStore {
  readonly messages = new Map<string, StoredMessage>();
  #journal: Journal | undefined;

  static async open(path: string): Promise<MessageStore> {
    const store = new MessageStore();
    store.#journal = await Journal.open(
      path,
      (entry) => store.#apply(entrySchema.parse(entry)),
      () => store.#live(),
    );
    return store;
  }

  /** @throws the disk's fault; the message was not kept then */
  async send(id: string, body: string, sentAt: number): Promise<void> {
    try {
      await this.#record({ did: 'send', id, body, sentAt });
    } catch (fault) {
      this.messages.delete(id);
      throw fault;
    }
  }

  receive(id: string, at: number): Promise<void> {
    return this.#record({ did: 'receive', id, at });
  }

  delete(id: string): Promise<void> {
    return this.#record({ did: 'delete', id });
  }

  async close(): Promise<void> {
    await this.#journal?.close();
  }

  async #record(entry: Entry): Promise<void> {
    this.#apply(entry);
    await this.#journal?.append(entry);
  }

  #apply(entry: Entry): void {
    const known = this.messages.get(entry.id);
    switch (entry.did) {
      case 'send': {
        const { id, body, sentAt, firstReceivedAt, receiveCount = 0 } = entry;
        if (!known) this.messages.set(id, { id, body, sentAt, firstReceivedAt, receiveCount });
        return;
      }
      case 'receive':
        if (!known) return;
        known.receiveCount += 1;
        known.firstReceivedAt ??= entry.at;
        return;
      case 'delete':
        this.messages.delete(entry.id);
    }
  }

  *#live(): Generator<Entry> {
    for (const message of this.messages.values()) yield { did: 'send', ...message };
  }
}
