/** A version of an object in the inbox, or a delete marker. */
export interface ObjectVersion {
  readonly key: string;
  readonly versionId: string;
  readonly isMarker: boolean;
  /** When it was made, ISO 8601. */
  readonly at: string;
}

/** Where a list of versions goes on. */
export interface ListPosition {
  readonly key?: string | undefined;
  readonly versionId?: string | undefined;
}

export interface VersionPage {
  /** By key, the newest version of each first. */
  readonly versions: readonly ObjectVersion[];
  /** Absent at the end. */
  readonly next: ListPosition | undefined;
}

/** A stored version of an object. */
export interface StoredVersion {
  readonly key: string;
  readonly versionId: string;
  readonly at: string;
  /** When a delete marker hid it; absent while it can be seen. */
  readonly hiddenSince?: string;
}

/** What a list of versions leaves open when it breaks off within a key. */
export interface OpenKey {
  readonly key: string;
  readonly hiddenSince?: string | undefined;
}

/**
 * Which stored versions are hidden, and since when. A delete marker hides what lies below it; what was uploaded after
 * it is another matter, and an older version that a newer one merely replaced was not removed.
 * @param versions by key, the newest of each first, as S3 lists them
 * @param open what the page before left open
 */
export function findHidden(
  versions: readonly ObjectVersion[],
  open?: OpenKey,
): { readonly stored: readonly StoredVersion[]; readonly open: OpenKey | undefined } {
  const stored: StoredVersion[] = [];
  let current = open;
  for (const { key, versionId, isMarker, at } of versions) {
    const hiddenSince = isMarker ? at : current?.key === key ? current.hiddenSince : undefined;
    current = { key, hiddenSince };
    if (!isMarker) stored.push({ key, versionId, at, ...(hiddenSince !== undefined && { hiddenSince }) });
  }
  return { stored, open: current };
}
