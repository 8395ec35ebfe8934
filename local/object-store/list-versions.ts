import type { BucketState } from './bucket-state.ts';
import type { Version } from './journal-entry.ts';
import { compareKeys, firstIndex } from './key-order.ts';
import { commonPrefix, indexAfter, indexPast, type PageRequest } from './page.ts';

export interface VersionPage {
  versions: { key: string; version: Version; isLatest: boolean }[];
  prefixes: string[];
  next: VersionMarker | undefined;
}

/** The last thing of the page before: a key (or common prefix), and which of its versions. */
export interface VersionMarker {
  key: string;
  versionId: string | undefined;
}

/** One page of all versions and delete markers: keys in order, each key's versions newest first. */
export function listVersions(state: BucketState, page: PageRequest, marker: VersionMarker | undefined): VersionPage {
  const keys = state.keys();
  const found: VersionPage = { versions: [], prefixes: [], next: undefined };
  let last: VersionMarker | undefined;
  let index = startIndex(keys, page, marker);
  for (let key = keys[index]; key?.startsWith(page.prefix); key = keys[index]) {
    const prefix = commonPrefix(key, page);
    index = prefix === undefined ? index + 1 : indexPast(keys, prefix);
    const versions = state.versionsOf(key);
    const first = key === marker?.key ? versionsSeen(versions, marker.versionId) : 0;
    for (const [order, version] of versions.entries()) {
      if (order < first) continue;
      if (found.versions.length + found.prefixes.length === page.maxKeys) return { ...found, next: last };
      if (prefix !== undefined) {
        found.prefixes.push(prefix);
        last = { key: prefix, versionId: undefined };
        break;
      }
      found.versions.push({ key, version, isLatest: order === 0 });
      last = { key, versionId: version.versionId };
    }
  }
  return found;
}

function startIndex(keys: readonly string[], page: PageRequest, marker: VersionMarker | undefined): number {
  if (!marker) return indexAfter(keys, page.prefix, undefined);
  if (marker.versionId !== undefined) {
    return firstIndex(keys, (key) => compareKeys(key, page.prefix) >= 0 && compareKeys(key, marker.key) >= 0);
  }
  const index = indexAfter(keys, page.prefix, marker.key);
  const isPrefix = page.delimiter !== '' && marker.key.startsWith(page.prefix) && marker.key.endsWith(page.delimiter);
  return isPrefix ? Math.max(index, indexPast(keys, marker.key)) : index;
}

// When the version at the marker was removed meanwhile, the key is told from its newest version again:
// a reader can cope with a version told twice, not with one left out.
function versionsSeen(versions: readonly Version[], versionId: string | undefined): number {
  return versions.findIndex((version) => version.versionId === versionId) + 1;
}
