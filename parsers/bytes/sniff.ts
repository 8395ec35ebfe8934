import { LIMITS } from './limits.ts';
import { sniffArchive } from './sniff-archive.ts';
import { sniffCompoundFile } from './sniff-compound-file.ts';
import { sniffText } from './sniff-text.ts';
import type { Sniffed } from './sniffed.ts';
import { tooLarge, unreadable } from './unreadable.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** Tells what an upload is by its content alone; its name plays no part. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return unreadable('empty');
  if (bytes.length > LIMITS.fileBytes) return tooLarge();
  if (holdsAt(bytes, PDF, 0)) return { format: 'pdf' };
  if (holdsAt(bytes, COMPOUND_FILE, 0)) return sniffCompoundFile(bytes);
  if (holdsAt(bytes, ZIP, 0) || holdsAt(bytes, EMPTY_ZIP, 0)) return sniffArchive(bytes) ?? unreadable('damaged');
  return sniffText(bytes) ?? sniffPastJunk(bytes) ?? unreadable('unknown-format');
}

/** Mail gateways and download scripts leave lines of their own before a file: PDF allows 1024 bytes, ZIP any number. */
function sniffPastJunk(bytes: Uint8Array): Sniffed | null {
  const reach = Math.min(LIMITS.sniffBytes, bytes.length - PDF.length);
  for (let at = 1; at <= reach; at++) if (holdsAt(bytes, PDF, at)) return { format: 'pdf' };
  return sniffArchive(bytes);
}

function holdsAt(bytes: Uint8Array, expected: readonly number[], at: number): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte);
}
