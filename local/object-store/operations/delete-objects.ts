import { algorithmAmong } from '../checksum.ts';
import { deleteVersion } from '../delete-version.ts';
import { S3Error } from '../errors.ts';
import { bucketOf, type Exchange, type Reply, requireAllowed } from '../exchange.ts';
import { childText, readXml, type XmlNode } from '../read-xml.ts';
import { receiveText } from '../receive-body.ts';
import { element, leaf, s3Document } from '../xml.ts';

const MAX_OBJECTS = 1000;
const MAX_BODY_BYTES = 4 * 1024 ** 2;

/** DeleteObjects: each object on its own, so that one refusal does not stop the others. */
export async function deleteObjects(exchange: Exchange): Promise<Reply> {
  requireDigest(exchange.request.headers);
  const root = readXml(await receiveText(exchange.request, exchange.identity, MAX_BODY_BYTES), 'Delete');
  const objects = root.children.filter(({ name }) => name === 'Object');
  if (objects.length === 0 || objects.length > MAX_OBJECTS) {
    throw new S3Error('MalformedXML', `A request deletes between 1 and ${MAX_OBJECTS} objects`);
  }
  const quiet = childText(root, 'Quiet') === 'true';
  const results = await Promise.all(objects.map((object) => deleteOne(exchange, object, quiet)));
  return { status: 200, headers: {}, body: s3Document('DeleteResult', ...results) };
}

function requireDigest(headers: ReadonlyMap<string, string>): void {
  const trailer = headers.get('x-amz-trailer') ?? '';
  if (headers.has('content-md5') || algorithmAmong([...headers.keys(), trailer])) return;
  throw new S3Error('InvalidRequest', 'Missing required header for this request: Content-MD5');
}

async function deleteOne(exchange: Exchange, object: XmlNode, quiet: boolean): Promise<string | undefined> {
  const [key, versionId, etag] = [
    childText(object, 'Key') ?? '',
    childText(object, 'VersionId'),
    childText(object, 'ETag'),
  ];
  try {
    requireAllowed(exchange, versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion', { key });
    const condition =
      etag === undefined ? { kind: 'none' as const } : { kind: 'etag' as const, etags: [etag.replaceAll('"', '')] };
    const deleted = await deleteVersion(exchange.store, bucketOf(exchange), { key, versionId, condition });
    if (quiet) return undefined;
    return element(
      'Deleted',
      leaf('Key', key),
      leaf('VersionId', versionId),
      leaf('DeleteMarker', deleted.marker || undefined),
      leaf('DeleteMarkerVersionId', deleted.marker ? deleted.versionId : undefined),
    );
  } catch (fault) {
    if (!(fault instanceof S3Error)) throw fault;
    return element(
      'Error',
      leaf('Key', key),
      leaf('VersionId', versionId),
      leaf('Code', fault.code),
      leaf('Message', fault.message),
    );
  }
}
