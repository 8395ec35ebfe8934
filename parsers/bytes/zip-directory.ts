import { LIMITS } from './limits.ts';
import { isUnreadable, type Unreadable, unreadable } from './unreadable.ts';
import { type DirectoryExtent, findDirectory } from './zip-end.ts';

/** One file of an archive, as its directory describes it. */
export interface ZipEntry {
  /** {@link partKey} of its name. */
  readonly key: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** First byte of its (compressed) content. */
  readonly contentStart: number;
}

const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const SEE_ZIP_64 = 0xffffffff;

/**
 * Part names are compared without case (ECMA-376-2, 9.1.1.3), without a leading slash, and with the backslashes that
 * some writers use turned round.
 */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/**
 * The entries of an archive (APPNOTE 4.3.12): bounded in number, inside the file, and not sharing bytes.
 * `null` when the file has no directory; `damaged` or `archive-bomb` when it cannot be trusted.
 */
export function readDirectory(bytes: Uint8Array): readonly ZipEntry[] | Unreadable | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const extent = findDirectory(view);
  if (extent === null || isUnreadable(extent)) return extent;
  const entries: ZipEntry[] = [];
  for (let at = extent.start; at < extent.end; ) {
    if (entries.length === LIMITS.zipEntries) return unreadable('archive-bomb');
    if (at + ENTRY_LENGTH > extent.end || view.getUint32(at, true) !== ENTRY) return unreadable('damaged');
    const entry = readEntry(view, bytes, at, extent);
    if (entry === null) return unreadable('damaged');
    entries.push(entry);
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return shareBytes(entries) ? unreadable('damaged') : entries;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, extent: DirectoryExtent): ZipEntry | null {
  const nameLength = view.getUint16(at + 28, true);
  const extraStart = at + ENTRY_LENGTH + nameLength;
  const extraEnd = extraStart + view.getUint16(at + 30, true);
  if (extraEnd > extent.end) return null;
  const [size, compressedSize, offset] = readSizes(view, at, extraStart, extraEnd);
  const local = extent.base + offset;
  if (local + LOCAL_LENGTH > extent.start || view.getUint32(local, true) !== LOCAL) return null;
  const contentStart = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (contentStart + compressedSize > extent.start) return null;
  return {
    key: partKey(decodeName(bytes.subarray(at + ENTRY_LENGTH, extraStart))),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size,
    contentStart,
  };
}

/** Size, compressed size and offset, from the zip64 field (APPNOTE 4.5.3) where the entry says so. */
function readSizes(view: DataView, at: number, extraStart: number, extraEnd: number): [number, number, number] {
  const sizes: [number, number, number] = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  if (!sizes.includes(SEE_ZIP_64)) return sizes;
  for (let field = extraStart; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    for (const index of [0, 1, 2] as const) {
      if (sizes[index] !== SEE_ZIP_64 || value + 8 > extraEnd) continue;
      sizes[index] = Number(view.getBigUint64(value, true));
      value += 8;
    }
    break;
  }
  return sizes;
}

/** Entries over the same bytes make a small file inflate without end (Fifield, WOOT 2019). */
function shareBytes(entries: readonly ZipEntry[]): boolean {
  const ordered = entries.toSorted((a, b) => a.contentStart - b.contentStart);
  return ordered.some((entry, index) => {
    const next = ordered[index + 1];
    return next !== undefined && entry.contentStart + entry.compressedSize + LOCAL_LENGTH > next.contentStart;
  });
}

/** The names that matter here are ASCII; others need only stay distinct. */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
