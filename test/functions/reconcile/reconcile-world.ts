import type { ReconcileDependencies, SentBy, UploadQueue } from '../../../functions/dependencies.ts';
import { ingestUpload } from '../../../functions/ingest/ingest-upload.ts';
import { reconcileInbox } from '../../../functions/reconcile/reconcile-inbox.ts';
import type { ListPosition, VersionPage } from '../../../records/inbox-versions.ts';
import type { UploadRef } from '../../../records/keys.ts';
import type { MemoryInbox } from '../ingest/memory-inbox.ts';
import { openMemoryWorld } from '../ingest/memory-world.ts';
import { turn } from '../ingest/world.ts';
import { memoryUpkeep } from './memory-upkeep.ts';

/** A queue that keeps what it was sent until somebody takes it. */
class MemoryQueue implements UploadQueue {
  readonly sent: { readonly upload: UploadRef; readonly by: SentBy }[] = [];

  async send(uploads: readonly UploadRef[], by: SentBy): Promise<void> {
    await turn();
    this.sent.push(...uploads.map((upload) => ({ upload, by })));
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
  const reconciling: ReconcileDependencies = {
    inbox: { bucket: 'inbox', prefix: 'inbox/', list: async (from) => listPage(world.inbox, from, pageSize) },
    ledger: world.deps.ledger,
    upkeep: memoryUpkeep(world.stores),
    ledgerOfDay: world.reader.ledgerOfDay,
    queue,
    clock: world.clock.now,
  };
  return { ...world, queue, reconciling };
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
