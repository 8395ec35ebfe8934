import { inflate } from '../../bytes/inflate.ts';
import { adler32 } from './adler32.ts';
import { holdsAt } from './find-bytes.ts';
import { PdfTrouble } from './pdf-trouble.ts';

const CHECKSUM_BYTES = 4;

/**
 * FlateDecode (RFC 1950): at most `limit` bytes. A missing checksum is accepted, as is a stream that was flushed but
 * never finished. A wrong one is not, nor a stream that breaks off within a block, although viewers show what there
 * is: what is lost may be the last digits of a figure.
 * @throws PdfTrouble `damaged`, or `archive-bomb` beyond the limit
 */
export function inflateStream(raw: Uint8Array, limit: number): Uint8Array {
  if (raw.length === 0) return raw;
  const packed = raw.subarray(endOfHeader(raw));
  const inflated = inflate(packed, limit);
  if (!('content' in inflated)) {
    throw new PdfTrouble(inflated.state === 'damaged' ? 'damaged' : 'archive-bomb', inflated.why);
  }
  const { content, state, used } = inflated;
  if (state === 'cut') throw new PdfTrouble('damaged', 'flate cut');
  const checked = state === 'whole' && used + CHECKSUM_BYTES <= packed.length;
  if (checked && !holdsAt(packed, bytesOfChecksum(content), used)) throw new PdfTrouble('damaged', 'flate checksum');
  return content;
}

function endOfHeader(raw: Uint8Array): number {
  let at = 0;
  // An end of line too many before the data.
  while (at < 2 && (raw[at] === 0x0a || raw[at] === 0x0d)) at++;
  const [method = 0, flags = 0] = raw.subarray(at, at + 2);
  const valid = (method & 15) === 8 && (method * 256 + flags) % 31 === 0 && (flags & 32) === 0;
  if (!valid) throw new PdfTrouble('damaged', 'flate header');
  return at + 2;
}

function bytesOfChecksum(content: Uint8Array): Uint8Array {
  const checksum = adler32(content);
  return Uint8Array.of(checksum >>> 24, checksum >>> 16, checksum >>> 8, checksum);
}
