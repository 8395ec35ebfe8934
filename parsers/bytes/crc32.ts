const STEP = 8;
const TABLES = makeTables();

/** CRC-32 of ZIP (polynomial 0xEDB88320), as an unsigned number. Eight bytes a step, by Kounavis and Berry's slicing. */
export function crc32(bytes: Uint8Array): number {
  // Kept in a local: a bundled module variable is looked up anew for each of them.
  const tables = TABLES;
  const entry = (table: number, byte: number) => tables[table * 256 + byte] ?? 0;
  const whole = bytes.length - (bytes.length % STEP);
  let crc = -1;
  for (let at = 0; at < whole; at += STEP) {
    const mixed =
      crc ^
      (byteAt(bytes, at) |
        (byteAt(bytes, at + 1) << 8) |
        (byteAt(bytes, at + 2) << 16) |
        (byteAt(bytes, at + 3) << 24));
    crc =
      entry(7, mixed & 255) ^
      entry(6, (mixed >>> 8) & 255) ^
      entry(5, (mixed >>> 16) & 255) ^
      entry(4, mixed >>> 24) ^
      entry(3, byteAt(bytes, at + 4)) ^
      entry(2, byteAt(bytes, at + 5)) ^
      entry(1, byteAt(bytes, at + 6)) ^
      entry(0, byteAt(bytes, at + 7));
  }
  for (let at = whole; at < bytes.length; at++) crc = entry(0, (crc ^ byteAt(bytes, at)) & 255) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

function makeTables(): Int32Array {
  const tables = new Int32Array(STEP * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
    tables[byte] = crc;
  }
  for (let at = 256; at < tables.length; at++) {
    const shorter = tables[at - 256] ?? 0;
    tables[at] = (tables[shorter & 255] ?? 0) ^ (shorter >>> 8);
  }
  return tables;
}
