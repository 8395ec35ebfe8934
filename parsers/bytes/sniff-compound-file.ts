import type { Sniffed } from './sniffed.ts';
import { unreadable } from './unreadable.ts';

/** Directory entries of a compound file are 128 bytes long and stand on multiples of that ([MS-CFB] 2.6.1). */
const ENTRY_LENGTH = 128;

/**
 * An OLE compound file: a package under a password ([MS-OFFCRYPTO] 2.3.1), a Word 97–2003 document, or another
 * program's file.
 */
export function sniffCompoundFile(bytes: Uint8Array): Sniffed {
  const has = (name: string) => hasStream(bytes, name);
  if (has('EncryptedPackage') || has('EncryptionInfo')) return unreadable('encrypted');
  if (has('WordDocument')) return unreadable('legacy-doc');
  return unreadable(has('Workbook') || has('PowerPoint Document') ? 'unknown-format' : 'legacy-doc');
}

/** Looks at every place where a directory entry could stand for one of this name (UTF-16, NUL-ended). */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const expected = [...`${name}\0`].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = 0; at + expected.length <= bytes.length; at += ENTRY_LENGTH) {
    if (expected.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
