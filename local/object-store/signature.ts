import { createHash, createHmac } from 'node:crypto';
import { encodePath, encodeUri } from './uri.ts';

export const ALGORITHM = 'AWS4-HMAC-SHA256';
const EMPTY_SHA256 = sha256('');

export interface SignedRequest {
  method: string;
  /** Decoded. */
  path: string;
  /** Decoded, without X-Amz-Signature. */
  query: ReadonlyMap<string, string>;
  headers: ReadonlyMap<string, string>;
  signedHeaders: readonly string[];
  payloadHash: string;
}

export interface Scope {
  /** `20250131T080000Z` */
  time: string;
  /** `20250131/cn-north-1/s3/aws4_request` */
  scope: string;
}

/** SigV4 for S3 (one URI encoding, no path normalisation): the hexadecimal signature of a request. */
export function signRequest(request: SignedRequest, scope: Scope, key: Buffer): string {
  const canonical = canonicalRequest(request);
  return hmac(key, [ALGORITHM, scope.time, scope.scope, sha256(canonical)].join('\n')).toString('hex');
}

function canonicalRequest(request: SignedRequest): string {
  const query = [...request.query]
    .map(([name, value]) => ({ name: encodeUri(name), value: encodeUri(value) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => `${name}=${value}`);
  const headers = request.signedHeaders.map((name) => `${name}:${tidy(request.headers.get(name) ?? '')}\n`);
  return [
    request.method,
    encodePath(request.path),
    query.join('&'),
    headers.join(''),
    request.signedHeaders.join(';'),
    request.payloadHash,
  ].join('\n');
}

/** The key derived for a day, region and service. */
export function signingKey(secretAccessKey: string, scope: string): Buffer {
  return scope.split('/').reduce<Buffer>((key, part) => hmac(key, part), Buffer.from(`AWS4${secretAccessKey}`));
}

/** The signature of one aws-chunked chunk, chained to the one before it. */
export function signChunk(previous: string, chunkSha256: string, scope: Scope, key: Buffer): string {
  const text = [`${ALGORITHM}-PAYLOAD`, scope.time, scope.scope, previous, EMPTY_SHA256, chunkSha256].join('\n');
  return hmac(key, text).toString('hex');
}

/** The signature of the trailing headers, given as `name:value\n` lines. */
export function signTrailer(previous: string, trailer: string, scope: Scope, key: Buffer): string {
  const text = [`${ALGORITHM}-TRAILER`, scope.time, scope.scope, previous, sha256(trailer)].join('\n');
  return hmac(key, text).toString('hex');
}

function tidy(value: string): string {
  return value.trim().replace(/ +/g, ' ');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
