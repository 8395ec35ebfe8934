import { S3Error } from './errors.ts';
import type { Operation } from './exchange.ts';
import * as buckets from './operations/buckets.ts';
import { completeMultipartUpload } from './operations/complete-upload.ts';
import { copyObject } from './operations/copy-object.ts';
import { deleteObject } from './operations/delete-object.ts';
import { deleteObjects } from './operations/delete-objects.ts';
import { getObject, headObject } from './operations/get-object.ts';
import { listObjectsV2, listObjectVersions } from './operations/list-objects.ts';
import { listParts } from './operations/list-parts.ts';
import { abortMultipartUpload, createMultipartUpload, uploadPart } from './operations/multipart.ts';
import { putObject } from './operations/put-object.ts';
import type { S3Request } from './request.ts';

export interface Route {
  /** Method and what the path names. */
  on: `${'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'} ${'store' | 'bucket' | 'object'}`;
  /** The parameter or header that tells it from others on the same path. */
  by?: string;
  /** The parameters it may have besides; any other is a feature that is not there. */
  query?: readonly string[];
  /** What a policy must allow; undefined where the operation asks by itself. */
  action: string | undefined;
  run: Operation;
}

const PAGE = ['prefix', 'delimiter', 'max-keys', 'encoding-type'];
const OVERRIDES = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

// The first that fits is taken, so what is told apart by a parameter comes before what is not.
const ROUTES: readonly Route[] = [
  { on: 'GET store', action: 's3:ListAllMyBuckets', run: buckets.listBuckets },
  { on: 'GET bucket', by: 'versioning', action: 's3:GetBucketVersioning', run: buckets.getBucketVersioning },
  { on: 'PUT bucket', by: 'versioning', action: 's3:PutBucketVersioning', run: buckets.putBucketVersioning },
  {
    on: 'GET bucket',
    by: 'versions',
    query: [...PAGE, 'key-marker', 'version-id-marker'],
    action: 's3:ListBucketVersions',
    run: listObjectVersions,
  },
  {
    on: 'GET bucket',
    by: 'list-type',
    query: [...PAGE, 'continuation-token', 'start-after', 'fetch-owner'],
    action: 's3:ListBucket',
    run: listObjectsV2,
  },
  { on: 'POST bucket', by: 'delete', action: undefined, run: deleteObjects },
  { on: 'PUT bucket', action: 's3:CreateBucket', run: buckets.createBucket },
  { on: 'HEAD bucket', action: 's3:ListBucket', run: buckets.headBucket },
  { on: 'POST object', by: 'uploads', action: 's3:PutObject', run: createMultipartUpload },
  { on: 'POST object', by: 'uploadId', action: 's3:PutObject', run: completeMultipartUpload },
  { on: 'PUT object', by: 'uploadId', query: ['partNumber'], action: 's3:PutObject', run: uploadPart },
  { on: 'DELETE object', by: 'uploadId', action: 's3:AbortMultipartUpload', run: abortMultipartUpload },
  {
    on: 'GET object',
    by: 'uploadId',
    query: ['max-parts', 'part-number-marker'],
    action: 's3:ListMultipartUploadParts',
    run: listParts,
  },
  { on: 'PUT object', by: 'x-amz-copy-source', action: 's3:PutObject', run: copyObject },
  { on: 'PUT object', action: 's3:PutObject', run: putObject },
  {
    on: 'GET object',
    query: ['versionId', ...OVERRIDES.map((name) => `response-${name}`)],
    action: 's3:GetObject',
    run: getObject,
  },
  { on: 'HEAD object', query: ['versionId'], action: 's3:GetObject', run: headObject },
  { on: 'DELETE object', query: ['versionId'], action: 's3:DeleteObject', run: deleteObject },
];

const HEADERS = [
  /^x-amz-(meta-.*|checksum-.*|copy-source(-if-.*)?|metadata-directive)$/,
  /^x-amz-(content-sha256|date|security-token|decoded-content-length|trailer|user-agent|sdk-checksum-algorithm)$/,
  // One account owns everything here.
  /^x-amz-expected-bucket-owner$/,
];

/** The operation a request asks for. Throws NotImplemented rather than leave a wish of the client's unheard. */
export function findRoute(request: S3Request): Route {
  const { bucket, key, query, headers } = request;
  const level = bucket === undefined ? 'store' : key === undefined ? 'bucket' : 'object';
  const on = `${request.method} ${level}`;
  const route = ROUTES.find(
    (candidate) => candidate.on === on && (!candidate.by || query.has(candidate.by) || headers.has(candidate.by)),
  );
  if (!route) throw notImplemented(on);
  const known = [...(route.query ?? []), route.by, 'x-id'];
  for (const name of query.keys()) if (!known.includes(name) && !/^x-amz-/i.test(name)) throw notImplemented(name);
  for (const name of headers.keys()) {
    if (name.startsWith('x-amz-') && !HEADERS.some((pattern) => pattern.test(name))) throw notImplemented(name);
  }
  if (route.by === 'uploadId' && headers.has('x-amz-copy-source')) throw notImplemented('UploadPartCopy');
  return route;
}

function notImplemented(what: string): S3Error {
  return new S3Error(
    'NotImplemented',
    `A header or query you provided implies functionality that is not implemented: ${what}`,
  );
}
