import { LIMITS } from './limits.ts';
import type { Sniffed } from './sniffed.ts';
import { isUnreadable, unreadable } from './unreadable.ts';
import { type Archive, openArchive } from './unzip.ts';

const CONTENT_TYPES = '[Content_Types].xml';

/** Content types of a main document part: document or template, with macros or without (ECMA-376-1, 11.3.10). */
const MAIN_PART =
  /(?:wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml/i;

/** What a ZIP archive holds; `null` when these bytes are none. A .docx is one by its content types, not its names. */
export function sniffArchive(bytes: Uint8Array): Sniffed | null {
  const archive = openArchive(bytes);
  if (archive === null || isUnreadable(archive)) return archive;
  if (archive.encrypted) return unreadable('encrypted');
  return sniffPackage(archive);
}

function sniffPackage(archive: Archive): Sniffed {
  const types = archive.read(CONTENT_TYPES, LIMITS.partBytes);
  if (types === null) return unreadable('not-a-docx');
  if (isUnreadable(types)) return types;
  return MAIN_PART.test(asciiOf(types)) ? { format: 'docx' } : unreadable('not-a-docx');
}

/** The ASCII characters of a text, whether it is UTF-8 or UTF-16. */
function asciiOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
}
