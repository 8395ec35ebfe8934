import { crc32 } from './crc32.ts';
import { inflate } from './inflate.ts';
import { LIMITS } from './limits.ts';
import { isUnreadable, type Unreadable, unreadable } from './unreadable.ts';
import type { ZipEntry } from './zip-directory.ts';

/**
 * The content of one entry, at most `limit` bytes of it: beyond that `archive-bomb`, whatever size the entry declares.
 * `damaged` when it cannot be inflated, or is not the bytes that its size and checksum promise; `encrypted` as it says.
 */
export function inflatePart(archive: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | Unreadable {
  if (entry.encrypted) return unreadable('encrypted');
  if (entry.size > limit) return unreadable('archive-bomb');
  const packed = archive.subarray(entry.contentStart, entry.contentStart + entry.compressedSize);
  const content = unpack(packed, entry, limit);
  if (isUnreadable(content)) return content;
  return content.length === entry.size && crc32(content) === entry.crc ? content : unreadable('damaged');
}

function unpack(packed: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | Unreadable {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return unreadable('damaged');
  if (packed.length > limit * LIMITS.deflatedShare) return unreadable('archive-bomb');
  return inflateWhole(packed, entry.size);
}

/** Beyond the declared size, and where the stream breaks off, it is not what its size and checksum promise. */
function inflateWhole(packed: Uint8Array, size: number): Uint8Array | Unreadable {
  const inflated = inflate(packed, size);
  return inflated.state === 'whole' ? inflated.content : unreadable('damaged');
}
