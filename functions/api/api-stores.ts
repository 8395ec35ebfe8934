import type { FeedEntry } from '../adapters/change-feed.ts';
import type { Letters } from '../adapters/dynamodb-letters.ts';
import type { Overlays } from '../adapters/dynamodb-overlays.ts';
import type { Reader } from '../adapters/dynamodb-reader.ts';
import type { Users } from '../adapters/dynamodb-users.ts';
import type { FileLinks } from '../adapters/s3-file-links.ts';
import type { Reports, RosterReader } from '../dependencies.ts';
import type { YearQueue } from '../review/open-year-queue.ts';

/** All that operations read and write. */
export interface ApiStores extends RosterReader {
  readonly inboxBucket: string;
  readonly users: Users;
  readonly reader: Reader;
  readonly reports: Reports;
  readonly queue: YearQueue;
  readonly overlays: Overlays;
  readonly letters: Letters;
  readonly links: FileLinks;
  changesSince(position: number, limit: number): Promise<readonly FeedEntry[]>;
  readonly clock: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Hex sha256 of a text. */
  readonly digest: (text: string) => string;
  /** Letters and digits that nobody can guess. */
  readonly drawId: () => string;
}
