import { DeflateTrouble } from './deflate-trouble.ts';

/** Bits of a code that one look into the table decodes; longer ones, which are rare, are counted out bit by bit. */
export const ROOT_BITS = 10;
export const MAX_BITS = 15;

/**
 * A canonical Huffman code (RFC 1951, 3.2.2). The table is small, since a stream may change its code every thirty
 * bytes: one of all 15 bits costs ten times as much to build as the bytes are worth.
 */
export class Huffman {
  /** By the next bits, the first one lowest: the symbol times 16, plus the length of its code; 0 for longer codes. */
  readonly table = new Uint16Array(1 << ROOT_BITS);
  /** How many codes there are of each length. */
  readonly counts = new Uint16Array(MAX_BITS + 1);
  /** Symbols in the order of their codes. */
  readonly symbols = new Uint16Array(288);
  private readonly next = new Uint16Array(MAX_BITS + 2);

  /** Takes the code that is given by the length of each symbol's code. @throws DeflateTrouble for an impossible one */
  build(lengths: Uint8Array): void {
    const { counts, symbols, next, table } = this;
    counts.fill(0);
    table.fill(0);
    for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
    counts[0] = 0;
    next[1] = 0;
    let free = 1;
    for (let length = 1; length <= MAX_BITS; length++) {
      free = free * 2 - (counts[length] ?? 0);
      if (free < 0) throw new DeflateTrouble('damaged', 'flate code');
      next[length + 1] = (next[length] ?? 0) + (counts[length] ?? 0);
    }
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol] ?? 0;
      if (length === 0) continue;
      const place = next[length] ?? 0;
      symbols[place] = symbol;
      next[length] = place + 1;
    }
    this.fill();
  }

  private fill(): void {
    const { counts, symbols, table } = this;
    let code = 0;
    let place = 0;
    for (let length = 1; length <= ROOT_BITS; length++, code <<= 1) {
      const step = 1 << length;
      for (let count = counts[length] ?? 0; count > 0; count--, code++, place++) {
        const entry = (symbols[place] ?? 0) * 16 + length;
        for (let at = reversed(code, length); at < table.length; at += step) table[at] = entry;
      }
    }
  }

  /** As an entry of the table, by the next 15 bits, for codes that are not in it; 0 where there is no such code. */
  search(bits: number): number {
    let code = 0;
    let first = 0;
    let place = 0;
    for (let length = 1; length <= MAX_BITS; length++) {
      code |= (bits >>> (length - 1)) & 1;
      const count = this.counts[length] ?? 0;
      if (code - first < count) return (this.symbols[place + code - first] ?? 0) * 16 + length;
      place += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return 0;
  }
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >>> bit) & 1) << (length - 1 - bit);
  return result;
}
