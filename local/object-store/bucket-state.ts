import type { Entry, Upload, Version, VersioningStatus } from './journal-entry.ts';
import { compareKeys, firstIndex } from './key-order.ts';

/** What one bucket holds, in memory: its journal, applied. */
export class BucketState {
  created = '';
  versioning: VersioningStatus | undefined;
  /** The highest sequence number given out. */
  seq = 0;
  readonly uploads = new Map<string, Upload>();
  readonly #versions = new Map<string, readonly Version[]>();
  #sorted: string[] | undefined;

  /** Newest first; empty when the key does not exist. */
  versionsOf(key: string): readonly Version[] {
    return this.#versions.get(key) ?? [];
  }

  /** Every key with a version, in S3's order. Sorted at the first listing, kept sorted from then on. */
  keys(): readonly string[] {
    this.#sorted ??= [...this.#versions.keys()].sort(compareKeys);
    return this.#sorted;
  }

  /** Applies one entry and returns the body files that nothing refers to any more. */
  apply(entry: Entry): string[] {
    switch (entry.op) {
      case 'bucket':
        this.created = entry.created;
        this.seq = entry.seq;
        this.versioning = entry.versioning;
        return [];
      case 'versioning':
        this.versioning = entry.status;
        return [];
      case 'put':
        this.seq = Math.max(this.seq, entry.version.seq);
        return [...this.#put(entry.key, entry.version), ...this.#endUpload(entry.uploadId)];
      case 'remove':
        this.seq = Math.max(this.seq, entry.seq);
        return this.#remove(entry.key, entry.versionId);
      case 'upload':
        this.uploads.set(entry.uploadId, { ...entry.upload, parts: new Map() });
        return [];
      case 'part': {
        const parts = this.uploads.get(entry.uploadId)?.parts;
        const replaced = parts?.get(entry.number)?.file;
        parts?.set(entry.number, entry.part);
        return replaced === undefined ? [] : [replaced];
      }
      case 'abort':
        return this.#endUpload(entry.uploadId);
    }
  }

  /** The fewest entries that lead to this state. */
  *entries(): Generator<Entry> {
    yield { op: 'bucket', created: this.created, seq: this.seq, versioning: this.versioning };
    for (const [key, versions] of this.#versions) {
      for (const version of versions.toReversed()) yield { op: 'put', key, version };
    }
    for (const [uploadId, { parts, ...upload }] of this.uploads) {
      yield { op: 'upload', uploadId, upload };
      for (const [number, part] of parts) yield { op: 'part', uploadId, number, part };
    }
  }

  /** The body files in use. */
  files(): Set<string> {
    const files = new Set<string>();
    for (const entry of this.entries()) {
      if (entry.op === 'part') files.add(entry.part.file);
      if (entry.op === 'put' && entry.version.kind === 'object') files.add(entry.version.file);
    }
    return files;
  }

  #put(key: string, version: Version): string[] {
    const freed = this.#remove(key, version.versionId, true);
    const before = this.versionsOf(key);
    if (before.length === 0 && this.#sorted && !this.#versions.has(key))
      this.#sorted.splice(this.#position(key), 0, key);
    this.#versions.set(key, [version, ...before]);
    return freed;
  }

  #remove(key: string, versionId: string, keepKey = false): string[] {
    const versions = this.versionsOf(key);
    const removed = versions.find((version) => version.versionId === versionId);
    if (!removed) return [];
    const left = versions.filter((version) => version !== removed);
    if (left.length > 0 || keepKey) this.#versions.set(key, left);
    else {
      this.#versions.delete(key);
      this.#sorted?.splice(this.#position(key), 1);
    }
    return removed.kind === 'object' ? [removed.file] : [];
  }

  #position(key: string): number {
    return firstIndex(this.#sorted ?? [], (other) => compareKeys(other, key) >= 0);
  }

  #endUpload(uploadId: string | undefined): string[] {
    const upload = uploadId === undefined ? undefined : this.uploads.get(uploadId);
    if (uploadId !== undefined) this.uploads.delete(uploadId);
    return [...(upload?.parts.values() ?? [])].map((part) => part.file);
  }
}
