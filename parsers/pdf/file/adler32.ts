const MODULUS = 65521;
/** So many bytes can be added up before a sum could pass 32 bits (RFC 1950, 9). */
const RUN = 5552;

/** Adler-32 of zlib (RFC 1950, 9), as an unsigned number. */
export function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + RUN, bytes.length);
    for (; at < end; at++) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= MODULUS;
    high %= MODULUS;
  }
  return ((high << 16) | low) >>> 0;
}
