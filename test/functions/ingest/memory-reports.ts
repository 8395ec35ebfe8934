import type { StoredReports } from '../../../functions/adapters/stored-record.ts';
import type { Publication, PublicationOutcome, Reports } from '../../../functions/dependencies.ts';
import { describeChange } from '../../../records/changes/describe-change.ts';
import { heldEntry } from './memory-ledger.ts';
import { addChange, type MemoryStores, reportName, stagedName } from './memory-stores.ts';
import { digest, turn } from './world.ts';

export function memoryReports(stores: MemoryStores): Reports {
  return {
    async findContent(sha256) {
      await turn();
      return stores.content.get(sha256);
    },
    async stage(report, revision, record) {
      await turn();
      const staged = digest(new TextEncoder().encode(JSON.stringify(record)));
      stores.staged.set(stagedName(report, { revision, staged }), record);
      return staged;
    },
    ...memoryStored(stores),
    async publish(publication) {
      await turn();
      return publish(stores, publication);
    },
    async keepSecondReading(report, revision, again) {
      await turn();
      stores.again.set(stagedName(report, { revision }), Object.fromEntries(again));
    },
    async putAcross(report, across, before, after, now) {
      await turn();
      const name = reportName(report);
      if (stores.heads.get(name)?.version !== before.version) return false;
      stores.heads.set(name, after);
      stores.across.set(name, across);
      addChange(stores, describeChange(report, { before, after, at: now.toISOString(), across }));
      return true;
    },
    async republish(report, revision, before, after) {
      await turn();
      const name = reportName(report);
      if (stores.heads.get(name)?.version !== before.version) return false;
      stores.heads.set(name, after);
      stores.revisions.set(name, new Map(stores.revisions.get(name)).set(revision.revision, revision));
      addChange(stores, describeChange(report, { before, after, at: revision.publishedAt }));
      return true;
    },
    async decide(report, decision, before, after) {
      await turn();
      const name = reportName(report);
      if (stores.heads.get(name)?.version !== before.version) return false;
      stores.heads.set(name, after);
      stores.decisions.set(name, [...(stores.decisions.get(name) ?? []), decision]);
      return true;
    },
    async assign(report, before, after) {
      await turn();
      const name = reportName(report);
      if (stores.heads.get(name)?.version !== before.version) return false;
      stores.heads.set(name, after);
      return true;
    },
  };
}

/** What readers see of reports: published revisions only. */
export function memoryStored(stores: MemoryStores): StoredReports {
  return {
    async readHead(report) {
      await turn();
      return stores.heads.get(reportName(report));
    },
    async readRecord(report, revision) {
      await turn();
      const published = stores.revisions.get(reportName(report))?.get(revision);
      const record = published && stores.staged.get(stagedName(report, published));
      const again = stores.again.get(stagedName(report, { revision }));
      return record && again && !record.again ? { ...record, again } : record;
    },
    async readAcross(report) {
      await turn();
      return stores.across.get(reportName(report));
    },
    async revisions(report) {
      const revisions = [...(stores.revisions.get(reportName(report))?.values() ?? [])];
      return revisions.toSorted((a, b) => a.number - b.number);
    },
    async decisions(report) {
      const all = (stores.decisions.get(reportName(report)) ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1));
      return [...new Map(all.map((decision) => [decision.key, decision])).values()];
    },
    async everyDecision(report) {
      return (stores.decisions.get(reportName(report)) ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    },
  };
}

function publish(stores: MemoryStores, publication: Publication): PublicationOutcome {
  const { claim, report, revision, before, after, content, replaces } = publication;
  const name = reportName(report);
  if (!heldEntry(stores, claim)) return 'claim-lost';
  if (stores.content.get(revision.sha256)?.revision !== replaces?.revision) return 'content-known';
  if (stores.heads.get(name)?.version !== before?.version) return 'head-moved';
  stores.content.set(revision.sha256, content);
  stores.heads.set(name, after);
  stores.revisions.set(name, new Map(stores.revisions.get(name)).set(revision.revision, revision));
  addChange(stores, describeChange(report, { before, after, at: revision.publishedAt }));
  return 'published';
}
