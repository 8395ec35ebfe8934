import { DeflateTrouble } from './deflate-trouble.ts';
import { Huffman, MAX_BITS, ROOT_BITS } from './huffman.ts';
import { LIMITS } from './limits.ts';

/** What was found in a deflate stream, or why it was not gone through. */
export type Inflating =
  | Inflated
  | {
      /** `damaged`: no deflate stream. `too-long`: more than the limit, or blocks without end that hold nothing. */
      readonly state: 'damaged' | 'too-long';
      /** A short word for tests and benchmarks. */
      readonly why: string;
    };

interface Inflated {
  readonly content: Uint8Array;
  /**
   * `whole`: to its last block. `flushed`: broken off after the empty block that a flush leaves, so that all that was
   * written until then is there. `cut`: broken off anywhere else.
   */
  readonly state: 'whole' | 'flushed' | 'cut';
  /** Bytes of the input that it takes. */
  readonly used: number;
}

const LONGEST_MATCH = 258;
const END_OF_BLOCK = 256;
const ROOT_MASK = (1 << ROOT_BITS) - 1;
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Of the symbols from 257 (RFC 1951, 3.2.5). */
const LENGTH_EXTRA = Uint8Array.of(
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
);
const LENGTH_BASE = basesFrom(3, LENGTH_EXTRA);
LENGTH_BASE[28] = LONGEST_MATCH;
const DISTANCE_EXTRA = Uint8Array.from({ length: 30 }, (_, symbol) => Math.max(0, (symbol >> 1) - 1));
const DISTANCE_BASE = basesFrom(1, DISTANCE_EXTRA);
let fixed: readonly [Huffman, Huffman] | undefined;

/**
 * Inflates a raw deflate stream (RFC 1951). Written for files from strangers: never more than `limit` bytes are held,
 * blocks that hold nothing end it, and a block costs no more than its bytes are worth (fflate builds tables of 64 kB
 * for each, which makes half a minute of a megabyte).
 */
export function inflate(packed: Uint8Array, limit: number): Inflating {
  try {
    return new Inflater(packed, limit).run();
  } catch (trouble) {
    if (!(trouble instanceof DeflateTrouble)) throw trouble;
    return { state: trouble.state, why: trouble.why };
  }
}

class Inflater {
  private readonly packed: Uint8Array;
  private readonly limit: number;
  private at = 0;
  /** Bits that were read from the input and not yet used, the next one lowest. */
  private held = 0;
  private bits = 0;
  private out: Uint8Array;
  private length = 0;
  private readonly literals = new Huffman();
  private readonly distances = new Huffman();
  private readonly lengths = new Uint8Array(320);

  constructor(packed: Uint8Array, limit: number) {
    this.packed = packed;
    this.limit = Math.max(0, limit);
    this.out = new Uint8Array(Math.min(packed.length * 4, this.limit) + LONGEST_MATCH + 1);
  }

  run(): Inflated {
    let flushed = false;
    for (let last = false; !last; ) {
      const begin = this.length;
      if (this.used >= this.packed.length) return this.ended(flushed ? 'flushed' : 'cut');
      last = this.take(1) === 1;
      const kind = this.take(2);
      if (kind === 3) throw new DeflateTrouble('damaged', 'flate block');
      if (kind === 0) this.copyStored();
      else if (kind === 1) this.readBlock(...fixedCodes());
      else if (this.readCodes()) this.readBlock(this.literals, this.distances);
      if (this.overrun) return this.ended('cut');
      flushed = kind === 0 && this.length === begin;
      if (this.length < (this.used - LIMITS.inflateStepBytes) * LIMITS.deflatedShare) {
        throw new DeflateTrouble('too-long', 'empty blocks');
      }
    }
    return this.ended('whole');
  }

  private ended(state: Inflated['state']): Inflated {
    if (this.length > this.limit) throw new DeflateTrouble('too-long', 'inflated stream');
    return { content: this.out.subarray(0, this.length), state, used: this.used };
  }

  private get used(): number {
    return this.at - (this.bits >> 3);
  }

  /** Bits were used that the input does not have: it reads as zeros after its end. */
  private get overrun(): boolean {
    return this.at * 8 - this.bits > this.packed.length * 8;
  }

  private take(count: number): number {
    while (this.bits < count) {
      this.held |= (this.packed[this.at++] ?? 0) << this.bits;
      this.bits += 8;
    }
    const value = this.held & ((1 << count) - 1);
    this.held >>>= count;
    this.bits -= count;
    return value;
  }

  private copyStored(): void {
    this.take(this.bits & 7);
    const length = this.take(16);
    const complement = this.take(16);
    if (this.overrun) return;
    if (length !== (complement ^ 0xffff)) throw new DeflateTrouble('damaged', 'flate block');
    const start = this.used;
    const stored = this.packed.subarray(start, start + length);
    this.room(stored.length);
    this.out.set(stored, this.length);
    this.length += stored.length;
    this.at = start + length;
    this.held = 0;
    this.bits = 0;
  }

