import { ByteSink } from './byte-sink.ts';
import { PdfTrouble } from './pdf-trouble.ts';

const CLEAR = 256;
const END = 257;
const FIRST_FREE = 258;
const TABLE = 4096;

/**
 * LZWDecode (ISO 32000-1, 7.4.4); `early` is its EarlyChange, 1 unless stated. A missing end code is accepted.
 * @throws PdfTrouble `damaged` for a code that is not in the table, `archive-bomb` beyond the limit
 */
export function decodeLzw(raw: Uint8Array, limit: number, early: number): Uint8Array {
  const sink = new ByteSink(limit);
  const table = new LzwTable();
  let previous = -1;
  let width = 9;
  let held = 0;
  let bits = 0;
  for (const byte of raw) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >>> bits) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      table.next = FIRST_FREE;
      previous = -1;
    } else {
      if (previous >= 0) table.add(previous, code);
      table.write(sink, code);
      previous = code;
    }
    width = widthFor(table.next + early);
  }
  return sink.taken();
}

/** Bits of the next code, when the table has so many entries. */
function widthFor(entries: number): number {
  if (entries < 512) return 9;
  if (entries < 1024) return 10;
  return entries < 2048 ? 11 : 12;
}

/** What each code stands for: what another one does, and a byte after it. */
class LzwTable {
  /** The code that is added next. */
  next = FIRST_FREE;
  private readonly prefix = new Uint16Array(TABLE);
  private readonly suffix = new Uint8Array(TABLE);
  private readonly lengths = new Uint16Array(TABLE).fill(1, 0, CLEAR);

  constructor() {
    for (let code = 0; code < CLEAR; code++) this.suffix[code] = code;
  }

  /** Adds the previous code with the first byte of this one, which may be the one that is being added. */
  add(previous: number, code: number): void {
    if (code > this.next) throw new PdfTrouble('damaged', 'lzw code');
    if (this.next === TABLE) return;
    this.prefix[this.next] = previous;
    this.lengths[this.next] = (this.lengths[previous] ?? 0) + 1;
    this.suffix[this.next] = this.firstByte(code === this.next ? previous : code);
    this.next++;
  }

  write(sink: ByteSink, code: number): void {
    if (code >= this.next) throw new PdfTrouble('damaged', 'lzw code');
    const count = this.lengths[code] ?? 1;
    sink.grow(count);
    let at = code;
    for (let to = sink.length + count - 1; to >= sink.length; to--) {
      sink.bytes[to] = this.suffix[at] ?? 0;
      at = this.prefix[at] ?? 0;
    }
    sink.length += count;
  }

  private firstByte(code: number): number {
    let at = code;
    for (let left = this.lengths[code] ?? 1; left > 1; left--) at = this.prefix[at] ?? 0;
    return this.suffix[at] ?? 0;
  }
}
