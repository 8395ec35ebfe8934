import type { BodyLevel, SecondReading } from '../checks/reading.ts';
import type { Unreadable } from '../parsers/bytes/unreadable.ts';
import type { Across } from '../records/across.ts';
import type { Roster } from '../records/bodies/roster.ts';
import type { ContentLink } from '../records/content-link.ts';
import type { Decision } from '../records/decision.ts';
import type { Head, Revision } from '../records/head.ts';
import type { ListPosition, ObjectVersion, OpenKey, VersionPage } from '../records/inbox-versions.ts';
import type { ReportRef, UploadRef } from '../records/keys.ts';
import type { LedgerEntry, Removal, Reopening, Settlement } from '../records/ledger.ts';
import type { ReportRecord } from '../records/report-record.ts';
import type { Upload } from '../records/upload.ts';

/** The effects that ingesting an upload needs; adapters give the real ones, tests their own. */
export interface IngestDependencies {
  readonly objects: Objects;
  readonly ledger: Ledger;
  readonly reports: Reports;
  readonly bodies: Bodies;
  /** A report's whole way from bytes to record, where it can be ended. */
  readonly assess: (upload: Upload) => Promise<Assessed>;
  /** Reads a file a second time by another way; nothing where that failed. */
  readonly readAgain: (bytes: Uint8Array) => Promise<SecondReading | undefined>;
  readonly clock: () => Date;
  readonly log: Log;
  /** Hex sha256 of the bytes. */
  readonly digest: (bytes: Uint8Array) => string;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** What became of a file. */
export type Assessed =
  | {
      readonly readable: true;
      readonly record: ReportRecord;
      /** The document that it was read from, as it is kept: compressed JSON. */
      readonly evidence: Uint8Array;
    }
  | Unreadable
  /** Reading was ended at its limit of time, most of which others had the processor. */
  | { readonly readable: false; readonly starved: true }
  | {
      readonly readable: false;
      /** Reading was ended at its limit of time or memory, or failed by a mistake of ours. */
      readonly failed: 'reader-stopped' | 'reader-crashed';
      /** The name and stack of what was thrown, without its message. */
      readonly fault?: { readonly name: string; readonly stack: string };
    };

/** Who is who, by the roster and the table of administrative divisions. */
export interface Bodies {
  /** The key under which a body's reports are filed. */
  keyOf(name: string): Promise<string>;
  /** Its level, where the roster or the name tells it. */
  levelOf(name: string): Promise<BodyLevel | undefined>;
  /** The body whose report adds this one's up; nothing where the roster names none. */
  above(bodyKey: string): Promise<string | undefined>;
  /** The bodies whose reports this one's adds up; empty where it adds up none. */
  below(bodyKey: string): Promise<readonly { readonly bodyKey: string; readonly name: string }[]>;
}

export interface RosterReader {
  /** The roster that stands now; an empty one before the first was imported. */
  readRoster(): Promise<Roster>;
}

/** The bytes of an object version, or why they were not fetched. */
export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly uploadedAt: string; readonly publishedOn?: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'gone' };

export interface Objects {
  /** Reads one version, never more than `limit` bytes of it. */
  fetch(upload: UploadRef, limit: number): Promise<Fetched>;
  /** @param evidence compressed JSON */
  putEvidence(sha256: string, evidence: Uint8Array): Promise<void>;
  /** Every version of one key and every delete marker on it, newest first. */
  versionsOf(bucket: string, key: string): Promise<readonly ObjectVersion[]>;
}

/** The right to settle an upload, until its lease ends or another takes it over. */
export interface Claim {
  readonly upload: UploadRef;
  readonly token: number;
}

export interface Claimed {
  readonly kind: 'claimed';
  readonly claim: Claim;
  /** A replay asks to read the bytes again even if they were published before. */
  readonly rereading: boolean;
}

export type ClaimOutcome =
  | Claimed
  | { readonly kind: 'settled'; readonly outcome: string }
  /** Another worker holds the lease. */
  | { readonly kind: 'held' };

export interface Ledger {
  claim(upload: UploadRef, now: Date, leaseSeconds: number): Promise<ClaimOutcome>;
  /** Ends the lease, so that the next delivery need not wait for it. */
  release(claim: Claim, now: Date): Promise<void>;
  /** @returns false when the claim was lost to another worker: nothing was written */
  settle(claim: Claim, settlement: Settlement, now: Date): Promise<boolean>;
  /**
   * Notes that an object left the inbox. Needs no claim: it says nothing of how the upload ends, and the first time
   * stands however often it is said. A `hidden` object that nobody has taken up yet gets its entry by this, so that the
   * removal is not forgotten; one that is `gone` may have been a mere delete marker, and gets none.
   * @returns whether the upload has an entry
   */
  noteRemoval(upload: UploadRef, removal: Removal, removedAt: string, now: Date): Promise<boolean>;
  /** Notes that no delete marker hides the object any more. */
  noteReturn(upload: UploadRef): Promise<void>;
}

/** What keeps the ledger complete, besides those who read uploads. None of it needs a claim: each says why. */
export interface Upkeep {
  /** The entries of these uploads, by the name that `uploadName` gives; one that is not on file is not among them. */
  entries(uploads: readonly UploadRef[]): Promise<ReadonlyMap<string, LedgerEntry>>;
  /** Notes that an upload was put on the queue again, so that this is not done at every turn. It claims nothing. */
  noteRequeued(upload: UploadRef, now: Date): Promise<void>;
  /**
   * Ends an upload whose workers died one after another.
   * @returns false when somebody has claimed it since the entry was read, or holds a lease: nothing was written
   */
  abandon(entry: LedgerEntry, settlement: Settlement, now: Date): Promise<boolean>;
  /**
   * Has a settled upload taken up by the next delivery.
   * @param rereading also where its bytes were published before
   * @returns false when it is not as it was read any more: nothing was written
   */
  reopen(entry: LedgerEntry, reopening: Reopening, rereading: boolean): Promise<boolean>;
}

