import { type Unreadable, unreadable } from './unreadable.ts';

/** Where the central directory of an archive lies. */
export interface DirectoryExtent {
  readonly start: number;
  readonly end: number;
  /** Bytes before the archive's own first byte: offsets in the directory count from here. */
  readonly base: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_LENGTH = 20;
const MAX_COMMENT = 0xffff;
const SEE_ZIP_64 = 0xffffffff;

/**
 * The end record (APPNOTE 4.3.16) found from the back of the file, and the directory that it points at; `null` where
 * there is no end record at all. Bytes before the archive are tolerated, as are zip64 records.
 */
export function findDirectory(view: DataView): DirectoryExtent | Unreadable | null {
  const end = findEnd(view);
  if (end === null) return null;
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let directoryEnd = end;
  if (size === SEE_ZIP_64 || offset === SEE_ZIP_64 || view.getUint16(end + 10, true) === 0xffff) {
    const end64 = findEnd64(view, end);
    if (end64 !== null) {
      size = Number(view.getBigUint64(end64 + 40, true));
      offset = Number(view.getBigUint64(end64 + 48, true));
      directoryEnd = end64;
    }
  }
  const start = directoryEnd - size;
  const base = start - offset;
  if (start < 0 || base < 0) return unreadable('damaged');
  return { start, end: directoryEnd, base };
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength) {
      return at;
    }
  }
  return null;
}

function findEnd64(view: DataView, end: number): number | null {
  const locator = end - LOCATOR_64_LENGTH;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return null;
  // The record stands right before its locator in every file met; its stated offset does not count bytes before it.
  const record = locator - 56;
  return record >= 0 && view.getUint32(record, true) === END_64 ? record : null;
}
