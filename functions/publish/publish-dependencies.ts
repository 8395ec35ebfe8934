import type { Change } from '../../records/changes/change.ts';
import type { Told } from '../../records/changes/make-events.ts';
import type { ReportEvent, ToldFinding } from '../../records/contract/report-event.ts';
import type { ReportRef } from '../../records/keys.ts';
import type { Log, Reports } from '../dependencies.ts';

/** The effects that publishing needs. */
export interface PublishDependencies {
  readonly changes: Changes;
  readonly bus: Bus;
  readonly reports: Pick<Reports, 'readRecord'>;
  readonly clock: () => Date;
  readonly log: Log;
  /** Hex sha256 of the bytes. */
  readonly digest: (bytes: Uint8Array) => string;
}

/** What waits of a report: every change after the last one that was told, in order. */
export interface Waiting {
  /** The findings that stood told after the last one; nothing where none was told yet. */
  readonly standing: readonly ToldFinding[] | undefined;
  readonly changes: readonly Change[];
}

export interface ToldChange extends Told {
  readonly change: Change;
}

/** The outbox: changes that no event told of yet. */
export interface Changes {
  /** Pending changes, the oldest first, at most so many. May miss the newest and name some that were told just now. */
  findPending(most: number): Promise<readonly { readonly report: ReportRef; readonly at: string }[]>;
  /** Reads what was written last. */
  readWaiting(report: ReportRef): Promise<Waiting>;
  /**
   * Marks changes as told and gives those that have events the next positions of the feed. One that another publisher
   * marked meanwhile stays as that one left it.
   */
  markTold(changes: readonly ToldChange[], now: Date): Promise<void>;
}

export interface Bus {
  /**
   * Puts events on the bus, in order, but for those that it refuses at first and takes later.
   * @throws when the bus did not accept all of them; some may have been accepted
   */
  send(events: readonly ReportEvent[]): Promise<void>;
}
