import type { IncomingMessage } from 'node:http';
import { S3Error } from './errors.ts';
import { decodeUri, parseQuery } from './uri.ts';

const MAX_KEY_BYTES = 1024;

export interface S3Request {
  method: string;
  /** Decoded, never normalised: `a/../b` is a key like any other. */
  path: string;
  bucket: string | undefined;
  key: string | undefined;
  query: ReadonlyMap<string, string>;
  /** Lower-case names. */
  headers: ReadonlyMap<string, string>;
  body: AsyncIterable<Buffer>;
}

/**
 * Reads method, path-style address, query and headers. `body` is not touched.
 * Throws InvalidURI, KeyTooLongError.
 */
export function parseRequest(message: IncomingMessage, body: AsyncIterable<Buffer>): S3Request {
  const url = message.url ?? '/';
  const mark = url.indexOf('?');
  const path = decodeUri(mark < 0 ? url : url.slice(0, mark));
  if (!path.startsWith('/')) throw new S3Error('InvalidURI', 'Could not parse the specified URI.');
  const query = parseQuery(mark < 0 ? '' : url.slice(mark + 1));
  return {
    method: message.method ?? 'GET',
    path,
    ...splitPath(path),
    query,
    headers: headersOf(message, query),
    body,
  };
}

function splitPath(path: string): Pick<S3Request, 'bucket' | 'key'> {
  const slash = path.indexOf('/', 1);
  const bucket = slash < 0 ? path.slice(1) : path.slice(1, slash);
  const key = slash < 0 ? '' : path.slice(slash + 1);
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new S3Error('KeyTooLongError', 'Your key is too long');
  return { bucket: bucket === '' ? undefined : bucket, key: key === '' ? undefined : key };
}

// A presigner may move x-amz-* headers into the query; S3 then reads them as if they were headers.
// (So a URL presigned with the checksum of an empty body fails here as it does there.)
function headersOf(message: IncomingMessage, query: ReadonlyMap<string, string>): Map<string, string> {
  const headers = new Map<string, string>();
  if (query.has('X-Amz-Signature')) {
    for (const [name, value] of query) if (/^x-amz-/.test(name)) headers.set(name, value);
  }
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    if (values) headers.set(name, values.join(','));
  }
  return headers;
}
