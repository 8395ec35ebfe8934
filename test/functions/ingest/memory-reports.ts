import type { Publication, PublicationOutcome, Reports } from '../../../functions/ingest/dependencies.ts';
import { heldEntry, settleHeld } from './memory-ledger.ts';
import { type MemoryStores, reportName, stagedName } from './memory-stores.ts';
import { turn } from './world.ts';

export function memoryReports(stores: MemoryStores): Reports {
  return {
    async findContent(sha256) {
      await turn();
      return stores.content.get(sha256);
    },
    async stage(report, revision, record) {
      await turn();
      stores.staged.set(stagedName(report, revision), record);
    },
    async readHead(report) {
      await turn();
      return stores.heads.get(reportName(report));
    },
    async publish(publication) {
      await turn();
      return publish(stores, publication);
    },
  };
}

function publish(stores: MemoryStores, publication: Publication): PublicationOutcome {
  const { claim, settlement, report, revision, before, after, content, now } = publication;
  const name = reportName(report);
  if (!heldEntry(stores, claim)) return 'claim-lost';
  if (stores.content.has(revision.sha256)) return 'content-known';
  if (stores.heads.get(name)?.version !== before?.version) return 'head-moved';
  settleHeld(stores, claim, settlement, now);
  stores.content.set(revision.sha256, content);
  stores.heads.set(name, after);
  stores.revisions.set(name, new Map(stores.revisions.get(name)).set(revision.revision, revision));
  return 'published';
}
