import { S3Error } from '../errors.ts';
import { bucketOf, type Exchange, type Reply } from '../exchange.ts';
import { formatToken, listObjects, type ObjectPage, parseToken } from '../list-objects.ts';
import { listVersions, type VersionMarker, type VersionPage } from '../list-versions.ts';
import { quote, xmlTime } from '../object-headers.ts';
import { readPage } from '../page.ts';
import { encodePath } from '../uri.ts';
import { element, leaf, s3Document } from '../xml.ts';

type Encode = (key: string | undefined) => string | undefined;

export async function listObjectsV2(exchange: Exchange): Promise<Reply> {
  const { query } = exchange.request;
  const bucket = bucketOf(exchange);
  const page = readPage(query);
  const [token, startAfter] = [query.get('continuation-token'), query.get('start-after')];
  const fromStart = startAfter === undefined ? undefined : { kind: 'key' as const, after: startAfter };
  const found = listObjects(bucket.state, page, token === undefined ? fromStart : parseToken(token));
  const encode = encoding(query);
  const body = s3Document(
    'ListBucketResult',
    leaf('Name', bucket.name),
    leaf('Prefix', encode(page.prefix)),
    leaf('Delimiter', encode(page.delimiter || undefined)),
    leaf('StartAfter', encode(startAfter)),
    leaf('MaxKeys', page.maxKeys),
    leaf('EncodingType', query.get('encoding-type')),
    leaf('KeyCount', found.objects.length + found.prefixes.length),
    leaf('IsTruncated', found.next !== undefined),
    leaf('ContinuationToken', token),
    leaf('NextContinuationToken', found.next && formatToken(found.next)),
    ...found.objects.map((item) => contents(item, encode)),
    ...prefixes(found.prefixes, encode),
  );
  return { status: 200, headers: {}, body };
}

function contents({ key, object }: ObjectPage['objects'][number], encode: Encode): string {
  return element(
    'Contents',
    leaf('Key', encode(key)),
    leaf('LastModified', xmlTime(object.modified)),
    leaf('ETag', quote(object.etag)),
    leaf('ChecksumAlgorithm', object.checksum?.algorithm),
    leaf('ChecksumType', object.checksum?.type),
    leaf('Size', object.size),
    leaf('StorageClass', 'STANDARD'),
  );
}

export async function listObjectVersions(exchange: Exchange): Promise<Reply> {
  const { query } = exchange.request;
  const bucket = bucketOf(exchange);
  const page = readPage(query);
  const marker = readMarker(query);
  const found = listVersions(bucket.state, page, marker);
  const encode = encoding(query);
  const body = s3Document(
    'ListVersionsResult',
    leaf('Name', bucket.name),
    leaf('Prefix', encode(page.prefix)),
    leaf('Delimiter', encode(page.delimiter || undefined)),
    leaf('KeyMarker', encode(marker?.key ?? '')),
    leaf('VersionIdMarker', marker?.versionId ?? ''),
    leaf('MaxKeys', page.maxKeys),
    leaf('EncodingType', query.get('encoding-type')),
    leaf('IsTruncated', found.next !== undefined),
    leaf('NextKeyMarker', encode(found.next?.key)),
    leaf('NextVersionIdMarker', found.next?.versionId),
    ...found.versions.map((item) => versionElement(item, encode)),
    ...prefixes(found.prefixes, encode),
  );
  return { status: 200, headers: {}, body };
}

function versionElement({ key, version, isLatest }: VersionPage['versions'][number], encode: Encode): string {
  const common = [
    leaf('Key', encode(key)),
    leaf('VersionId', version.versionId),
    leaf('IsLatest', isLatest),
    leaf('LastModified', xmlTime(version.modified)),
  ];
  if (version.kind === 'marker') return element('DeleteMarker', ...common);
  return element(
    'Version',
    ...common,
    leaf('ETag', quote(version.etag)),
    leaf('Size', version.size),
    leaf('StorageClass', 'STANDARD'),
  );
}

function readMarker(query: ReadonlyMap<string, string>): VersionMarker | undefined {
  const [key, versionId] = [query.get('key-marker') || undefined, query.get('version-id-marker') || undefined];
  if (key !== undefined) return { key, versionId };
  if (versionId === undefined) return undefined;
  throw new S3Error('InvalidArgument', 'A version-id marker cannot be specified without a key marker.');
}

function prefixes(found: readonly string[], encode: Encode): string[] {
  return found.map((prefix) => element('CommonPrefixes', leaf('Prefix', encode(prefix))));
}

// With encoding-type=url keys survive XML readers that cannot take every character.
function encoding(query: ReadonlyMap<string, string>): Encode {
  const type = query.get('encoding-type');
  if (type !== undefined && type !== 'url')
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  return (key) => (key !== undefined && type === 'url' ? encodePath(key) : key);
}
