import { inflatePart } from './inflate-part.ts';
import { isUnreadable, type Unreadable, unreadable } from './unreadable.ts';
import { partKey, readDirectory, type ZipEntry } from './zip-directory.ts';

/** An archive whose directory was read; nothing is inflated before it is asked for. */
export interface Archive {
  /** Names of the entries, lower case, with forward slashes. */
  readonly names: readonly string[];
  /** Whether any of its entries needs a password. */
  readonly encrypted: boolean;
  /** Content of a part, `null` when there is none of that name, `damaged` when there are two. */
  read(name: string, limit: number): Uint8Array | Unreadable | null;
}

/** Opens a ZIP archive; `null` when these bytes hold none. */
export function openArchive(bytes: Uint8Array): Archive | Unreadable | null {
  const entries = readDirectory(bytes);
  if (entries === null || isUnreadable(entries)) return entries;
  const byKey = new Map<string, ZipEntry | 'ambiguous'>();
  for (const entry of entries) byKey.set(entry.key, byKey.has(entry.key) ? 'ambiguous' : entry);
  return {
    names: [...byKey.keys()],
    encrypted: entries.some((entry) => entry.encrypted),
    read(name, limit) {
      const entry = byKey.get(partKey(name));
      if (entry === undefined) return null;
      return entry === 'ambiguous' ? unreadable('damaged') : inflatePart(bytes, entry, limit);
    },
  };
}
