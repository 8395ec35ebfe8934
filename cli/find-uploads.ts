import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type UploadRef, uploadName } from '../records/keys.ts';
import type { LedgerEntry } from '../records/ledger.ts';
import type { Stores } from './stores.ts';

/** An upload that somebody asks about; without an entry it is in the inbox, and nobody has taken it up. */
export interface FoundUpload {
  readonly upload: UploadRef;
  readonly entry: LedgerEntry | undefined;
}

type Asked = Pick<Stores, 'reader' | 'objects' | 'inboxBucket' | 'inboxPrefix'>;

/**
 * The uploads that a file on this machine, an object key or a part of one names, the latest first.
 * @param days of the ledger that are searched where no key answers at once
 */
export async function findUploads(name: string, days: number, stores: Asked): Promise<readonly FoundUpload[]> {
  const file = await readFile(name).catch(() => undefined);
  const found = file ? await findByBytes(file, basename(name), days, stores) : await findByKey(name, days, stores);
  const distinct = new Map(found.map((one) => [uploadName(one.upload), one]));
  return [...distinct.values()].sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
}

const timeOf = ({ entry }: FoundUpload) => entry?.receivedAt ?? '9999';

/** By its content, under whatever name it was handed in; and by its name, since another version may bear it. */
function findByBytes(bytes: Uint8Array, fileName: string, days: number, stores: Asked) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return searchLedger(
    days,
    stores,
    ({ key, settlement }) => settlement?.sha256 === sha256 || key.endsWith(`/${fileName}`),
  );
}

async function findByKey(name: string, days: number, stores: Asked): Promise<readonly FoundUpload[]> {
  const { inboxBucket: bucket, inboxPrefix } = stores;
  for (const key of new Set([name, `${inboxPrefix}${name}`])) {
    const entries = await stores.reader.ledgerOfKey(bucket, key);
    const known = entries.map(asFound);
    const seen = new Set(entries.map(({ versionId }) => versionId));
    const stored = await stores.objects.versionsOf(bucket, key);
    const unknown = stored
      .filter(({ isMarker, versionId }) => !isMarker && !seen.has(versionId))
      .map(({ versionId }) => ({ upload: { bucket, key, versionId }, entry: undefined }));
    if (known.length + unknown.length > 0) return [...known, ...unknown];
  }
  return searchLedger(days, stores, ({ key }) => key.includes(name));
}

async function searchLedger(
  days: number,
  { reader }: Asked,
  isWanted: (entry: LedgerEntry) => boolean,
): Promise<readonly FoundUpload[]> {
  const found: FoundUpload[] = [];
  for (let back = 0; back < days; back += DAYS_AT_ONCE) {
    const some = Array.from({ length: Math.min(DAYS_AT_ONCE, days - back) }, (_, at) => back + at);
    const entries = await Promise.all(some.map((one) => reader.ledgerOfDay(new Date(Date.now() - one * DAY))));
    found.push(...entries.flat().filter(isWanted).map(asFound));
  }
  return found;
}

const DAY = 24 * 3600 * 1000;
const DAYS_AT_ONCE = 16;

function asFound(entry: LedgerEntry): FoundUpload {
  const { bucket, key, versionId } = entry;
  return { upload: { bucket, key, versionId }, entry };
}
