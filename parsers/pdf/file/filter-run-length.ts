import { ByteSink } from './byte-sink.ts';

const END = 128;

/** RunLengthDecode (ISO 32000-1, 7.4.5). A missing end is accepted. @throws PdfTrouble `archive-bomb` beyond the limit */
export function decodeRunLength(raw: Uint8Array, limit: number): Uint8Array {
  const sink = new ByteSink(limit);
  for (let at = 0; at < raw.length; ) {
    const length = raw[at] ?? END;
    if (length === END) break;
    if (length < END) {
      sink.append(raw.subarray(at + 1, at + 2 + length));
      at += 2 + length;
    } else {
      const count = 257 - length;
      sink.grow(count);
      sink.bytes.fill(raw[at + 1] ?? 0, sink.length, sink.length + count);
      sink.length += count;
      at += 2;
    }
  }
  return sink.taken();
}
