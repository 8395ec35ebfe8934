import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Complaint } from './complaint.ts';

/**
 * Writes pieces to a file, or to standard output. A file appears when it is whole; one that was there before stays until
 * then.
 * @throws Complaint when the file cannot be written
 */
export async function writeOutput(pieces: AsyncIterable<Uint8Array>, file: string | undefined): Promise<void> {
  if (file === undefined) {
    await pipeline(Readable.from(pieces, { objectMode: false }), process.stdout, { end: false });
    return;
  }
  const unfinished = `${file}.${process.pid}.part`;
  const output = createWriteStream(unfinished);
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), output);
    await rename(unfinished, file);
  } catch (fault) {
    await rm(unfinished, { force: true });
    if (!(fault instanceof Error && 'syscall' in fault)) throw fault;
    throw new Complaint({ zh: `无法写入 ${file}。`, en: `Cannot write ${file}.` });
  }
}
