import { S3Error } from '../errors.ts';
import { bucketOf, type Exchange, type Reply } from '../exchange.ts';
import { xmlTime } from '../object-headers.ts';
import { childText, readXml } from '../read-xml.ts';
import { receiveText } from '../receive-body.ts';
import { element, leaf, s3Document } from '../xml.ts';

const MAX_BODY_BYTES = 64 * 1024;
const OWNER = element('Owner', leaf('ID', 'local'), leaf('DisplayName', 'local'));

export async function listBuckets({ store }: Exchange): Promise<Reply> {
  const buckets = store.buckets
    .all()
    .map(({ name, state }) => element('Bucket', leaf('Name', name), leaf('CreationDate', xmlTime(state.created))));
  return {
    status: 200,
    headers: {},
    body: s3Document('ListAllMyBucketsResult', OWNER, element('Buckets', ...buckets)),
  };
}

/** CreateBucket. A location is accepted and means nothing here. */
export async function createBucket({ store, request, identity }: Exchange): Promise<Reply> {
  if (request.headers.get('content-length') !== '0' && hasBody(request.headers)) {
    readXml(await receiveText(request, identity, MAX_BODY_BYTES), 'CreateBucketConfiguration');
  }
  const name = request.bucket ?? '';
  await store.buckets.create(name, store.now(), false);
  return { status: 200, headers: { location: `/${name}` } };
}

function hasBody(headers: ReadonlyMap<string, string>): boolean {
  return headers.has('content-length') || headers.has('transfer-encoding');
}

export async function headBucket(exchange: Exchange): Promise<Reply> {
  bucketOf(exchange);
  return { status: 200, headers: { 'x-amz-bucket-region': exchange.store.region } };
}

export async function getBucketVersioning(exchange: Exchange): Promise<Reply> {
  const { versioning } = bucketOf(exchange).state;
  return { status: 200, headers: {}, body: s3Document('VersioningConfiguration', leaf('Status', versioning)) };
}

/** PutBucketVersioning. Throws NotImplemented for MFA delete. */
export async function putBucketVersioning(exchange: Exchange): Promise<Reply> {
  const bucket = bucketOf(exchange);
  const root = readXml(
    await receiveText(exchange.request, exchange.identity, MAX_BODY_BYTES),
    'VersioningConfiguration',
  );
  const status = childText(root, 'Status');
  if (childText(root, 'MfaDelete') === 'Enabled') throw new S3Error('NotImplemented', 'MFA delete is not implemented');
  if (status !== 'Enabled' && status !== 'Suspended') {
    throw new S3Error('MalformedXML', 'The versioning status is Enabled or Suspended');
  }
  await bucket.commit('versioning', () => ({ op: 'versioning', status }));
  return { status: 200, headers: {} };
}
