import type {
  DeadLetter,
  DeadLetters,
  ReconcileDependencies,
  RedriveDependencies,
  SentBy,
  UploadQueue,
} from '../../../functions/dependencies.ts';
import { ingestUpload } from '../../../functions/ingest/ingest-upload.ts';
import { readUploadEvent } from '../../../functions/ingest/upload-event.ts';
import { reconcileInbox } from '../../../functions/reconcile/reconcile-inbox.ts';
import type { ListPosition, VersionPage } from '../../../records/inbox-versions.ts';
import type { UploadRef } from '../../../records/keys.ts';
import type { MemoryInbox } from '../ingest/memory-inbox.ts';
import { openMemoryWorld } from '../ingest/memory-world.ts';
import { turn } from '../ingest/world.ts';
import { memoryUpkeep } from './memory-upkeep.ts';

/** What was given up; a letter that was received is hidden until it is released. */
class MemoryDeadLetters implements DeadLetters {
  readonly letters = new Map<string, string>();
  readonly hidden = new Set<string>();

  add(body: string): void {
    this.letters.set(`r${this.letters.size}`, body);
  }

  async receive(): Promise<readonly DeadLetter[]> {
    await turn();
    const seen = [...this.letters].filter(([receipt]) => !this.hidden.has(receipt)).slice(0, 2);
    for (const [receipt] of seen) this.hidden.add(receipt);
    return seen.map(([receipt, body]) => ({ receipt, body }));
  }

  async release({ receipt }: DeadLetter): Promise<void> {
    await turn();
    this.hidden.delete(receipt);
  }

  async delete({ receipt }: DeadLetter): Promise<void> {
    await turn();
    this.letters.delete(receipt);
  }
}

/** A queue that keeps what it was sent until somebody takes it. */
class MemoryQueue implements UploadQueue {
  readonly sent: { readonly upload: UploadRef; readonly by: SentBy }[] = [];

  readonly resent: string[] = [];

  async send(uploads: readonly UploadRef[], by: SentBy): Promise<void> {
    await turn();
    this.sent.push(...uploads.map((upload) => ({ upload, by })));
  }

  async resend(body: string): Promise<void> {
    await turn();
    this.resent.push(body);
    const event = readUploadEvent(body);
    if (event.kind === 'created') this.sent.push({ upload: event.upload, by: 'redrive' });
  }

  async waiting(): Promise<number> {
    await turn();
    return this.sent.length;
  }
}

export type ReconcileWorld = ReturnType<typeof openReconcileWorld>;

/** A world in memory with what the reconciler needs. */
export function openReconcileWorld(pageSize = 2) {
  const world = openMemoryWorld();
  const queue = new MemoryQueue();
  const deadLetters = new MemoryDeadLetters();
  const upkeep = memoryUpkeep(world.stores);
  const { ledgerOfDay } = world.reader;
  const clock = world.clock.now;
  const redriving: RedriveDependencies = { upkeep, ledgerOfDay, queue, deadLetters, clock };
  const reconciling: ReconcileDependencies = {
    inbox: { bucket: 'inbox', prefix: 'inbox/', list: async (from) => listPage(world.inbox, from, pageSize) },
    ledger: world.deps.ledger,
    upkeep,
    ledgerOfDay,
    queue,
    clock,
  };
  return { ...world, queue, deadLetters, reconciling, redriving };
}

function listPage(inbox: MemoryInbox, from: ListPosition, pageSize: number): VersionPage {
  const all = inbox.versions();
  const isLast = (version: { key: string; versionId: string }) =>
    version.key === from.key && version.versionId === from.versionId;
  const start = from.key === undefined ? 0 : all.findIndex(isLast) + 1;
  const versions = all.slice(start, start + pageSize);
  const last = versions.at(-1);
  const isMore = start + pageSize < all.length;
  return { versions, next: isMore && last ? { key: last.key, versionId: last.versionId } : undefined };
}

/** Runs the reconciler from beginning to end. */
export const reconcile = (world: ReconcileWorld) => reconcileInbox({}, world.reconciling);

/** Delivers what is in the queue, as often as it may be. */
export async function deliverAll({ queue, deps }: ReconcileWorld): Promise<void> {
  for (const { upload } of queue.sent.splice(0)) await ingestUpload(upload, false, deps);
}
