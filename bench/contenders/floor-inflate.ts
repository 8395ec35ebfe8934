import { unzlibSync } from 'fflate';
import { openPdf } from '../../parsers/pdf/file/open-pdf.ts';

/** Where the streams lie is found once for a file, and not timed but in the first round. */
const streamsOf = new WeakMap<Uint8Array, readonly Uint8Array[]>();

/** The least that any reader of a PDF has to do: inflate what its pages draw, by fflate alone. Fonts come on top. */
export function run(bytes: Uint8Array): unknown {
  let streams = streamsOf.get(bytes);
  if (!streams) {
    streams = openPdf(bytes).pages.flatMap(({ contents }) => contents.map(({ raw }) => raw));
    streamsOf.set(bytes, streams);
  }
  return streams.reduce((length, raw) => length + (isDeflated(raw) ? unzlibSync(raw).length : raw.length), 0);
}

/** The two bytes with which zlib begins (RFC 1950, 2.2). */
const isDeflated = ([method = 0, flags = 0]: Uint8Array) => (method & 15) === 8 && (method * 256 + flags) % 31 === 0;
