import { S3Error } from './errors.ts';

const MAX_LINE_BYTES = 16 * 1024;

/** Reads lines and counted bytes from a stream, holding no more than one of its chunks and one line. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line, without its CRLF. Throws IncompleteBody. */
  async line(): Promise<string> {
    let end = this.#held.indexOf('\r\n');
    while (end < 0) {
      if (this.#held.length > MAX_LINE_BYTES) throw incomplete();
      this.#held = Buffer.concat([this.#held, await this.#next()]);
      end = this.#held.indexOf('\r\n');
    }
    const line = this.#held.toString('latin1', 0, end);
    this.#held = this.#held.subarray(end + 2);
    return line;
  }

  /** Hands over exactly `count` bytes in pieces as they come. */
  async *take(count: number): AsyncGenerator<Buffer> {
    let left = count;
    while (left > 0) {
      if (this.#held.length === 0) this.#held = await this.#next();
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** Reads to the end, so that the connection can be used again. Throws IncompleteBody when anything is left. */
  async end(): Promise<void> {
    if (this.#held.length > 0 || !(await this.#source.next()).done) throw incomplete();
  }

  async #next(): Promise<Buffer> {
    const { value, done } = await this.#source.next();
    if (done) throw incomplete();
    return value;
  }
}

function incomplete(): S3Error {
  return new S3Error('IncompleteBody', 'The request body terminated unexpectedly');
}
