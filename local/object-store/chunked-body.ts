import { createHash } from 'node:crypto';
import type { ChunkSigning } from './authenticate.ts';
import { ByteReader } from './byte-reader.ts';
import { S3Error } from './errors.ts';
import { sameText } from './same-text.ts';
import { signChunk, signTrailer } from './signature.ts';

export interface ChunkedOptions {
  /** Present when the chunks are signed and credentials are configured. */
  signing: ChunkSigning | undefined;
  /** Whether headers follow the last chunk. */
  trailing: boolean;
}

const CHUNK_HEAD = /^([0-9a-f]{1,16})(?:;chunk-signature=([0-9a-f]{64}))?$/i;

/**
 * Undoes `aws-chunked` (`size;chunk-signature=…` CRLF data CRLF … 0 CRLF trailers CRLF), verifying signatures.
 * Yields the data; returns the trailing headers. Throws IncompleteBody, SignatureDoesNotMatch.
 */
export async function* readChunks(
  body: AsyncIterable<Buffer>,
  options: ChunkedOptions,
): AsyncGenerator<Buffer, ReadonlyMap<string, string>> {
  const reader = new ByteReader(body);
  let previous = options.signing?.seed ?? '';
  for (;;) {
    const { size, signature } = parseHead(await reader.line());
    const hash = options.signing ? createHash('sha256') : undefined;
    for await (const piece of reader.take(size)) {
      hash?.update(piece);
      yield piece;
    }
    if (options.signing && hash) {
      const { scope, key } = options.signing;
      previous = expectSignature(signChunk(previous, hash.digest('hex'), scope, key), signature);
    }
    if (size === 0) break;
    if ((await reader.line()) !== '') throw new S3Error('IncompleteBody', 'A chunk is longer than its declared size');
  }
  const trailers = await readTrailers(reader, options, previous);
  await reader.end();
  return trailers;
}

function parseHead(line: string): { size: number; signature: string | undefined } {
  const found = CHUNK_HEAD.exec(line);
  if (!found?.[1]) throw new S3Error('InvalidRequest', 'A chunk of the aws-chunked body has no valid size');
  return { size: Number.parseInt(found[1], 16), signature: found[2] };
}

async function readTrailers(
  reader: ByteReader,
  options: ChunkedOptions,
  previous: string,
): Promise<Map<string, string>> {
  const trailers = new Map<string, string>();
  let line = await reader.line();
  for (; line !== ''; line = await reader.line()) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new S3Error('MalformedTrailerError', 'The trailing headers could not be read');
    trailers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  const signature = trailers.get('x-amz-trailer-signature');
  trailers.delete('x-amz-trailer-signature');
  if (options.signing && options.trailing) {
    const { scope, key } = options.signing;
    const text = [...trailers].map(([name, value]) => `${name}:${value}\n`).join('');
    expectSignature(signTrailer(previous, text, scope, key), signature);
  }
  return trailers;
}

function expectSignature(expected: string, found: string | undefined): string {
  if (found === undefined || !sameText(expected, found)) {
    throw new S3Error('SignatureDoesNotMatch', 'The signature of a chunk of the body does not match.');
  }
  return expected;
}
