import type { ObjectVersion } from '../../../records/inbox-versions.ts';
import type { UploadRef } from '../../../records/keys.ts';

/** A versioned bucket. */
export class MemoryInbox {
  readonly #versions: (ObjectVersion & { readonly bytes: Uint8Array | undefined })[] = [];
  #made = 0;

  /** Without bytes a delete marker. */
  add(key: string, now: Date, bytes?: Uint8Array): UploadRef {
    this.#made += 1;
    const versionId = `v${this.#made}`;
    this.#versions.push({ key, versionId, isMarker: bytes === undefined, at: now.toISOString(), bytes });
    return { bucket: 'inbox', key, versionId };
  }

  remove({ versionId }: UploadRef): void {
    const at = this.#versions.findIndex((version) => version.versionId === versionId);
    if (at >= 0) this.#versions.splice(at, 1);
  }

  bytesOf({ key, versionId }: UploadRef): Uint8Array | undefined {
    return this.#versions.find((version) => version.key === key && version.versionId === versionId)?.bytes;
  }

  /** By key, the newest of each first. */
  versions(): ObjectVersion[] {
    const listed = this.#versions.map(({ bytes: _, ...version }) => version);
    return listed.reverse().toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }
}
