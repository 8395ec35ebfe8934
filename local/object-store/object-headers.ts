import { checksumHeader } from './checksum.ts';
import { S3Error } from './errors.ts';
import type { ObjectVersion, StoredChecksum } from './journal-entry.ts';

const KEPT = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];
const META = 'x-amz-meta-';
const MAX_META_BYTES = 2048;
const DEFAULT_TYPE = 'application/octet-stream';

/** The headers of a write that are kept with the object. Throws MetadataTooLarge. */
export function headersToKeep(headers: ReadonlyMap<string, string>): Record<string, string> {
  const kept = new Map([['content-type', DEFAULT_TYPE]]);
  let metaBytes = 0;
  for (const [name, value] of headers) {
    const isMeta = name.startsWith(META);
    if (isMeta) metaBytes += name.length - META.length + value.length;
    if (isMeta || (KEPT.includes(name) && value !== '')) kept.set(name, value);
  }
  if (metaBytes > MAX_META_BYTES) {
    throw new S3Error('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size');
  }
  dropTransferCoding(kept);
  return Object.fromEntries(kept);
}

// aws-chunked is how the body travelled, not what it is.
function dropTransferCoding(kept: Map<string, string>): void {
  const codings = kept.get('content-encoding')?.split(',') ?? [];
  const own = codings.map((coding) => coding.trim()).filter((coding) => coding !== 'aws-chunked');
  if (own.length > 0) kept.set('content-encoding', own.join(','));
  else kept.delete('content-encoding');
}

/** The headers of an answer that carries an object or only speaks of it. */
export function describeObject(object: ObjectVersion): Record<string, string> {
  return {
    ...object.headers,
    etag: quote(object.etag),
    'last-modified': new Date(object.modified).toUTCString(),
    'accept-ranges': 'bytes',
  };
}

/** The checksum of an object or a part as headers; none when there is none. */
export function describeChecksum(checksum: StoredChecksum | undefined): Record<string, string> {
  return checksum ? { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type } : {};
}

export function quote(etag: string): string {
  return `"${etag}"`;
}

/** A time as S3 writes it in XML, to the second. */
export function xmlTime(time: string): string {
  return time.replace(/\.\d+Z$/, '.000Z');
}