/** The versions in the inbox, page by page. */
export interface Inbox {
  readonly bucket: string;
  readonly prefix: string;
  list(from: ListPosition): Promise<VersionPage>;
}

/** Why a message was sent that did not come from the bucket. */
export type SentBy = 'reconcile' | 'redrive' | 'replay';

/** The queue of uploads. */
export interface UploadQueue {
  /** Sends each as a message of the bucket's own shape. May send one twice. */
  send(uploads: readonly UploadRef[], by: SentBy): Promise<void>;
  /** Sends a message as it was. */
  resend(body: string): Promise<void>;
  /** How many messages wait or are being worked on, about. */
  waiting(): Promise<number>;
}

/** Where a reconciliation that ran out of time goes on. */
export interface Position {
  readonly from: ListPosition;
  readonly open?: OpenKey | undefined;
  /** Uploads without an outcome found until there. */
  readonly missing: number;
}

export interface PositionStore {
  /** Nothing where the list was read to its end. */
  read(): Promise<Position | undefined>;
  save(position: Position | undefined): Promise<void>;
}

/** The effects that having uploads taken up again needs. */
export interface RedriveDependencies {
  readonly upkeep: Upkeep;
  /** Ledger entries that arrived on a day (UTC). */
  readonly ledgerOfDay: (day: Date) => Promise<readonly LedgerEntry[]>;
  readonly queue: UploadQueue;
  readonly deadLetters: DeadLetters;
  readonly clock: () => Date;
}

/** The effects that comparing the inbox with the ledger needs. */
export interface ReconcileDependencies {
  readonly inbox: Inbox;
  readonly ledger: Pick<Ledger, 'noteRemoval' | 'noteReturn'>;
  readonly upkeep: Upkeep;
  /** Ledger entries that arrived on a day (UTC). */
  readonly ledgerOfDay: (day: Date) => Promise<readonly LedgerEntry[]>;
  readonly queue: UploadQueue;
  readonly clock: () => Date;
}

/** A message that was given up. */
export interface DeadLetter {
  readonly body: string;
  /** By which this delivery of it is deleted. */
  readonly receipt: string;
}

/** What could not be delivered, or was given up. */
export interface DeadLetters {
  /** Some of them, hidden from others for a few minutes; none where there are none, or all are hidden. */
  receive(): Promise<readonly DeadLetter[]>;
  /** Lets others see it again. */
  release(letter: DeadLetter): Promise<void>;
  delete(letter: DeadLetter): Promise<void>;
}

export interface Publication {
  readonly claim: Claim;
  readonly report: ReportRef;
  readonly revision: Revision;
  readonly before: Head | undefined;
  readonly after: Head;
  readonly content: ContentLink;
  /** The link that `content` takes the place of, where published bytes were read again. */
  readonly replaces?: ContentLink | undefined;
}

export type PublicationOutcome = 'published' | 'claim-lost' | 'content-known' | 'head-moved';

/** Every write that moves a head leaves a change with it, of which the publisher makes events. */
export interface Reports {
  findContent(sha256: string): Promise<ContentLink | undefined>;
  /**
   * Writes a revision's items where no reader looks before it is published. May be repeated: the same record is staged
   * over itself, another one of the same revision beside it, so that nothing published is ever written over.
   * @returns what names them, for the revision that is to be published
   */
  stage(report: ReportRef, revision: string, record: ReportRecord): Promise<string>;
  readHead(report: ReportRef): Promise<Head | undefined>;
  /** One transaction: revision, head and content link together, while the claim is held, or nothing. */
  publish(publication: Publication): Promise<PublicationOutcome>;
  /** A published revision's record, with the second reading of its file where one was kept since; reads what was written last. */
  readRecord(report: ReportRef, revision: string): Promise<ReportRecord | undefined>;
  /** Keeps a second reading of a published revision's file, for every later comparison. */
  keepSecondReading(report: ReportRef, revision: string, again: SecondReading): Promise<void>;
  readAcross(report: ReportRef): Promise<Across | undefined>;
  /**
   * Writes what comparing a report with its neighbours found, together with its head.
   * @returns false when the head had moved: nothing was written
   */
  putAcross(report: ReportRef, across: Across, before: Head, after: Head, now: Date): Promise<boolean>;
  /** Published revisions, in order of publication. */
  revisions(report: ReportRef): Promise<readonly Revision[]>;
  /**
   * Publishes a staged revision of bytes that were published before, together with the head.
   * @returns false when the head had moved: nothing was written
   */
  republish(report: ReportRef, revision: Revision, before: Head, after: Head): Promise<boolean>;
  /** The newest decision of each key, oldest first. */
  decisions(report: ReportRef): Promise<readonly Decision[]>;
  /** Every decision ever taken on the report, oldest first. */
  everyDecision(report: ReportRef): Promise<readonly Decision[]>;
  /**
   * Adds a decision together with the head that shows it; earlier decisions stay. No change is left for the publisher.
   * @returns false when the head had moved: nothing was written
   */
  decide(report: ReportRef, decision: Decision, before: Head, after: Head): Promise<boolean>;
  /**
   * Writes who took the report on.
   * @returns false when the head had moved: nothing was written
   */
  assign(report: ReportRef, before: Head, after: Head): Promise<boolean>;
}

export interface Log {
  info(code: string, fields: Readonly<Record<string, unknown>>): void;
  error(code: string, fields: Readonly<Record<string, unknown>>): void;
}
