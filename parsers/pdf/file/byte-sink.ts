import { PdfTrouble } from './pdf-trouble.ts';

const FIRST_BYTES = 4096;

/** Takes the output of a filter and grows with it, up to a limit. */
export class ByteSink {
  /** What was taken so far is before `length`. Grow it before writing here. */
  bytes: Uint8Array = new Uint8Array(FIRST_BYTES);
  length = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /**
   * Makes room for so many bytes more.
   * @throws PdfTrouble `archive-bomb` beyond the limit
   */
  grow(count: number): void {
    const needed = this.length + count;
    if (needed > this.limit) throw new PdfTrouble('archive-bomb', 'inflated stream');
    if (needed <= this.bytes.length) return;
    const grown = new Uint8Array(Math.min(Math.max(needed, this.bytes.length * 2), Math.max(needed, this.limit)));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = byte;
  }

  append(chunk: Uint8Array): void {
    this.grow(chunk.length);
    this.bytes.set(chunk, this.length);
    this.length += chunk.length;
  }

  taken(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
