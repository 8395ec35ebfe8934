import type { Identity } from './authenticate.ts';
import { type Algorithm, algorithmAmong, checksumHeader } from './checksum.ts';
import { readChunks } from './chunked-body.ts';
import { type Digests, RunningDigests } from './digests.ts';
import { S3Error } from './errors.ts';
import type { S3Request } from './request.ts';

export interface Received extends Digests {
  algorithm: Algorithm | undefined;
}

export type Sink = (chunk: Buffer) => Promise<void> | void;

/**
 * Streams a request's payload into `sink` and checks it against whatever the client declared: length, Content-MD5,
 * payload hash, checksum header or trailer. What was sunk counts only if this resolves.
 * Throws EntityTooLarge, IncompleteBody, BadDigest and others.
 */
export async function receiveBody(
  request: S3Request,
  identity: Identity,
  limit: number,
  sink: Sink,
): Promise<Received> {
  const { headers } = request;
  const declared = declaredLength(headers);
  if (declared > limit) throw tooLarge();
  const trailer = headers.get('x-amz-trailer');
  const algorithm = algorithmAmong(trailer ? [...headers.keys(), trailer] : headers.keys());
  const payloadHash = headers.get('x-amz-content-sha256');
  const digests = new RunningDigests({ sha256: /^[0-9a-f]{64}$/.test(payloadHash ?? ''), algorithm });
  const chunks = payloadOf(request, identity);
  let next = await chunks.next();
  for (; !next.done; next = await chunks.next()) {
    digests.update(next.value);
    if (digests.size > limit) throw tooLarge();
    await sink(next.value);
  }
  const found = digests.finish();
  if (found.size !== declared) {
    throw new S3Error(
      'IncompleteBody',
      'You did not provide the number of bytes specified by the Content-Length HTTP header',
    );
  }
  compare(headers, next.value, found, algorithm);
  return { ...found, algorithm };
}

/** A small body as text. */
export async function receiveText(request: S3Request, identity: Identity, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  await receiveBody(request, identity, limit, (chunk) => {
    chunks.push(chunk);
  });
  return Buffer.concat(chunks).toString('utf8');
}

function declaredLength(headers: ReadonlyMap<string, string>): number {
  const text = isChunked(headers) ? headers.get('x-amz-decoded-content-length') : headers.get('content-length');
  if (text === undefined && headers.has('transfer-encoding')) {
    throw new S3Error(
      'NotImplemented',
      'A header you provided implies functionality that is not implemented: Transfer-Encoding',
    );
  }
  if (text === undefined || !/^\d+$/.test(text)) {
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  return Number(text);
}

function isChunked(headers: ReadonlyMap<string, string>): boolean {
  return headers.get('x-amz-content-sha256')?.startsWith('STREAMING-') ?? false;
}

type Trailers = ReadonlyMap<string, string>;

async function* payloadOf(request: S3Request, identity: Identity): AsyncGenerator<Buffer, Trailers> {
  const kind = request.headers.get('x-amz-content-sha256') ?? '';
  if (!isChunked(request.headers)) {
    yield* request.body;
    return new Map();
  }
  if (!/^STREAMING-(UNSIGNED-PAYLOAD-TRAILER|AWS4-HMAC-SHA256-PAYLOAD(-TRAILER)?)$/.test(kind)) {
    throw new S3Error('NotImplemented', `The payload kind ${kind} is not implemented`);
  }
  const signing = kind.startsWith('STREAMING-AWS4') ? identity.signing : undefined;
  return yield* readChunks(request.body, { signing, trailing: kind.endsWith('-TRAILER') });
}

function compare(headers: Trailers, trailers: Trailers, found: Digests, algorithm: Algorithm | undefined): void {
  if (found.sha256 !== undefined && found.sha256 !== headers.get('x-amz-content-sha256')) {
    throw new S3Error(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  const md5 = headers.get('content-md5');
  if (md5 !== undefined && Buffer.from(md5, 'base64').length !== 16) {
    throw new S3Error('InvalidDigest', 'The Content-MD5 you specified is not valid.');
  }
  if (md5 !== undefined && Buffer.from(md5, 'base64').toString('hex') !== found.md5) {
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  if (algorithm === undefined) return;
  const checksum = headers.get(checksumHeader(algorithm)) ?? trailers.get(checksumHeader(algorithm));
  if (checksum === undefined) throw new S3Error('MalformedTrailerError', 'The declared trailing checksum is missing.');
  if (checksum !== found.checksum) {
    throw new S3Error('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
  }
}

function tooLarge(): S3Error {
  return new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
}
