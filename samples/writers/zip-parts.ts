import { strToU8, Zip, ZipDeflate, type Zippable, zipSync } from 'fflate';
import type { Parts } from './writer.ts';

const LEVEL = 6;

/** An archive whose local headers state the sizes, as Word and WPS write it. A path that ends in `/` is a folder. */
export function zipPlain(parts: Parts, stamp: Date): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of parts) {
    const level = path.endsWith('/') ? 0 : LEVEL;
    files[path] = [strToU8(content), { mtime: stamp, level }];
  }
  return zipSync(files);
}

/** An archive whose sizes follow the data of each entry, as LibreOffice streams it. */
export function zipStreamed(parts: Parts, stamp: Date): Uint8Array {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, content] of parts) {
    const entry = new ZipDeflate(path, { level: LEVEL });
    entry.mtime = stamp;
    archive.add(entry);
    entry.push(strToU8(content), true);
  }
  archive.end();
  return new Uint8Array(Buffer.concat(chunks));
}
