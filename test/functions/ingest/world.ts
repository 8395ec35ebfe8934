import { createHash } from 'node:crypto';
import type { Reader } from '../../../functions/adapters/dynamodb-reader.ts';
import type { Bodies, IngestDependencies, Log } from '../../../functions/dependencies.ts';
import { ingestUpload } from '../../../functions/ingest/ingest-upload.ts';
import { TryAgain } from '../../../functions/try-again.ts';
import { bodyKeyOf, type ReportRef, type UploadRef } from '../../../records/keys.ts';
import type { LedgerEntry } from '../../../records/ledger.ts';

/** Everything that ingesting touches, in memory or in real stores, with what a test needs to look at it. */
export interface World {
  readonly deps: IngestDependencies;
  readonly reader: Reader;
  readonly clock: TestClock;
  readonly logged: readonly string[];
  /** Puts an object version into the inbox, as of the clock. */
  upload(key: string, bytes: Uint8Array): Promise<UploadRef>;
  /** Deletes a version, or a delete marker, for good. */
  remove(upload: UploadRef): Promise<void>;
  /** Deletes an object by a delete marker; says which. */
  hide(upload: UploadRef): Promise<UploadRef>;
  /** The evidence kept of these bytes. */
  evidence(sha256: string): Promise<unknown>;
}

export class TestClock {
  #now = Date.parse('2021-01-20T08:00:00.000Z');
  readonly now = () => new Date(this.#now);

  pass(seconds: number): void {
    this.#now += seconds * 1000;
  }
}

/** Bodies that are known by nothing but their names. */
export const NAMED_BODIES: Bodies = {
  keyOf: async (name) => bodyKeyOf(name),
  levelOf: async () => undefined,
  above: async () => undefined,
  below: async () => [],
};

/** Longer than any lease. */
export const AFTER_THE_LEASE = 61;

export const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function logInto(codes: string[]): Log {
  return { info: (code) => codes.push(code), error: (code) => codes.push(code) };
}

/** Lets everything else that waits go on. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const ingest = (world: World, upload: UploadRef): Promise<void> => ingestUpload(upload, false, world.deps);

/** Delivers until a delivery is not given back, as the queue would, a minute apart. */
export async function deliverUntilDone(world: World, upload: UploadRef): Promise<void> {
  for (let delivery = 0; delivery < 5; delivery++) {
    world.clock.pass(AFTER_THE_LEASE);
    const fault = await ingest(world, upload).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (fault === undefined) return;
    if (!(fault instanceof TryAgain)) throw fault;
  }
  throw new Error('the delivery keeps being given back');
}

/** An upload that is ingested to its end. */
export async function ingested(world: World, key: string, bytes: Uint8Array): Promise<UploadRef> {
  const upload = await world.upload(key, bytes);
  await ingest(world, upload);
  return upload;
}

export const settlementOf = async (world: World, upload: UploadRef) =>
  (await world.reader.ledgerEntry(upload))?.settlement;

/** The part of the ledger entry that does not depend on when and how often the upload was delivered. */
const lasting = (entry: LedgerEntry | undefined) => entry && { state: entry.state, settlement: entry.settlement };

/** All that is left of these uploads and this report, without the times of writing. */
export async function stateOf(world: World, uploads: readonly UploadRef[], report: ReportRef): Promise<unknown> {
  const { reader } = world;
  const revisions = await reader.revisions(report);
  return {
    ledger: await Promise.all(uploads.map(async (upload) => lasting(await reader.ledgerEntry(upload)))),
    head: await reader.readHead(report),
    revisions: revisions.map((revision) => ({ ...revision, publishedAt: '' })),
    records: await Promise.all(revisions.map(({ revision }) => reader.readRecord(report, revision))),
    reportsOfYear: await reader.reportsOfYear(report.year),
    entries: (await reader.ledgerOfDay(world.clock.now())).length,
  };
}