  /** The codes of a block that brings its own (3.2.7); whether they are all there. */
  private readCodes(): boolean {
    const { lengths } = this;
    const literals = this.take(5) + 257;
    const all = literals + this.take(5) + 1;
    const count = this.take(4) + 4;
    lengths.fill(0, 0, 19);
    for (let index = 0; index < count; index++) lengths[LENGTH_ORDER[index] ?? 0] = this.take(3);
    this.literals.build(lengths.subarray(0, 19));
    for (let index = 0; index < all && !this.overrun; ) index += this.readLengths(index, all);
    if (this.overrun) return false;
    this.literals.build(lengths.subarray(0, literals));
    this.distances.build(lengths.subarray(literals, all));
    return true;
  }

  /** One or several of them from `index`; how many. */
  private readLengths(index: number, all: number): number {
    const { lengths } = this;
    const symbol = this.decode(this.literals);
    if (symbol < 16) {
      lengths[index] = symbol;
      return 1;
    }
    const repeated = symbol === 16 ? (lengths[index - 1] ?? 0) : 0;
    const count = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
    if (index + count > all || (symbol === 16 && index === 0))
      throw new DeflateTrouble('damaged', 'flate code lengths');
    lengths.fill(repeated, index, index + count);
    return count;
  }

  private decode(code: Huffman): number {
    this.refill();
    const entry = (code.table[this.held & ROOT_MASK] ?? 0) || code.search(this.held & ((1 << MAX_BITS) - 1));
    if (entry === 0) return this.noSuchCode();
    this.held >>>= entry & 15;
    this.bits -= entry & 15;
    return entry >> 4;
  }

  /** So that at least 25 bits are held. */
  private refill(): void {
    while (this.bits <= 24) {
      this.held |= (this.packed[this.at++] ?? 0) << this.bits;
      this.bits += 8;
    }
  }

  /** Zeros after the end may well be no code: then it is the end that is wrong with the stream. */
  private noSuchCode(): number {
    if (this.at <= this.packed.length) throw new DeflateTrouble('damaged', 'flate data');
    this.bits = -1 - MAX_BITS * 8;
    return END_OF_BLOCK;
  }

  private readBlock(literals: Huffman, distances: Huffman): void {
    const { table } = literals;
    for (;;) {
      this.refill();
      const entry = table[this.held & ROOT_MASK] ?? 0;
      let symbol = entry >> 4;
      if (entry === 0) symbol = this.decode(literals);
      else {
        this.held >>>= entry & 15;
        this.bits -= entry & 15;
      }
      if (symbol < END_OF_BLOCK) {
        if (this.length === this.out.length) this.room(1);
        this.out[this.length++] = symbol;
      } else if (symbol === END_OF_BLOCK) return;
      else this.copyMatch(symbol - END_OF_BLOCK - 1, distances);
      if (this.at > this.packed.length && this.overrun) return;
    }
  }

  private copyMatch(symbol: number, distances: Huffman): void {
    const count = (LENGTH_BASE[symbol] ?? 0) + this.take(LENGTH_EXTRA[symbol] ?? 0);
    const distanceSymbol = this.decode(distances);
    const distance = (DISTANCE_BASE[distanceSymbol] ?? 0) + this.take(DISTANCE_EXTRA[distanceSymbol] ?? 0);
    if (this.overrun) return;
    if (symbol >= LENGTH_BASE.length || distanceSymbol >= DISTANCE_BASE.length || distance > this.length) {
      throw new DeflateTrouble('damaged', 'flate data');
    }
    this.room(count);
    const { out } = this;
    const end = this.length + count;
    // A match may overlap what it writes.
    for (let to = this.length; to < end; to++) out[to] = out[to - distance] ?? 0;
    this.length = end;
  }

  /** Makes the output long enough for `count` bytes more. */
  private room(count: number): void {
    const needed = this.length + count;
    if (needed <= this.out.length) return;
    if (needed > this.limit) throw new DeflateTrouble('too-long', 'inflated stream');
    const grown = new Uint8Array(Math.min(Math.max(needed, this.out.length * 2), this.limit));
    grown.set(this.out.subarray(0, this.length));
    this.out = grown;
  }
}

function basesFrom(first: number, extra: Uint8Array): Uint16Array {
  const bases = new Uint16Array(extra.length);
  let base = first;
  for (let symbol = 0; symbol < extra.length; symbol++) {
    bases[symbol] = base;
    base += 1 << (extra[symbol] ?? 0);
  }
  return bases;
}

/** Those of blocks that bring none (3.2.6). */
function fixedCodes(): readonly [Huffman, Huffman] {
  if (fixed) return fixed;
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  const literals = new Huffman();
  literals.build(lengths);
  const distances = new Huffman();
  distances.build(new Uint8Array(30).fill(5));
  fixed = [literals, distances];
  return fixed;
}
