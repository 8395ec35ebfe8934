import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
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
  return inflate(packed, entry.size);
}

/**
 * Inflates into a buffer of the declared size, and stops soon after the first byte that does not fit: a small input at
 * once, since what it can become is bounded (by 1032 times), a large one step by step.
 */
function inflate(packed: Uint8Array, size: number): Uint8Array | Unreadable {
  const content =
    packed.length <= LIMITS.inflateAtOnceBytes ? inflateAtOnce(packed, size) : inflateInSteps(packed, size);
  return content === null || content.length > size ? unreadable('damaged') : content;
}

/** At most one byte more than `size`; fflate throws on anything that is not a deflate stream: then `null`. */
function inflateAtOnce(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateSync(packed, { out: new Uint8Array(size + 1) });
  } catch {
    return null;
  }
}

/** The same, never inflating more than one step beyond `size`. */
function inflateInSteps(packed: Uint8Array, size: number): Uint8Array | null {
  const content = new Uint8Array(size + 1);
  let length = 0;
  const stream = new Inflate((chunk) => {
    content.set(chunk.subarray(0, content.length - length), length);
    length = Math.min(length + chunk.length, content.length);
  });
  for (let at = 0; at < packed.length && length <= size; at += LIMITS.inflateStepBytes) {
    const end = Math.min(at + LIMITS.inflateStepBytes, packed.length);
    if (!push(stream, packed.subarray(at, end), end === packed.length)) return null;
    if (length < end * LIMITS.deflatedShare) return null;
  }
  return content.subarray(0, length);
}

function push(stream: Inflate, packed: Uint8Array, last: boolean): boolean {
  try {
    stream.push(packed, last);
    return true;
  } catch {
    return false;
  }
}
