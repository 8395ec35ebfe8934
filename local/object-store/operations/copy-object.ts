import { commitObject } from '../commit-object.ts';
import { checkRead, readWriteCondition } from '../conditions.ts';
import { S3Error } from '../errors.ts';
import { bucketOf, type Exchange, keyOf, type Reply, requireAllowed } from '../exchange.ts';
import type { ObjectVersion } from '../journal-entry.ts';
import { headersToKeep, quote, xmlTime } from '../object-headers.ts';
import { withBody } from '../open-body.ts';
import { decodeUri, parseQuery } from '../uri.ts';
import { shownVersionId } from '../versions.ts';
import { leaf, s3Document } from '../xml.ts';

interface Source {
  bucket: string;
  key: string;
  versionId: string | undefined;
}

/** CopyObject, within or between buckets. The copy's ETag is the MD5 of its bytes, also when the source was multipart. */
export async function copyObject(exchange: Exchange): Promise<Reply> {
  const { store, request } = exchange;
  const [bucket, key] = [bucketOf(exchange), keyOf(exchange)];
  const source = readSource(request.headers.get('x-amz-copy-source') ?? '');
  requireAllowed(exchange, source.versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion', source);
  const from = store.buckets.get(source.bucket);
  const condition = readWriteCondition(request.headers);
  return bucket.watching(key, async (watch) => {
    const copied = await withBody(from, source.key, source.versionId, async (object) => {
      checkSource(exchange, source, object);
      return { object, file: await bucket.bodies.copy(from.bodies, object.file) };
    });
    const { size, md5, headers, checksum } = copied.object;
    const object = {
      file: copied.file,
      size,
      md5,
      etag: md5,
      headers: replacesMetadata(exchange) ? headersToKeep(request.headers) : headers,
      ...(checksum?.type === 'FULL_OBJECT' && { checksum }),
    };
    const version = await commitObject(store, bucket, { key, object, reason: 'CopyObject', condition, watch });
    return {
      status: 200,
      headers: {
        'x-amz-version-id': shownVersionId(bucket, version),
        'x-amz-copy-source-version-id': shownVersionId(from, copied.object),
      },
      body: s3Document(
        'CopyObjectResult',
        leaf('ETag', quote(version.etag)),
        leaf('LastModified', xmlTime(version.modified)),
      ),
    };
  });
}

function readSource(header: string): Source {
  const [path = '', query = ''] = header.split('?', 2);
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/s.exec(decodeUri(path)) ?? [];
  if (!bucket || !key) throw new S3Error('InvalidArgument', 'Copy Source must mention the source bucket and key');
  return { bucket, key, versionId: parseQuery(query).get('versionId') };
}

function checkSource(exchange: Exchange, source: Source, object: ObjectVersion): void {
  const { headers, bucket, key } = exchange.request;
  if (object.size > exchange.store.maxObjectSize) {
    throw new S3Error('InvalidRequest', 'The specified copy source is larger than the maximum allowable size');
  }
  if (checkRead(headers, object, 'x-amz-copy-source-') === 'not-modified') {
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  const toItself = source.bucket === bucket && source.key === key && source.versionId === undefined;
  if (toItself && !replacesMetadata(exchange)) {
    throw new S3Error(
      'InvalidRequest',
      'This copy request is illegal because it is trying to copy an object to itself without changing its metadata.',
    );
  }
}

function replacesMetadata({ request }: Exchange): boolean {
  return request.headers.get('x-amz-metadata-directive') === 'REPLACE';
}
