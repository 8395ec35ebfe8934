import { checkRead } from '../conditions.ts';
import { S3Error } from '../errors.ts';
import { bucketOf, type Exchange, isAllowed, keyOf, type Reply, versionIdOf } from '../exchange.ts';
import type { ObjectVersion } from '../journal-entry.ts';
import { describeChecksum, describeObject } from '../object-headers.ts';
import { withBody } from '../open-body.ts';
import { type ByteRange, readRange } from '../range.ts';
import { findObject, shownVersionId } from '../versions.ts';

const OVERRIDE = /^response-(cache-control|content-(?:disposition|encoding|language|type)|expires)$/;

export async function getObject(exchange: Exchange): Promise<Reply> {
  const bucket = bucketOf(exchange);
  return hidingWhatIsMissing(exchange, () =>
    withBody(bucket, keyOf(exchange), versionIdOf(exchange), async (object) => {
      const { range, reply } = describe(exchange, object);
      if (reply.status === 304 || object.size === 0) return reply;
      const handle = await bucket.bodies.open(object.file);
      return { ...reply, body: handle.createReadStream(range ? { start: range.first, end: range.last } : {}) };
    }),
  );
}

export async function headObject(exchange: Exchange): Promise<Reply> {
  const bucket = bucketOf(exchange);
  return hidingWhatIsMissing(
    exchange,
    async () => describe(exchange, findObject(bucket, keyOf(exchange), versionIdOf(exchange))).reply,
  );
}

function describe(exchange: Exchange, object: ObjectVersion): { range: ByteRange | undefined; reply: Reply } {
  const { headers, query } = exchange.request;
  const described = {
    ...describeObject(object),
    'x-amz-version-id': shownVersionId(bucketOf(exchange), object),
    ...overrides(query),
  };
  if (checkRead(headers, object) === 'not-modified')
    return { range: undefined, reply: { status: 304, headers: described } };
  const range = readRange(headers.get('range'), object.size);
  // A checksum speaks of the whole object: beside a part of it, clients would take the part for damaged.
  const wanted = headers.get('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED' && !range;
  const length = range ? range.last - range.first + 1 : object.size;
  const full = { ...described, 'content-length': String(length), ...(wanted && describeChecksum(object.checksum)) };
  if (!range) return { range, reply: { status: 200, headers: full } };
  const contentRange = `bytes ${range.first}-${range.last}/${object.size}`;
  return { range, reply: { status: 206, headers: { ...full, 'content-range': contentRange } } };
}

// A presigned URL says with these how a browser should take the object.
function overrides(query: ReadonlyMap<string, string>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [parameter, value] of query) {
    const name = OVERRIDE.exec(parameter)?.[1];
    if (name !== undefined) found[name] = value;
  }
  return found;
}

// As on AWS: who may not list the bucket does not learn which keys are not there.
async function hidingWhatIsMissing(exchange: Exchange, task: () => Promise<Reply>): Promise<Reply> {
  try {
    return await task();
  } catch (fault) {
    const missing = fault instanceof S3Error && fault.code === 'NoSuchKey';
    if (!missing || isAllowed(exchange, 's3:ListBucket', { key: '' })) throw fault;
    throw new S3Error('AccessDenied', 'Access Denied');
  }
}
