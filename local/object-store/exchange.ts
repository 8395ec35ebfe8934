import type { Readable } from 'node:stream';
import type { Identity } from './authenticate.ts';
import type { Bucket } from './bucket.ts';
import type { Buckets } from './buckets.ts';
import { S3Error } from './errors.ts';
import type { StoreEvent } from './events.ts';
import type { AccessRequest, CorsRule, Credentials } from './options.ts';
import type { S3Request } from './request.ts';

/** What every operation works with. */
export interface StoreParts {
  buckets: Buckets;
  region: string;
  credentials: readonly Credentials[];
  maxObjectSize: number;
  authorize: (request: AccessRequest) => boolean;
  cors: (bucket: string) => CorsRule | undefined;
  emit: (event: StoreEvent) => Promise<void>;
  now: () => Date;
  onFault: (fault: unknown) => void;
}

/** One request under way, its sender known. */
export interface Exchange {
  store: StoreParts;
  request: S3Request;
  identity: Identity;
}

export interface Reply {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  /** XML, or an object's bytes. */
  body?: string | Readable;
}

export type Operation = (exchange: Exchange) => Promise<Reply>;

/** The bucket of the path. Throws NoSuchBucket. */
export function bucketOf({ store, request }: Exchange): Bucket {
  return store.buckets.get(request.bucket ?? '');
}

export function keyOf({ request }: Exchange): string {
  return request.key ?? '';
}

/** The `versionId` parameter. Throws InvalidArgument when it is empty. */
export function versionIdOf({ request }: Exchange): string | undefined {
  const versionId = request.query.get('versionId');
  if (versionId === '') throw new S3Error('InvalidArgument', 'Version id cannot be the empty string');
  return versionId;
}

export function isAllowed(
  { store, identity, request }: Exchange,
  action: string,
  on: { bucket?: string; key?: string } = {},
): boolean {
  const bucket = on.bucket ?? request.bucket ?? '';
  const prefix = request.query.get('prefix');
  return store.authorize({
    accessKeyId: identity.accessKeyId,
    action,
    bucket,
    key: on.key ?? request.key ?? '',
    prefix,
  });
}

/** Throws AccessDenied. */
export function requireAllowed(exchange: Exchange, action: string, on: { bucket?: string; key?: string } = {}): void {
  if (!isAllowed(exchange, action, on)) throw new S3Error('AccessDenied', 'Access Denied');
}
