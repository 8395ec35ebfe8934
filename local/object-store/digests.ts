import { createHash, type Hash } from 'node:crypto';
import { type Algorithm, startChecksum } from './checksum.ts';
import type { Checksum } from './crc.ts';

export interface Digests {
  size: number;
  /** Hexadecimal, as in an ETag. */
  md5: string;
  /** Hexadecimal, when asked for. */
  sha256: string | undefined;
  /** Base64, when an algorithm was asked for. */
  checksum: string | undefined;
}

/** Everything that is computed over a body while it passes. */
export class RunningDigests {
  #size = 0;
  readonly #md5 = createHash('md5');
  readonly #sha256: Hash | undefined;
  readonly #checksum: Checksum | undefined;

  constructor(wanted: { sha256?: boolean; algorithm?: Algorithm | undefined } = {}) {
    this.#sha256 = wanted.sha256 ? createHash('sha256') : undefined;
    this.#checksum = wanted.algorithm ? startChecksum(wanted.algorithm) : undefined;
  }

  get size(): number {
    return this.#size;
  }

  update(chunk: Buffer): void {
    this.#size += chunk.length;
    this.#md5.update(chunk);
    this.#sha256?.update(chunk);
    this.#checksum?.update(chunk);
  }

  finish(): Digests {
    return {
      size: this.#size,
      md5: this.#md5.digest('hex'),
      sha256: this.#sha256?.digest('hex'),
      checksum: this.#checksum?.digest().toString('base64'),
    };
  }
}
