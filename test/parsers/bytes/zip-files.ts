import { crc32 } from '../../../parsers/bytes/crc32.ts';

/** One entry as it is to be written, truthfully or not. */
export interface Written {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly crc?: number;
  readonly declaredPackedSize?: number;
  /** Writes sizes and checksum after the content, and zeros before it, as streaming writers do. */
  readonly descriptor?: boolean;
  /** Points the directory at this entry's bytes instead of its own. */
  readonly sameBytesAs?: number;
}

export interface Options {
  readonly prefix?: Uint8Array;
  readonly comment?: string;
  readonly zip64?: boolean;
  readonly entryCount?: number;
}

/** Writes an archive byte by byte, so that any of its statements can be false. */
export function writeZip(
  entries: readonly Written[],
  { prefix, comment = '', zip64 = false, entryCount }: Options = {},
): Uint8Array {
  const out: number[] = [];
  const offsets: number[] = [];
  for (const entry of entries) {
    offsets.push(out.length);
    writeLocal(out, entry);
  }
  const directoryStart = out.length;
  for (const [index, entry] of entries.entries())
    writeDirectoryEntry(out, entry, offsets[entry.sameBytesAs ?? index] ?? 0, zip64);
  const size = out.length - directoryStart;
  if (zip64) writeEnd64(out, entries.length, size, directoryStart);
  u32(out, 0x06054b50, 0);
  const count = entryCount ?? entries.length;
  u16(out, count, count);
  u32(out, zip64 ? 0xffffffff : size, zip64 ? 0xffffffff : directoryStart);
  u16(out, comment.length);
  ascii(out, comment);
  return Uint8Array.from([...(prefix ?? []), ...out]);
}

/** A stored entry of this content. */
export function stored(name: string, content: Uint8Array | string): Written {
  const packed = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, packed, size: packed.length, crc: crc32(packed) };
}

function writeLocal(out: number[], entry: Written): void {
  const { crc = 0, size = 0, descriptor = false } = entry;
  u32(out, 0x04034b50);
  u16(out, 20, (entry.flags ?? 0) | (descriptor ? 8 : 0), entry.method ?? 0, 0, 0);
  u32(out, descriptor ? 0 : crc, descriptor ? 0 : entry.packed.length, descriptor ? 0 : size);
  u16(out, entry.name.length, 0);
  ascii(out, entry.name);
  for (const byte of entry.packed) out.push(byte);
  if (descriptor) u32(out, 0x08074b50, crc, entry.packed.length, size);
}

function writeDirectoryEntry(out: number[], entry: Written, offset: number, zip64: boolean): void {
  const packedSize = entry.declaredPackedSize ?? entry.packed.length;
  const size = entry.size ?? 0;
  u32(out, 0x02014b50);
  u16(out, 20, 20, (entry.flags ?? 0) | (entry.descriptor ? 8 : 0), entry.method ?? 0, 0, 0);
  u32(out, entry.crc ?? 0, zip64 ? 0xffffffff : packedSize, zip64 ? 0xffffffff : size);
  u16(out, entry.name.length, zip64 ? 32 : 0, 0, 0, 0);
  u32(out, 0, zip64 ? 0xffffffff : offset);
  ascii(out, entry.name);
  if (!zip64) return;
  u16(out, 0x5455, 0, 1, 24);
  u32(out, size, 0, packedSize, 0, offset, 0);
}

function writeEnd64(out: number[], count: number, size: number, start: number): void {
  const at = out.length;
  u32(out, 0x06064b50, 44, 0);
  u16(out, 45, 45);
  u32(out, 0, 0, count, 0, count, 0, size, 0, start, 0);
  u32(out, 0x07064b50, 0, at, 0, 1);
}

function u16(out: number[], ...values: number[]): void {
  for (const value of values) out.push(value & 255, (value >>> 8) & 255);
}

function u32(out: number[], ...values: number[]): void {
  for (const value of values) out.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
}

function ascii(out: number[], text: string): void {
  for (let index = 0; index < text.length; index++) out.push(text.charCodeAt(index));
}
